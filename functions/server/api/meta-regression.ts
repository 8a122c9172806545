/**
 * `GET /v1/meta-regression`: whether a rate changes with prior lines, age, year or follow-up of the
 * cohorts.
 */
import * as v from "valibot";
import { type ModeratorName, moderators } from "#core/comparison/meta-regression.ts";
import {
  byClass,
  intervalSchema,
  ofCohort,
  therapyClassSchema,
} from "#core/comparison/schema-parts.ts";
import { dataset } from "#core/dataset.ts";
import type { QueryProblem } from "#core/question/parse-query.ts";
import { described, listOf, named, oneOf, orNull } from "#data/schema/described.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { metaRegressionJson } from "../answers/answers.ts";
import { cacheable } from "../answers/cacheable.ts";
import { oneOutcome } from "../answers/one-outcome.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { closed, questionAbout } from "../documentation/resource-parameters.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { asked } from "./schemas/question.ts";

/** The allowed values of its own parameter. */
const moderatorWords = { moderator: Object.keys(moderators) as ModeratorName[] };
const noModerator: QueryProblem = {
  parameter: "moderator",
  value: "",
  message: "a moderator is needed here",
  allowed: moderatorWords.moderator,
};
/** The outcomes that a regression can be about. */
const regressed = dataset.outcomes.filter(({ kind }) => kind === "count");

export const routes: Routes = {
  "/v1/meta-regression": (context) => {
    const asked = readQuestion(context.req.url, { own: moderatorWords, onlyClasses: true });
    if (asked.problems) return queryProblemResponse(asked.problems);
    const { query } = asked;
    const { outcome, problem } = oneOutcome(query, regressed);
    const { moderator } = asked.values;
    if (problem || !moderator) {
      const problems = [moderator ? null : noModerator, problem];
      return queryProblemResponse(problems.filter((one) => one != null));
    }
    const canonical = `moderator=${moderator}&${asked.canonical}`;
    return cacheable(context, {
      resource: `meta-regression?${canonical}`,
      form: "json",
      isAnswer: true,
      make: () => metaRegressionJson(query, canonical, outcome, moderator, catalogue),
    });
  },
};

export function metaRegressionSchema() {
  const cohortOfGroup = {
    ...ofCohort,
    group: described(therapyClassSchema, "The group: a class unless `compare` says otherwise."),
  };

  const termSchema = named("Term", {
    name: described(v.string(), "Name."),
    estimate: described(v.number(), "On the logit scale; of a moderator per unit."),
    se: described(v.number(), "Standard error."),
    pValue: described(v.number(), "P value, two-sided; `null` by the default model."),
    interval: described(intervalSchema, "95 % interval."),
    oddsRatio: orNull(
      v.number(),
      "Exponential of the estimate; `null` where that is larger than a number can be.",
    ),
  });

  /** The fields without the question. */
  const regressionEntries = {
    status: oneOf(["ok", "not-estimable"], "`ok`, or why there is no answer or a limited one."),
    remark: orNull(
      v.string(),
      "Why there is none, or all there is to doubt in it: few cohorts, overlaps that were not settled, several cohorts of one product, which count as independent.",
    ),
    outcome: described(v.string(), "Id of the outcome."),
    moderator: oneOf(["prior-lines", "age", "year", "follow-up"], "What the rate may go with."),
    model: oneOf(["glmm", "reml", "pm", "dl", "fixed"], "The model."),
    k: described(v.number(), "Number of cohorts."),
    terms: listOf(termSchema, "The coefficients."),
    tau2: orNull(v.number(), "Variance between cohorts that remains."),
    r2: orNull(
      v.number(),
      "Share of the spread between cohorts that class and moderator account for, in percent.",
    ),
    points: listOf(
      v.strictObject({
        ...cohortOfGroup,
        x: described(v.number(), "Value of the moderator."),
        events: described(v.number(), "Patients with the event; `null` where there is no count."),
        n: described(v.number(), "Patients counted over; `null` where that is not known."),
        estimate: described(v.number(), "Rate, 0 to 1."),
      }),
      "The cohorts of the regression.",
    ),
    lines: described(
      byClass(
        v.array(
          v.strictObject({
            x: described(v.number(), "Value of the moderator."),
            estimate: described(v.number(), "Rate, 0 to 1."),
            interval: described(intervalSchema, "95 % interval."),
          }),
        ),
      ),
      "The fitted line of each class, within what its cohorts have.",
    ),
    silent: listOf(
      v.strictObject(cohortOfGroup),
      "Pooled cohorts that do not report the moderator.",
    ),
  };

  return named("MetaRegression", { ...asked, ...regressionEntries });
}

export const operations = (): readonly Described[] => [
  {
    id: "getMetaRegression",
    path: "/v1/meta-regression",
    tag: "Compare",
    summary: "Whether a rate goes with how the cohorts differ",
    description:
      "Regression on a property of the cohorts, with class. A relation between cohorts need not hold between patients, and several cohorts of one product count as independent, which `remark` then says. Without a `model` it is `glmm`, the default model having no regression.",
    parameters: [...closed(moderatorWords, { required: true }), ...questionAbout(regressed)],
    json: metaRegressionSchema(),
    example: "/v1/meta-regression?outcome=orr&moderator=age",
    also: [503],
  },
];
