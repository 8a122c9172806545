/** `GET /v1/meta-regression`: whether a rate goes with prior lines, age, year or follow-up of the cohorts. */
import { Hono } from "hono";
import { type ModeratorName, metaRegression, moderators } from "../comparison/meta-regression.ts";
import { parseQuery, type QueryProblem } from "../comparison/parse-query.ts";
import { canonicalQuery } from "../comparison/query-text.ts";
import { roundDeep } from "../comparison/round.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { queryProblemResponse } from "../problem.ts";
import { closedParameters } from "./closed-parameters.ts";
import { cacheableJson } from "./json.ts";
import { oneOutcome } from "./one-outcome.ts";

const words = { moderator: Object.keys(moderators) as ModeratorName[] };
const noModerator: QueryProblem = {
  parameter: "moderator",
  value: "",
  message: "a moderator is needed here",
  allowed: words.moderator,
};
const regressed = dataset.outcomes.filter(({ kind }) => kind === "count");

export const metaRegressions = new Hono<HonoEnvironment>().get("/", (context) => {
  const given = [...new URL(context.req.url).searchParams];
  const own = new URLSearchParams(given.filter(([name]) => name === "moderator"));
  const asked = given.filter(([name]) => name !== "moderator");
  const { values, problems: ofModerator } = closedParameters(own, words);
  const { query, problems: ofQuestion } = parseQuery(asked, dataset, { onlyClasses: true });
  if (ofModerator || ofQuestion) {
    return queryProblemResponse([...(ofModerator ?? []), ...(ofQuestion ?? [])]);
  }
  const { outcome, problem } = oneOutcome(query, regressed);
  const { moderator } = values;
  if (problem || !moderator) {
    return queryProblemResponse([
      ...(moderator ? [] : [noModerator]),
      ...(problem ? [problem] : []),
    ]);
  }
  const canonical = `moderator=${moderator}&${canonicalQuery(query, dataset)}`;
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
