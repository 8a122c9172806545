/** Marks the cohorts that a reader added, so that they can be told from those of the data. */
import type { ComputeCohort } from "#data/compute-set.ts";

/** Begins the ids of such cohorts. The ids contain no name, because a question may name ids. */
const prefix = "added-";

/** Marks a cohort as added. @param place Its place among those that were added, from 1. */
export function markCohortAdded(cohort: ComputeCohort, place: number): ComputeCohort {
  const id = `${prefix}${place}`;
  return { ...cohort, id, trial: id };
}

export function isAddedCohortId(id: string): boolean {
  return id.startsWith(prefix);
}
