/** Selects the cohorts of a query, with the reason why each other cohort is excluded. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import { findExclusionReason, type LeftOut } from "./filters.ts";

export interface Excluded extends LeftOut {
  cohort: ComputeCohort;
}

export interface Selection {
  included: readonly ComputeCohort[];
  excluded: readonly Excluded[];
}

/** Returns the cohorts that a query selects, and every other cohort with the first reason why it is left out. */
export function splitIncludedAndExcludedCohorts(query: Query, dataset: Dataset): Selection {
  const included: ComputeCohort[] = [];
  const excluded: Excluded[] = [];
  for (const cohort of dataset.cohorts) {
    const leftOut = findExclusionReason(cohort, query, dataset);
    if (leftOut === null) included.push(cohort);
    else excluded.push({ cohort, ...leftOut });
  }
  return { included, excluded };
}

/** Returns the number of cohorts of each class that a query would select, and computes nothing else. */
export function countCohortsPerClass(query: Query, dataset: Dataset): Record<TherapyClass, number> {
  const counts: Record<TherapyClass, number> = { "car-t": 0, bsab: 0 };
  for (const { therapyClass } of listCohortsKeptByQuery(query, dataset)) counts[therapyClass] += 1;
  return counts;
}

/** Returns the cohorts that no filter leaves out; some may share patients. */
export function listCohortsKeptByQuery(query: Query, dataset: Dataset): ComputeCohort[] {
  return dataset.cohorts.filter((cohort) => findExclusionReason(cohort, query, dataset) === null);
}

/** Counts the trials of each class; the parts of one trial count once. */
export function countTrialsPerClass(
  cohorts: readonly ComputeCohort[],
): Record<TherapyClass, number> {
  const trialsOf = (group: TherapyClass) =>
    new Set(cohorts.filter(({ therapyClass }) => therapyClass === group).map(({ trial }) => trial))
      .size;
  return { "car-t": trialsOf("car-t"), bsab: trialsOf("bsab") };
}
