/** `GET /v1/meta-regression`: whether a rate goes with prior lines, age, year or follow-up of the cohorts. */
import { Hono } from "hono";
import { type ModeratorName, metaRegression, moderators } from "../comparison/meta-regression.ts";
import type { QueryProblem } from "../comparison/parse-query.ts";
import { roundDeep } from "../comparison/round.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import type { Query } from "../evidence/query.ts";
import { queryProblemResponse } from "../problem.ts";
import { cacheableJson } from "./json.ts";
import { oneOutcome } from "./one-outcome.ts";
import { questionWith } from "./question-with.ts";

const words = { moderator: Object.keys(moderators) as ModeratorName[] };
const noModerator: QueryProblem = {
  parameter: "moderator",
  value: "",
  message: "a moderator is needed here",
  allowed: words.moderator,
};
const regressed = dataset.outcomes.filter(({ kind }) => kind === "count");

/** The default model has no regression of its own; the binomial–normal likelihood answers for it. */
const models: readonly Query["model"][] = ["bayes", "glmm", "reml"];

export const metaRegressions = new Hono<HonoEnvironment>().get("/", (context) => {
  const asked = questionWith(context.req.url, words);
  if (asked.problems) return queryProblemResponse(asked.problems);
  const { query } = asked;
  const { outcome, problem } = oneOutcome(query, regressed);
  const { moderator } = asked.values;
  const otherModel = models.includes(query.model) ? null : noSuchModel(query.model);
  if (problem || otherModel || !moderator) {
    const problems = [moderator ? null : noModerator, problem, otherModel];
    return queryProblemResponse(problems.filter((one) => one != null));
  }
  const canonical = `moderator=${moderator}&${asked.canonical}`;
  return cacheableJson(context, `meta-regression?${canonical}`, () =>
    roundDeep({
      answerVersion: dataset.answerVersion,
      dataVersion: dataset.dataVersion,
      query,
      canonical,
      ...metaRegression(query, outcome, moderator, dataset),
    }),
  );
});

function noSuchModel(value: string): QueryProblem {
  return { parameter: "model", value, message: "no regression by this model", allowed: models };
}
