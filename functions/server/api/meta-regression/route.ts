/**
 * `GET /v1/meta-regression`: whether a rate changes with prior lines, age, year or follow-up of the
 * cohorts.
 */
import { Hono } from "hono";
import { type ModeratorName, moderators } from "#core/comparison/meta-regression.ts";
import { dataset } from "#core/dataset.ts";
import type { QueryProblem } from "#core/question/parse-query.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { metaRegressionJson } from "../../answers/answers.ts";
import { jsonAnswer } from "../../answers/cacheable-json.ts";
import { oneOutcome } from "../../answers/one-outcome.ts";
import { questionWith } from "../../answers/question-with.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { queryProblemResponse } from "../../http/problem.ts";

/** The allowed values of its own parameter. */
export const moderatorWords = { moderator: Object.keys(moderators) as ModeratorName[] };
const noModerator: QueryProblem = {
  parameter: "moderator",
  value: "",
  message: "a moderator is needed here",
  allowed: moderatorWords.moderator,
};
/** The outcomes that a regression can be about. */
export const regressed = dataset.outcomes.filter(({ kind }) => kind === "count");

const metaRegressions = new Hono<HonoEnvironment>().get("/", (context) => {
  const asked = questionWith(context.req.url, moderatorWords);
  if (asked.problems) return queryProblemResponse(asked.problems);
  const { query } = asked;
  const { outcome, problem } = oneOutcome(query, regressed);
  const { moderator } = asked.values;
  if (problem || !moderator) {
    const problems = [moderator ? null : noModerator, problem];
    return queryProblemResponse(problems.filter((one) => one != null));
  }
  const canonical = `moderator=${moderator}&${asked.canonical}`;
  return jsonAnswer(context, `meta-regression?${canonical}`, () =>
    metaRegressionJson(query, canonical, outcome, moderator, catalogue),
  );
});

export const routes = {
  "/v1/meta-regression": metaRegressions,
};
