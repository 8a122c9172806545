/** One group's summary of one outcome, and two groups against each other. */
import * as v from "valibot";
import { refusalCodes } from "#core/evidence/reasons.ts";
import { cohortSchema } from "#data/schema.ts";
import { populations } from "#data/vocabulary.ts";
import { intervalSchema, therapyClassSchema } from "./parts.ts";

export const poolStatusSchema = v.picklist([
  "ok",
  "no-cohorts",
  "one-cohort",
  "all-zero",
  "all-events",
  "prior-conflict",
  "boundary",
  "fallback",
]);

export const citationSchema = v.strictObject({
  text: v.string(),
  href: v.nullable(v.pipe(v.string(), v.url())),
  locator: v.nullable(v.string()),
  tier: v.number(),
  publication: v.nullable(v.pipe(v.string(), v.url())),
});

export const studyResultSchema = v.strictObject({
  cohort: v.string(),
  label: v.string(),
  product: v.string(),
  events: v.nullable(v.number()),
  n: v.nullable(v.number()),
  estimate: v.number(),
  interval: intervalSchema,
  weight: v.number(),
  followUpMonths: v.nullable(v.number()),
  population: v.picklist(populations),
  regimen: v.picklist(["monotherapy", "combination"]),
  design: cohortSchema.entries.design,
  cut: v.string(),
  source: v.number(),
  citation: v.nullable(citationSchema),
});

export const productPoolSchema = v.strictObject({
  product: v.string(),
  k: v.number(),
  n: v.nullable(v.number()),
  estimate: v.number(),
  interval: intervalSchema,
});

export const followUpSchema = v.strictObject({
  months: v.nullable(v.number()),
  unknownShare: v.number(),
});

export const notPooledSchema = v.strictObject({
  cohort: v.string(),
  label: v.string(),
  code: v.picklist(refusalCodes),
  reason: v.string(),
  events: v.nullable(v.number()),
  n: v.nullable(v.number()),
  percentPrinted: v.nullable(v.number()),
  followUpMonths: v.nullable(v.number()),
});

export const medianResultSchema = v.strictObject({
  cohort: v.string(),
  label: v.string(),
  months: v.number(),
  interval: v.nullable(v.tuple([v.nullable(v.number()), v.nullable(v.number())])),
  citation: v.nullable(citationSchema),
});

export const poolSchema = v.strictObject({
  status: poolStatusSchema,
  k: v.number(),
  events: v.nullable(v.number()),
  n: v.nullable(v.number()),
  estimate: v.nullable(v.number()),
  interval: v.nullable(intervalSchema),
  predictionInterval: v.nullable(intervalSchema),
  marginal: v.nullable(v.number()),
  crude: v.nullable(v.number()),
  tau: v.nullable(v.number()),
  i2: v.nullable(v.number()),
  followUp: v.nullable(followUpSchema),
  products: v.array(productPoolSchema),
  studies: v.array(studyResultSchema),
  notPooled: v.array(notPooledSchema),
  medians: v.array(medianResultSchema),
});

export const contrastSchema = v.strictObject({
  group: v.string(),
  against: v.string(),
  status: v.picklist(["ok", "not-estimable"]),
  oddsRatio: v.nullable(v.number()),
  interval: v.nullable(intervalSchema),
  hazardRatio: v.nullable(v.number()),
  hazardRatioInterval: v.nullable(intervalSchema),
  differencePer100: v.nullable(v.number()),
  differenceMedian: v.nullable(v.number()),
  differenceInterval: v.nullable(intervalSchema),
  probabilityHigher: v.nullable(v.number()),
  pValue: v.nullable(v.number()),
});

export const classContrastSchema = v.strictObject({
  ...contrastSchema.entries,
  group: therapyClassSchema,
  against: therapyClassSchema,
});
