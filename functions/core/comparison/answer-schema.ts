/**
 * The schema of an answer: what `/v1/comparison` returns and what every screen is drawn from. The
 * types, the JSON Schema and the documentation are generated from it. It is used for documentation
 * and tests only: no answer is parsed with it, and code that ships imports only its types, from
 * `answer.ts`.
 */
import * as v from "valibot";
import { described, ifGiven, listOf, named, oneOf, orNull } from "#data/schema/described.ts";
import { outcomeSchema } from "#data/schema.ts";
import { poolSchema } from "./pool-schema.ts";
import { publishedBesideSchema } from "./published-schema.ts";
import {
  answerStamp,
  byClass,
  fields,
  intervalSchema,
  ofClass,
  therapyClassSchema,
} from "./schema-parts.ts";

const lostCheckSchema = named("LostCheck", {
  kind: oneOf(
    ["rule", "leave-product-out", "leave-one-out", "prior", "model"],
    "What was changed, as in `/v1/sensitivity`.",
  ),
  value: described(
    v.string(),
    "Stable name of the check: `availability=us`, the product or cohort left out, `tau-2`, `glmm`, …",
  ),
  cohort: orNull(v.string(), "What the cohort left out is called; else `null`."),
  differencePer100: orNull(
    v.number(),
    "Difference of the two estimates then, per 100 patients; `null` if there is no contrast.",
  ),
  differenceInterval: orNull(intervalSchema, "95 % interval of it."),
});

const checkedSchema = named("Checked", {
  lost: orNull(
    lostCheckSchema,
    "The first check, the weightiest first, in which the interval no longer excludes 0 on the same side; `null` if it does so in all. `/v1/sensitivity` names the others.",
  ),
});

const byNameSchema = named("ByName", {
  product: described(v.string(), "Slug of the product of CAR-T."),
  against: described(v.string(), "Slug of the bispecific."),
  counts: listOf(
    v.strictObject({
      events: described(v.number(), "Patients with the event."),
      n: described(v.number(), "Patients counted over."),
    }),
    "Of either, all trials together.",
  ),
  differencePer100: described(v.number(), "Difference of the two rates, per 100 patients."),
  differenceInterval: orNull(
    intervalSchema,
    "95 % interval by Newcombe’s method 10; `null` where the trials of one of them differ.",
  ),
  text: described(v.string(), "The same in words."),
});

/** For a landmark `hazardRatio` is about the event, and all else about survival. */
export const contrastSchema = named("Contrast", {
  group: described(v.string(), "The class that is compared."),
  against: described(v.string(), "The class it is compared with."),
  status: oneOf(
    ["ok", "not-estimable", "not-representative"],
    "`ok`, or why there is no contrast: `not-estimable` without a pool of the same model on both sides; `not-representative` where a pool holds less than a third of the patients of its class or group, or lacks a product with a quarter of them, or where the classes may not stand beside each other: too few trials after BCMA-directed therapy, or events that accumulate over follow-ups that are unknown or differ 1.25 times or more; or where a side is one product whose cohorts differ.",
  ),
  oddsRatio: orNull(
    v.number(),
    "Odds ratio; above 1 means more events in the group than in the reference. Where a side is one product as it was counted: of the two counts (Woolf), or `null`.",
  ),
  interval: orNull(intervalSchema, "95 % interval of the odds ratio."),
  hazardRatio: orNull(
    v.number(),
    "For survival at a month: ratio of the cumulative hazards of the event; above 1 means more events in the group than in the reference.",
  ),
  hazardRatioInterval: orNull(intervalSchema, "Its 95 % interval."),
  /** One estimate minus the other, so that the three numbers of a row are consistent. */
  differencePer100: orNull(
    v.number(),
    "Difference of the two estimates per 100 patients; above 0 means more events, or more patients alive or without progression, in the group than in the reference.",
  ),
  /** `riskDifferenceMedian` in the reference fixtures; close to `differencePer100`, not equal. */
  differenceMedian: orNull(
    v.number(),
    "Median of the difference's own distribution, per 100 patients.",
  ),
  differenceInterval: orNull(intervalSchema, "95 % interval of the difference, per 100 patients."),
  observed: orNull(
    v.strictObject({
      differencePer100: described(v.number(), "Difference of the two rates, per 100 patients."),
      differenceInterval: described(intervalSchema, "95 % interval by Newcombe’s method 10."),
    }),
    "Where both sides are a single cohort or, by the default model, a single product: the difference between these two, to be shown in place of the difference of the estimates; else `null`.",
  ),
  probabilityHigher: orNull(
    v.number(),
    "Probability that the rate (or survival) is higher in the group; only from the default model.",
  ),
  pValue: orNull(v.number(), "P value, two-sided; `null` by the default model."),
  strength: orNull(
    v.picklist(["same-in-every-check", "depends", "either-way"]),
    "`same-in-every-check`: the interval of the difference lies on one side of 0, here and in every check; `depends`: here, but not in the check that `checked` names; `either-way`: it holds 0. `null` without a contrast, where a side is one product as it was counted, where the difference shown is `observed`, and between other groups than the two classes.",
  ),
  checked: orNull(
    checkedSchema,
    "Whether every check that `/v1/sensitivity` makes of this difference keeps it. `null` where its interval holds 0, where a side is one product as it was counted (`pools.*.observed`), of which no check says anything, where the difference shown is `observed`, and between other groups than the two classes.",
  ),
});

export const classContrastSchema = v.strictObject({
  ...contrastSchema.entries,
  group: described(therapyClassSchema, "The group: a class unless `compare` says otherwise."),
  against: described(therapyClassSchema, "The class it is compared with."),
});

