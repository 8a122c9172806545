/** The part of `/v1/sensitivity` about small cohorts: its schema and types. */
import * as v from "valibot";
import { described, listOf, named, oneOf, orNull } from "#data/schema/described.ts";
import type { Of } from "../answer.ts";
import { intervalSchema, ofCohort } from "../schema-parts.ts";
import { notAssessedReasons } from "./small-studies.ts";

/** An analysis with its result, or the reason why there is none. */
function assessed<S extends v.GenericSchema>(result: S) {
  return v.strictObject({
    result: orNull(result, "`null` if it was not assessed."),
    reason: orNull(v.picklist(notAssessedReasons), "Why it was not assessed; otherwise `null`."),
    text: orNull(v.string(), "The reason in words."),
  });
}

const sizeLineSchema = named("SizeLine", {
  slope: described(v.number(), "Change of the logit per unit of the measure of size."),
  seSlope: described(v.number(), "Its standard error."),
  statistic: described(v.number(), "Test of slope 0."),
  df: orNull(v.number(), "Degrees of freedom of t; `null` for z."),
  pValue: described(v.number(), "P value, two-sided."),
  limitLogit: described(v.number(), "The logit of an infinitely large cohort."),
});

const rankCorrelationSchema = named("RankCorrelation", {
  kendallTau: described(v.number(), "Kendall's rank correlation."),
  pValue: described(v.number(), "P value, two-sided."),
});

const filledSchema = named("TrimAndFill", {
  side: oneOf(["left", "right"], "Where cohorts seem to be missing."),
  missing: described(v.number(), "Estimated number of missing cohorts."),
  estimate: described(v.number(), "Rate with them filled in, 0 to 1."),
  interval: described(intervalSchema, "95 % interval of it."),
});

const funnelPointSchema = named("FunnelPoint", {
  ...ofCohort,
  logit: described(v.number(), "Logit of the rate."),
  standardError: described(v.number(), "Its standard error."),
  pseudoInterval: described(
    intervalSchema,
    "Where 95 % of cohorts of this precision would lie without any spread.",
  ),
});

export const smallStudiesSchema = named("SmallStudies", {
  k: described(v.number(), "Number of cohorts."),
  remark: oneOf(
    ["rate-and-precision-correlated"],
    "The variance of a logit depends on the rate itself.",
  ),
  text: described(v.string(), "The same in words."),
  peters: described(
    assessed(sizeLineSchema),
    "Peters' test, on 1 / patients; the one to read first.",
  ),
  egger: described(assessed(sizeLineSchema), "Egger's test, on the standard error."),
  begg: described(assessed(rankCorrelationSchema), "Begg's rank correlation."),
  trimAndFill: described(
    assessed(filledSchema),
    "Trim and fill (L0): the pool with the mirror images of cohorts that seem to be missing.",
  ),
  funnel: described(
    assessed(
      v.strictObject({
        mu: described(v.number(), "The pooled logit, where the limits meet."),
        points: listOf(funnelPointSchema, "One point for each cohort."),
      }),
    ),
    "Data of a funnel plot, for any number of cohorts.",
  ),
});

export type SizeLine = Of<typeof sizeLineSchema>;
export type RankCorrelation = Of<typeof rankCorrelationSchema>;
export type Filled = Of<typeof filledSchema>;
export type FunnelPoint = Of<typeof funnelPointSchema>;
