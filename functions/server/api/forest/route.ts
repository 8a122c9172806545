/** `GET /v1/forest.svg`: the forest plot of one outcome, for slides, papers and web pages. */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { palettes, type Theme } from "#presentation/forest/palette.ts";
import { type SheetName, sheets } from "#presentation/forest/sheet.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { forestPicture } from "../../answers/answers.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { oneOutcome } from "../../answers/one-outcome.ts";
import { questionWith } from "../../answers/question-with.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { queryProblemResponse } from "../../http/problem.ts";

/** The allowed values of its own parameters. */
export const ownWords = {
  theme: Object.keys(palettes) as Theme[],
  format: Object.keys(sheets) as SheetName[],
};

const forest = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, canonical, values, problems } = questionWith(context.req.url, ownWords);
  if (problems) return queryProblemResponse(problems);
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return queryProblemResponse([problem]);
  const { theme = "light", format = "page" } = values;
  const inName = format === "page" ? "" : `-${format}`;
  return cacheable(context, {
    resource: `forest.svg?theme=${theme}&format=${format}&${canonical}`,
    isAnswer: true,
    mediaType: "svg",
    contentType: "image/svg+xml; charset=utf-8",
    make: () => forestPicture(query, outcome, { theme, format }, catalogue, canonical),
    headers: {
      "content-disposition": `inline; filename="myeloma-compare-${outcome.id}${inName}.svg"`,
    },
  });
});

export const routes = {
  "/v1/forest.svg": forest,
};
