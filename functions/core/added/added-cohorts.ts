/**
 * Converts cohorts that a reader added to the form that comparing reads: they are counted by the same rules as all
 * others.
 */
import { computeCohortOf } from "#data/compute-cohort.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Cohort } from "#data/schema.ts";
import { markAdded } from "../evidence/added.ts";
import type { Dataset } from "../evidence/dataset.ts";

/** @param labelOf Makes the label by which answers call a cohort, from the name that the reader typed. */
export function addedCohorts(
  cohorts: readonly Cohort[],
  labelOf = (name: string): string => name,
): ComputeCohort[] {
  return cohorts.map((cohort, index) => {
    const label = labelOf(cohort.label);
    return markAdded(computeCohortOf({ ...cohort, label }, [], []), index + 1);
  });
}

export function withAdded(dataset: Dataset, addedCohorts: readonly ComputeCohort[]): Dataset {
  return { ...dataset, cohorts: [...dataset.cohorts, ...addedCohorts] };
}