/** A caution, or a reason for low certainty: a stable code, a label for the row, and its text. */
export const remarkSchema = named("Remark", {
  code: described(v.string(), "A stable word for it."),
  /** At most four words. */
  label: fields.label,
  text: described(v.string(), "In words."),
});

export const certaintySchema = named("Certainty", {
  /** `not-rated` if there is no contrast. */
  level: oneOf(["low", "very-low", "not-rated"], "How certain the contrast is, at most `low`."),
  reasons: listOf(remarkSchema, "Why it is not higher."),
});

export const outcomeComparisonSchema = named("OutcomeComparison", {
  outcome: described(v.string(), "Id of the outcome."),
  label: fields.label,
  detail: orNull(v.string(), "Second line under the label; `null` where none is needed."),
  phrase: described(v.string(), "Completes “26 more …”."),
  group: described(outcomeSchema.entries.group, "What kind of outcome it is."),
  direction: described(
    outcomeSchema.entries.direction,
    "Whether more of it is a benefit or a harm.",
  ),
  timeDependent: described(v.boolean(), "Whether longer follow-up alone makes it more frequent."),
  appliesTo: listOf(therapyClassSchema, "Classes that can have this outcome."),
  notFor: outcomeSchema.entries.notFor,
  set: orNull(
    v.strictObject({
      found: described(v.number(), "Cohorts with a figure in this row."),
      used: orNull(
        v.number(),
        "Cohorts of the published set that the question asks for; `null` where its list is not public.",
      ),
    }),
    "Where the question repeats a published set: on how much of it the row rests; what it printed itself stands first in `published`. Else `null`.",
  ),
  pools: described(v.record(v.string(), poolSchema), "The summary of each group."),
  contrasts: listOf(
    contrastSchema,
    "Every other group against the reference, which is bispecifics between the classes. Where the reference has no number because its trials differ, or fell back to the default model, and two or more groups have one, against the largest of these: see `against`.",
  ),
  byName: ifGiven(
    v.array(byNameSchema),
    "Where the classes are not contrasted: products with two cohorts and 100 patients or more each that counted the same, by name. Never a ranking.",
  ),
  published: orNull(
    publishedBesideSchema,
    "What meta-analyses printed for the same outcome and class; `null` if groups other than the classes are compared.",
  ),
  certainty: described(certaintySchema, "Automatic appraisal by stated rules."),
  cautions: listOf(remarkSchema, "What to bear in mind, each with a stable code."),
});

export const relaxationSchema = named("Relaxation", {
  parameter: described(
    v.string(),
    "Name of the parameter; `anywhere`: products approved in any region; `all`: every filter.",
  ),
  query: described(v.string(), "The question without that filter, as canonical text."),
  cohorts: described(byClass(v.number()), "Number of cohorts of each class then."),
});

export const askedSetSchema = named("AskedSet", {
  id: described(v.string(), "Id."),
  name: described(v.string(), "Name."),
  cohorts: orNull(
    v.number(),
    "How many of its cohorts are known here; `null` where its list is not public.",
  ),
  used: orNull(v.number(), "How many cohorts it pooled; `null` where that is not printed."),
  modified: described(v.boolean(), "Whether the question says anything that the set does not."),
});

export const medianAgesSchema = v.strictObject({
  lowest: described(v.number(), "In years."),
  highest: described(v.number(), "In years."),
});

export const selectionSchema = named("Selection", {
  included: listOf(
    v.strictObject({
      ...ofClass,
      product: fields.product,
      group: described(v.string(), "The group: a class unless `compare` says otherwise."),
    }),
    "Cohorts that take part.",
  ),
  excluded: listOf(
    v.strictObject({
      ...ofClass,
      parameter: described(v.string(), "Name of the parameter."),
      reason: described(v.string(), "Why, in words."),
    }),
    "Cohorts left out, each with the filter that did so.",
  ),
  cohorts: described(v.record(v.string(), v.number()), "Number of cohorts of each group."),
  medianAges: described(
    v.record(v.string(), v.nullable(medianAgesSchema)),
    "The median ages of the cohorts of each group, from the lowest to the highest; `null` if fewer than half of them print one.",
  ),
  relax: listOf(
    relaxationSchema,
    "When a class, or every group, is empty: filters that could be lifted, most helpful first.",
  ),
  reset: described(
    v.string(),
    "The same outcomes with every filter at its default, as canonical text.",
  ),
});

/** @param question The schema of the question that the answer repeats. */
export function comparisonSchemaOf<Q extends v.GenericSchema>(question: Q) {
  return named("Comparison", {
    ...answerStamp,
    dataDate: described(v.string(), "Date of the data version. Approvals count as of it."),
    query: described(question, "What was asked, defaults included."),
    canonical: described(
      v.string(),
      "The question as one text, without what is default; empty for the default question.",
    ),
    href: described(v.string(), "Address of it; `null` where there is none."),
    set: orNull(
      askedSetSchema,
      "The published meta-analysis whose question is asked; `null` for the current evidence.",
    ),
    groups: listOf(
      v.string(),
      "The groups compared, in the order they are shown in: the two classes unless `compare` says otherwise.",
    ),
    groupNames: described(v.record(v.string(), v.string()), "How each group is called."),
    reference: orNull(
      v.string(),
      "The group every other one stands against, unless a row says otherwise (`against`); `null` without any group.",
    ),
    outcomes: listOf(outcomeComparisonSchema, "One entry for every outcome asked for."),
    cautions: listOf(remarkSchema, "What to bear in mind, each with a stable code."),
    selection: described(selectionSchema, "Which cohorts take part, and why the others do not."),
    review: described(
      v.strictObject({
        status: oneOf(["not-reviewed", "reviewed"], "Whether a clinician has reviewed the data."),
        statement: described(v.string(), "The same in a sentence."),
      }),
      "Whether a clinician has reviewed the data.",
    ),
  });
}
