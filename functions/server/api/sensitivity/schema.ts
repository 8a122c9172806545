/** What `/v1/sensitivity` answers. */
import * as v from "valibot";
import { classContrastSchema } from "#core/comparison/answer-schema.ts";
import { poolStatusSchema } from "#core/comparison/pool-schema.ts";
import { byClass, intervalSchema } from "#core/comparison/schema-parts.ts";
import { described, named } from "#data/schema/described.ts";
import { asked } from "../schemas/question.ts";

const sensitivityPoolSchema = named("SensitivityPool", {
  status: described(poolStatusSchema, "`ok`, or why there is no answer or a limited one."),
  k: described(v.number(), "Number of cohorts."),
  n: described(v.nullable(v.number()), "Patients counted over; `null` where that is not known."),
  estimate: described(v.nullable(v.number()), "Rate of a typical cohort, 0 to 1."),
  interval: described(v.nullable(intervalSchema), "95 % interval."),
  tau: described(
    v.nullable(v.number()),
    "Spread between cohorts, as a standard deviation on the scale of the model.",
  ),
});

export const analysisSchema = named("Analysis", {
  kind: described(
    v.picklist(["base", "leave-one-out", "prior", "model", "rule"]),
    "What was changed; `base` is the answer as asked.",
  ),
  value: described(v.string(), "The cohort left out, the prior, or the parameter with its value."),
  label: described(v.string(), "A few words to show."),
  pools: described(byClass(sensitivityPoolSchema), "The summary of each group."),
  contrasts: described(
    v.array(classContrastSchema),
    "Every other group against the reference, which is bispecifics between the classes.",
  ),
  query: described(
    v.nullable(v.string()),
    "What was asked, as canonical text; `null` where no question says so.",
  ),
});

export const sensitivitySchema = named("Sensitivity", {
  ...asked,
  outcome: described(v.string(), "Id of the outcome."),
  analyses: described(
    v.array(analysisSchema),
    "The answer as it stands, then one line for every change.",
  ),
});
