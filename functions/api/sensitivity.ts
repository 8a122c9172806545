/** `GET /v1/sensitivity`: how much one outcome of an answer depends on each decision behind it. */
import { Hono } from "hono";
import { frequentistModels } from "../comparison/frequentist-models.ts";
import { parseQuery } from "../comparison/parse-query.ts";
import { canonicalQuery } from "../comparison/query-text.ts";
import { roundDeep } from "../comparison/round.ts";
import { sensitivity } from "../comparison/sensitivity.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { queryProblemResponse } from "../problem.ts";
import { cacheableJson } from "./json.ts";
import { oneOutcome } from "./one-outcome.ts";

export const sensitivityAnalyses = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, problems } = parseQuery(new URL(context.req.url).searchParams, dataset, {
    onlyClasses: true,
  });
  if (problems) return queryProblemResponse(problems);
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return queryProblemResponse([problem]);
  const canonical = canonicalQuery(query, dataset);
  return cacheableJson(context, `sensitivity?${canonical}`, () =>
    roundDeep({
      answerVersion: dataset.answerVersion,
      dataVersion: dataset.dataVersion,
      query,
      canonical,
      outcome: outcome.id,
      analyses: sensitivity(query, outcome, dataset, frequentistModels),
    }),
  );
});
