/** `GET /v1/sensitivity`: how much one outcome of an answer depends on each decision behind it. */
import { Hono } from "hono";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { queryProblemResponse } from "../problem.ts";
import { sensitivityJson } from "./answers.ts";
import { jsonAnswer } from "./json.ts";
import { oneOutcome } from "./one-outcome.ts";
import { questionWith } from "./question-with.ts";

export const sensitivityAnalyses = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, canonical, problems } = questionWith(context.req.url, {});
  if (problems) return queryProblemResponse(problems);
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return queryProblemResponse([problem]);
  return jsonAnswer(context, `sensitivity?${canonical}`, () =>
    sensitivityJson(query, canonical, outcome),
  );
});
