/** `GET /v1/forest.svg`: the forest plot of one outcome, as a picture for slides, papers and pages. */
import { Hono } from "hono";
import { compareInWords } from "../compare-in-words.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { forestSvg } from "../forest/draw.tsx";
import { palettes, type Theme } from "../forest/palette.ts";
import { queryProblemResponse } from "../problem.ts";
import { cacheable } from "./cacheable.ts";
import { oneOutcome } from "./one-outcome.ts";
import { questionWith } from "./question-with.ts";

/** What its own parameter may be. */
export const themeWords = { theme: Object.keys(palettes) as Theme[] };

export const forest = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, canonical, values, problems } = questionWith(context.req.url, themeWords);
  if (problems) return queryProblemResponse(problems);
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return queryProblemResponse([problem]);
  const { theme = "light" } = values;
  return cacheable(context, {
    resource: `forest.svg?theme=${theme}&${canonical}`,
    mediaType: "svg",
    contentType: "image/svg+xml; charset=utf-8",
    make: () => {
      const comparison = compareInWords(query);
      const row = comparison.outcomes.find((one) => one.outcome === outcome.id);
      if (!row) throw new Error(`no row for ${outcome.id}`);
      return forestSvg(comparison, row, { landmark: outcome.kind === "landmark", theme });
    },
    headers: { "content-disposition": `inline; filename="myeloma-compare-${outcome.id}.svg"` },
  });
});
