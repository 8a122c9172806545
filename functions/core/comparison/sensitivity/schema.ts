/** What `/v1/sensitivity` answers, for documentation and tests; other code has types only. */
import * as v from "valibot";
import { described, listOf, named, oneOf, orNull } from "#data/schema/described.ts";
import type { Of } from "../answer.ts";
import { classContrastSchema } from "../answer-schema.ts";
import { poolSchema, poolStatusSchema } from "../pool-schema.ts";
import { byClass, intervalSchema, ofCohort } from "../schema-parts.ts";
import type { Change } from "./checks.ts";
import { unjudgedReasons } from "./judge.ts";

const sensitivityPoolSchema = named("SensitivityPool", {
  status: described(poolStatusSchema, "`ok`, or why there is no answer or a limited one."),
  k: described(v.number(), "Number of cohorts."),
  n: orNull(v.number(), "Patients counted over; `null` where that is not known."),
  estimate: orNull(v.number(), "Rate of a typical cohort, 0 to 1."),
  interval: orNull(intervalSchema, "95 % interval."),
  tau: poolSchema.entries.tau,
});

const { strength: _, checked: __, ...contrastEntries } = classContrastSchema.entries;

const analysisSchema = named("Analysis", {
  kind: oneOf(
    ["base", "rule", "leave-product-out", "prior", "model", "leave-one-out"],
    "What was changed; `base` is the answer as asked.",
  ),
  value: described(
    v.string(),
    "A stable name: the parameter with its value, the prior, the model, or the product or cohort left out.",
  ),
  label: described(v.string(), "A few words to show."),
  verdict: orNull(
    v.picklist(["kept", "lost"]),
    "`kept`: the 95 % interval of the difference still lies on the same side of 0, or still holds 0; `lost`: it does not, or, at another place or without a product, nothing can be compared; `null`: no verdict.",
  ),
  reason: orNull(
    v.picklist(unjudgedReasons),
    "Why there is no verdict: the question says so already, the answer has no contrast, the changed one has none, the same cohorts with the same figures are pooled as asked (`same-figures`) or by an earlier check (`same-check`), the model has no prior, or the model has no answer.",
  ),
  pools: described(byClass(sensitivityPoolSchema), "The summary of each group."),
  contrasts: listOf(
    v.strictObject(contrastEntries),
    "CAR-T against bispecifics. Empty where a class is one product as it was counted, which is no finding about the class.",
  ),
  query: orNull(
    v.string(),
    "The changed question as canonical text; `null` for a change that no question says, as of a prior.",
  ),
});

const withoutSchema = named("WithoutCohort", {
  ...ofCohort,
  differencePer100: described(v.number(), "Difference without it, per 100 patients."),
  differenceInterval: described(intervalSchema, "95 % interval of it."),
});

const heldSchema = named("Held", {
  finding: orNull(
    v.picklist([-1, 0, 1]),
    "Where the 95 % interval of the difference lies: above 0 (1), below 0 (-1), or neither (0; an end that is 0 excludes nothing). `null` without a contrast.",
  ),
  checks: described(
    v.number(),
    "Checks with a verdict. Leaving one trial out is one check, which any of the trials can lose.",
  ),
  kept: described(v.number(), "How many of them keep the finding."),
  lost: listOf(
    v.strictObject({
      value: described(v.string(), "Stable name of the check."),
      label: described(v.string(), "A few words to show."),
    }),
    "The others, the weightiest first, and each trial without which the finding is lost.",
  ),
  leaveOneOut: orNull(
    v.strictObject({
      lowest: described(withoutSchema, "The lowest difference when one cohort is left out."),
      highest: described(withoutSchema, "The highest."),
      cohorts: described(v.number(), "Cohorts without which there is still a contrast."),
      lost: listOf(
        v.strictObject(ofCohort),
        "Of these, the ones without which the finding is lost.",
      ),
    }),
    "The range of the difference when single cohorts are left out; `null` where none is left.",
  ),
  tippingPoint: orNull(
    v.number(),
    "The end of the difference’s interval that is nearest to 0, per 100 patients: the interval would reach 0 if the bispecific patients had been ones of whom so many more have the event. `null` where the interval holds 0.",
  ),
  text: described(v.string(), "The same in sentences, as the widget shows it."),
});

export const sensitivityEntries = {
  outcome: described(v.string(), "Id of the outcome."),
  held: described(heldSchema, "What all checks say together."),
  analyses: listOf(
    analysisSchema,
    "The answer as it stands, then one line for every check, the weightiest first.",
  ),
};

export type Analysis = Of<typeof analysisSchema>;

/** What all checks say together, before it is said. */
export interface Held extends Omit<Of<typeof heldSchema>, "lost" | "text"> {
  readonly lost: readonly Change[];
}
