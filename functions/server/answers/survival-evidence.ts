/** Survival of the trials of an answer as they printed it, which no pool holds. */

import { dataset } from "#core/dataset.ts";
import { monthsByTrial } from "#core/evidence/survival-months.ts";
import { adjustedComparisonsOf } from "#core/others/adjusted-comparisons.ts";
import { comparisons } from "#data/generated/collections.ts";
import { medians } from "#data/generated/medians.ts";
import type { SurvivalEvidence } from "#presentation/statement/survival.ts";
import type { ClassAnswer } from "./class-answer.ts";

export function survivalEvidence({
  query,
  selection,
}: Pick<ClassAnswer, "query" | "selection">): SurvivalEvidence {
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  const cohorts = dataset.cohorts.filter(({ id }) => included.has(id));
  return {
    monthsOf: (family) => monthsByTrial(cohorts, medians, family, query),
    compared: adjustedComparisonsOf(comparisons, { kind: "randomised" }),
  };
}
