/**
 * Converts cohorts that a reader added to the form that comparing reads: they are counted by the same rules as all
 * others.
 */
import { makeComputeCohort } from "#data/compute-cohort.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Cohort } from "#data/schema.ts";
import { markCohortAdded } from "../evidence/added.ts";
import type { Dataset } from "../evidence/dataset.ts";

/** @param labelOf Makes the label by which answers call a cohort, from the name that the reader typed. */
export function makeAddedCohorts(
  cohorts: readonly Cohort[],
  labelOf = (name: string): string => name,
): ComputeCohort[] {
  return cohorts.map((cohort, index) => {
    const label = labelOf(cohort.label);
    return markCohortAdded(makeComputeCohort({ ...cohort, label }, [], []), index + 1);
  });
}

export function addCohortsToDataset(
  dataset: Dataset,
  addedCohorts: readonly ComputeCohort[],
): Dataset {
  return { ...dataset, cohorts: [...dataset.cohorts, ...addedCohorts] };
}
