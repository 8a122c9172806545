/** What `/v1/sensitivity` and `/v1/meta-regression` return. */
import * as v from "valibot";
import { answerStamp, byClass, intervalSchema, therapyClassSchema } from "./parts.ts";
import { classContrastSchema, poolStatusSchema } from "./pool.ts";
import { querySchema } from "./query.ts";

const asked = { ...answerStamp, query: querySchema, canonical: v.string() };

export const sensitivityPoolSchema = v.strictObject({
  status: poolStatusSchema,
  k: v.number(),
  n: v.nullable(v.number()),
  estimate: v.nullable(v.number()),
  interval: v.nullable(intervalSchema),
  tau: v.nullable(v.number()),
});

export const analysisSchema = v.strictObject({
  kind: v.picklist(["base", "leave-one-out", "prior", "model", "rule"]),
  value: v.string(),
  label: v.string(),
  pools: byClass(sensitivityPoolSchema),
  contrasts: v.array(classContrastSchema),
  query: v.nullable(v.string()),
});

export const sensitivitySchema = v.strictObject({
  ...asked,
  outcome: v.string(),
  analyses: v.array(analysisSchema),
});

const cohortOfGroup = { cohort: v.string(), label: v.string(), group: therapyClassSchema };

export const termSchema = v.strictObject({
  name: v.string(),
  estimate: v.number(),
  se: v.number(),
  pValue: v.number(),
  interval: intervalSchema,
  oddsRatio: v.number(),
});

/** Without the question. */
const regressionEntries = {
  status: v.picklist(["ok", "not-estimable"]),
  remark: v.nullable(v.string()),
  outcome: v.string(),
  moderator: v.picklist(["prior-lines", "age", "year", "follow-up"]),
  model: v.picklist(["glmm", "reml", "pm", "dl", "fixed"]),
  k: v.number(),
  terms: v.array(termSchema),
  tau2: v.nullable(v.number()),
  r2: v.nullable(v.number()),
  points: v.array(
    v.strictObject({
      ...cohortOfGroup,
      x: v.number(),
      events: v.number(),
      n: v.number(),
      estimate: v.number(),
    }),
  ),
  lines: byClass(
    v.array(v.strictObject({ x: v.number(), estimate: v.number(), interval: intervalSchema })),
  ),
  silent: v.array(v.strictObject(cohortOfGroup)),
};

export const metaRegressionSchema = v.strictObject({ ...asked, ...regressionEntries });
