/** `GET /v1/forest.svg`: the forest plot of one outcome, for slides, papers and web pages. */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { palettes, type Theme } from "#presentation/forest/palette.ts";
import { forestPicture } from "../../answers/answers.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { oneOutcome } from "../../answers/one-outcome.ts";
import { wordedQuestion } from "../../answers/worded-question.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { queryProblemResponse } from "../../http/problem.ts";

/** The allowed values of its own parameter. */
export const themeWords = { theme: Object.keys(palettes) as Theme[] };

const forest = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, canonical, values, words, problems } = wordedQuestion(context.req.url, themeWords);
  if (problems) return queryProblemResponse(problems);
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return queryProblemResponse([problem]);
  const { theme = "light" } = values;
  return cacheable(context, {
    resource: `forest.svg?theme=${theme}&${canonical}`,
    isAnswer: true,
    mediaType: "svg",
    language: words.screen.language,
    contentType: "image/svg+xml; charset=utf-8",
    make: () => forestPicture(query, outcome, theme, words, canonical),
    headers: { "content-disposition": `inline; filename="myeloma-compare-${outcome.id}.svg"` },
  });
});

export const routes = {
  "/v1/forest.svg": forest,
};
