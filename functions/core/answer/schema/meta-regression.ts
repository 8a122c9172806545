/** Defines the schema of an answer of `/v1/meta-regression` without the question. */
import * as v from "valibot";
import {
  bothClasses,
  described,
  listOf,
  namedObject,
  oneOf,
  orNull,
} from "#data/schema/description.ts";
import { populations } from "#data/vocabulary.ts";
import { fields, intervalSchema, namedCohortFields, therapyClassSchema } from "./parts.ts";

const cohortOfGroup = {
  ...namedCohortFields,
  group: described(therapyClassSchema, "The group: a class unless `compare` says otherwise."),
};

const countFields = {
  events: described(v.number(), "Patients with the event."),
  n: described(v.number(), "Patients counted over."),
};

const termSchema = namedObject("Term", {
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

export const regressionSchema = v.strictObject({
  status: oneOf(["ok", "not-estimable"], "`ok`, or why there is no answer or a limited one."),
  remark: orNull(
    v.string(),
    "Why there is none, or all there is to doubt in it: a class whose trials have fewer than three values and so no slope, a class whose range is less than a quarter of that of the other, classes whose spreads differ (the model takes one τ²; with the likelihood-ratio test), few trials, overlaps that were not settled, several trials of one product, which count as independent.",
  ),
  outcome: described(v.string(), "Id of the outcome."),
  moderator: oneOf(["prior-lines", "age", "year", "follow-up"], "What the rate may go with."),
  model: oneOf(["glmm", "reml", "dl"], "The model."),
  interval: oneOf(
    ["t", "wald", "hartung-knapp"],
    "How its intervals and P values are computed, as asked: `t` with k − p degrees of freedom, p coefficients; `wald` by the normal distribution; `hartung-knapp` (only of `reml` and `dl`) with t and the standard error scaled by √max(1, q).",
  ),
  k: described(
    v.number(),
    "Number of trials in the model, one for each point: of classes whose trials have three values or more.",
  ),
  terms: listOf(
    termSchema,
    "The coefficients; that of the class only where `between` is `ok`, because it is a difference at equal values.",
  ),
  tau2: orNull(v.number(), "Variance between trials that remains."),
  r2: orNull(
    v.number(),
    "Share of the spread between trials (τ²) that class and moderator account for together, in percent, not the moderator alone; of one class in the model what the moderator does.",
  ),
  between: orNull(
    v.strictObject({
      status: oneOf(
        ["ok", "no-overlap", "no-spread", "little-spread", "none-within"],
        "`ok`, or why there is no comparison at an equal value: no value lies in the ranges of both classes; a class has fewer than three values; the range of a class is less than a quarter of that of the other, so that the slope is that of the other alone; a class has no trial within the overlap of the ranges.",
      ),
      oddsRatio: orNull(v.number(), "Odds ratio, of the coefficient of the class."),
      interval: orNull(intervalSchema, "95 % interval."),
      pValue: orNull(v.number(), "P value, two-sided."),
      overlap: orNull(
        intervalSchema,
        "The values within the ranges of both classes; `null` where there is none: class and moderator cannot be told apart.",
      ),
      difference: orNull(
        v.strictObject({
          moderatorValue: described(v.number(), "The value: the middle of `overlap`."),
          per100: described(v.number(), "Of 100 patients, CAR-T minus bispecifics."),
          interval: orNull(
            intervalSchema,
            "95 % interval; `null` where it and the interval of the odds ratio disagree.",
          ),
        }),
        "The difference of the rates at one value; `null` unless `status` is `ok`, with fewer than five events of a class, or by another model than `glmm`.",
      ),
    }),
    "CAR-T against bispecifics at an equal value of the moderator; `null` for one class alone or without an answer.",
  ),
  points: listOf(
    v.strictObject({
      group: cohortOfGroup.group,
      trial: fields.trial,
      x: described(
        v.number(),
        "Value of the moderator: of several cohorts their mean, weighted by `n`.",
      ),
      ...countFields,
      estimate: described(v.number(), "Rate, 0 to 1."),
      cohorts: listOf(
        v.strictObject({
          ...namedCohortFields,
          x: described(v.number(), "Value of the moderator."),
          ...countFields,
          population: oneOf(
            populations,
            "Who they are: a rate of all randomised counts those who were never treated, one of the treated leaves them out.",
          ),
        }),
        "Its cohorts; of a published set one.",
      ),
    }),
    "The trials of which a cohort reports the moderator, also those of a class without a slope; of a published set its cohorts.",
  ),
  lines: described(
    bothClasses(
      v.array(
        v.strictObject({
          x: described(v.number(), "Value of the moderator."),
          estimate: described(v.number(), "Rate, 0 to 1."),
          interval: described(intervalSchema, "95 % interval."),
        }),
      ),
    ),
    "The fitted line of each class, within what its trials have; empty of a class whose trials have fewer than three values.",
  ),
  notReporting: listOf(
    v.strictObject(cohortOfGroup),
    "Pooled cohorts that do not report the moderator.",
  ),
});
