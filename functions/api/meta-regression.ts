/** `GET /v1/meta-regression`: whether a rate goes with prior lines, age, year or follow-up of the cohorts. */
import { Hono } from "hono";
import { type ModeratorName, moderators } from "../comparison/meta-regression.ts";
import type { QueryProblem } from "../comparison/parse-query.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { queryProblemResponse } from "../problem.ts";
import { metaRegressionJson } from "./answers.ts";
import { jsonAnswer } from "./json.ts";
import { oneOutcome } from "./one-outcome.ts";
import { questionWith } from "./question-with.ts";

/** What its own parameter may be. */
export const moderatorWords = { moderator: Object.keys(moderators) as ModeratorName[] };
const noModerator: QueryProblem = {
  parameter: "moderator",
  value: "",
  message: "a moderator is needed here",
  allowed: moderatorWords.moderator,
};
/** The outcomes a regression can be about. */
export const regressed = dataset.outcomes.filter(({ kind }) => kind === "count");

export const metaRegressions = new Hono<HonoEnvironment>().get("/", (context) => {
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
    metaRegressionJson(query, canonical, outcome, moderator),
  );
});
