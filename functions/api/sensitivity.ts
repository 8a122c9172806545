/** `GET /v1/sensitivity`: how much one outcome of an answer depends on each decision behind it. */
import { Hono } from "hono";
import { frequentistModels } from "../comparison/frequentist-models.ts";
import { roundDeep } from "../comparison/round.ts";
import { sensitivity } from "../comparison/sensitivity.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { queryProblemResponse } from "../problem.ts";
import { english } from "../words/english.ts";
import { analysisWithWords } from "../words/with-words.ts";
import { cacheableJson } from "./json.ts";
import { oneOutcome } from "./one-outcome.ts";
import { questionWith } from "./question-with.ts";

export const sensitivityAnalyses = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, canonical, problems } = questionWith(context.req.url, {});
  if (problems) return queryProblemResponse(problems);
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return queryProblemResponse([problem]);
  return cacheableJson(context, `sensitivity?${canonical}`, () =>
    roundDeep({
      answerVersion: dataset.answerVersion,
      dataVersion: dataset.dataVersion,
      query,
      canonical,
      outcome: outcome.id,
      analyses: sensitivity(query, outcome, dataset, frequentistModels).map((analysis) =>
        analysisWithWords(analysis, english),
      ),
    }),
  );
});
