/** `GET /v1/forest.svg`: the forest plot of one outcome, as a picture for slides, papers and pages. */
import { Hono } from "hono";
import { beyond } from "../comparison/beyond.ts";
import { compare } from "../comparison/compare.ts";
import { parseQuery } from "../comparison/parse-query.ts";
import { canonicalQuery } from "../comparison/query-text.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { forestSvg } from "../forest/draw.tsx";
import { palettes, type Theme } from "../forest/palette.ts";
import { queryProblemResponse } from "../problem.ts";
import { cacheable } from "./cacheable.ts";
import { closedParameters } from "./closed-parameters.ts";
import { oneOutcome } from "./one-outcome.ts";

const words = { theme: Object.keys(palettes) as Theme[] };

export const forest = new Hono<HonoEnvironment>().get("/", (context) => {
  const given = [...new URL(context.req.url).searchParams];
  const own = new URLSearchParams(given.filter(([name]) => name === "theme"));
  const asked = given.filter(([name]) => name !== "theme");
  const { values, problems: ofTheme } = closedParameters(own, words);
  const { query, problems: ofQuestion } = parseQuery(asked, dataset, { onlyClasses: true });
  if (ofTheme || ofQuestion) {
    return queryProblemResponse([...(ofTheme ?? []), ...(ofQuestion ?? [])]);
  }
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return queryProblemResponse([problem]);
  const { theme = "light" } = values;
  return cacheable(context, {
    resource: `forest.svg?theme=${theme}&${canonicalQuery(query, dataset)}`,
    mediaType: "svg",
    contentType: "image/svg+xml; charset=utf-8",
    make: () => {
      const comparison = compare(query, dataset, beyond);
      const row = comparison.outcomes.find((one) => one.outcome === outcome.id);
      if (!row) throw new Error(`no row for ${outcome.id}`);
      return forestSvg(comparison, row, { landmark: outcome.kind === "landmark", theme });
    },
    headers: { "content-disposition": `inline; filename="myeloma-compare-${outcome.id}.svg"` },
  });
});
