/** `GET /v1/sensitivity`: how much one outcome of an answer depends on each decision behind it. */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sensitivityJson } from "../../answers/answers.ts";
import { jsonAnswer } from "../../answers/cacheable-json.ts";
import { oneOutcome } from "../../answers/one-outcome.ts";
import { questionWith } from "../../answers/question-with.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { queryProblemResponse } from "../../http/problem.ts";

const sensitivityAnalyses = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, canonical, problems } = questionWith(context.req.url, {});
  if (problems) return queryProblemResponse(problems);
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return queryProblemResponse([problem]);
  return jsonAnswer(context, `sensitivity?${canonical}`, () =>
    sensitivityJson(query, canonical, outcome, catalogue),
  );
});

export const routes = {
  "/v1/sensitivity": sensitivityAnalyses,
};
