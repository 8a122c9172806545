/** What `/v1/subgroups`, `/v1/comparisons` and `/v1/published` return. */
import * as v from "valibot";
import { comparisonKinds, subgroupVariables } from "#data/collection-vocabulary.ts";
import {
  comparisonFigureSchema,
  comparisonStudySchema,
  sideSchema,
  subgroupFigureSchema,
  subgroupStudySchema,
} from "#data/schema.ts";
import { citedPublishedSchema, citedReportSourceSchema } from "./cited.ts";
import { answerStamp, byClass, intervalSchema, therapyClassSchema } from "./parts.ts";

const closedQuery = {
  "therapy-class": v.exactOptional(therapyClassSchema),
  product: v.exactOptional(v.string()),
  outcome: v.exactOptional(v.string()),
};

export const subgroupLevelSchema = v.strictObject({
  ...v.omit(subgroupFigureSchema, ["variable", "outcome", "definition", "source"]).entries,
  source: citedReportSourceSchema,
});

export const subgroupTableSchema = v.strictObject({
  study: v.strictObject({
    ...v.pick(subgroupStudySchema, ["id", "label", "therapyClass", "products"]).entries,
    cohort: v.nullable(v.string()),
  }),
  variable: subgroupFigureSchema.entries.variable,
  outcome: v.string(),
  definition: v.nullable(v.string()),
  levels: v.array(subgroupLevelSchema),
});

export const variableCountSchema = v.strictObject({
  variable: subgroupFigureSchema.entries.variable,
  label: v.string(),
  counts: byClass(v.strictObject({ studies: v.number(), figures: v.number() })),
});

export const subgroupsSchema = v.strictObject({
  dataVersion: v.string(),
  query: v.strictObject({
    variable: v.exactOptional(
      v.picklist(Object.keys(subgroupVariables) as (keyof typeof subgroupVariables)[]),
    ),
    ...closedQuery,
  }),
  variables: v.array(variableCountSchema),
  subgroups: v.array(subgroupTableSchema),
});

export const comparisonRowSchema = v.strictObject({
  ...v.omit(comparisonFigureSchema, ["of", "against", "source"]).entries,
  of: sideSchema,
  against: v.nullable(sideSchema),
  source: citedReportSourceSchema,
});

export const comparisonTableSchema = v.strictObject({
  study: v.pick(comparisonStudySchema, ["id", "label", "kind", "method", "notes"]),
  betweenClasses: v.boolean(),
  rows: v.array(comparisonRowSchema),
});

export const adjustedComparisonsSchema = v.strictObject({
  dataVersion: v.string(),
  query: v.strictObject({
    kind: v.exactOptional(
      v.picklist(Object.keys(comparisonKinds) as (keyof typeof comparisonKinds)[]),
    ),
    ...closedQuery,
  }),
  kinds: v.record(v.string(), v.string()),
  comparisons: v.array(comparisonTableSchema),
});

const agreementFigureSchema = v.strictObject({
  value: v.nullable(v.number()),
  interval: v.nullable(intervalSchema),
});

export const agreementSchema = v.strictObject({
  published: v.string(),
  outcome: v.string(),
  group: v.string(),
  measure: v.picklist(["rate", "events", "odds ratio", "hazard ratio", "other"]),
  theirs: agreementFigureSchema,
  ours: v.nullable(agreementFigureSchema),
  cohorts: v.strictObject({
    found: v.nullable(v.number()),
    used: v.nullable(v.number()),
  }),
  status: v.picklist([
    "reproduced",
    "within their interval",
    "differs",
    "needs individual data",
    "cohorts missing",
  ]),
  reason: v.nullable(v.string()),
  query: v.nullable(v.string()),
});

export const publishedWithAgreementSchema = v.strictObject({
  ...citedPublishedSchema.entries,
  href: v.nullable(v.pipe(v.string(), v.url())),
  agreement: v.array(agreementSchema),
});

export const publishedListSchema = v.strictObject({
  ...answerStamp,
  published: v.array(publishedWithAgreementSchema),
});
