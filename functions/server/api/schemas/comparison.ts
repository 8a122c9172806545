/** What `/v1/comparison` returns. */
import * as v from "valibot";
import { outcomeSchema } from "#data/schema.ts";
import { answerStamp, byClass, therapyClassSchema } from "./parts.ts";
import { contrastSchema, poolSchema } from "./pool.ts";
import { querySchema } from "./query.ts";

export const remarkSchema = v.strictObject({
  code: v.string(),
  label: v.string(),
  text: v.string(),
});

export const certaintySchema = v.strictObject({
  level: v.picklist(["low", "very-low", "not-rated"]),
  reasons: v.array(remarkSchema),
});

export const outcomeComparisonSchema = v.strictObject({
  outcome: v.string(),
  label: v.string(),
  detail: v.nullable(v.string()),
  phrase: v.string(),
  group: outcomeSchema.entries.group,
  direction: outcomeSchema.entries.direction,
  timeDependent: v.boolean(),
  appliesTo: v.array(therapyClassSchema),
  pools: v.record(v.string(), poolSchema),
  contrasts: v.array(contrastSchema),
  certainty: certaintySchema,
  cautions: v.array(remarkSchema),
});

export const relaxationSchema = v.strictObject({
  parameter: v.string(),
  query: v.string(),
  cohorts: byClass(v.number()),
});

export const askedSetSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  cohorts: v.nullable(v.number()),
  used: v.nullable(v.number()),
  modified: v.boolean(),
});

export const selectionSchema = v.strictObject({
  included: v.array(
    v.strictObject({
      cohort: v.string(),
      label: v.string(),
      therapyClass: therapyClassSchema,
      product: v.string(),
      group: v.string(),
    }),
  ),
  excluded: v.array(
    v.strictObject({
      cohort: v.string(),
      label: v.string(),
      therapyClass: therapyClassSchema,
      parameter: v.string(),
      reason: v.string(),
    }),
  ),
  cohorts: v.record(v.string(), v.number()),
  relax: v.array(relaxationSchema),
  reset: v.string(),
});

export const patientCohortSchema = v.strictObject({
  cohort: v.string(),
  label: v.string(),
  therapyClass: therapyClassSchema,
  reason: v.nullable(v.string()),
});

export const patientFitSchema = v.strictObject({
  age: v.nullable(v.number()),
  priorLines: v.nullable(v.number()),
  fit: v.picklist(["any", "confirmed"]),
  fits: v.array(patientCohortSchema),
  outside: v.array(patientCohortSchema),
  notReported: v.array(patientCohortSchema),
});

export const comparisonSchema = v.strictObject({
  ...answerStamp,
  dataDate: v.string(),
  query: querySchema,
  canonical: v.string(),
  href: v.string(),
  set: v.nullable(askedSetSchema),
  groups: v.array(v.string()),
  groupNames: v.record(v.string(), v.string()),
  reference: v.nullable(v.string()),
  outcomes: v.array(outcomeComparisonSchema),
  cautions: v.array(remarkSchema),
  selection: selectionSchema,
  review: v.strictObject({
    status: v.picklist(["not-reviewed", "reviewed"]),
    statement: v.string(),
  }),
  patient: v.exactOptional(patientFitSchema),
});
