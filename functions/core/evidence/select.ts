/** Which cohorts a query selects, and why it excludes each of the others. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import { type LeftOut, reasonAgainst } from "./filters.ts";

export interface Excluded extends LeftOut {
  cohort: ComputeCohort;
}

export interface Selection {
  included: readonly ComputeCohort[];
  excluded: readonly Excluded[];
}

export function select(query: Query, dataset: Dataset): Selection {
  const included: ComputeCohort[] = [];
  const excluded: Excluded[] = [];
  for (const cohort of dataset.cohorts) {
    const leftOut = reasonAgainst(cohort, query, dataset);
    if (leftOut === null) included.push(cohort);
    else excluded.push({ cohort, ...leftOut });
  }
  return { included, excluded };
}

/** Number of cohorts of each class that a query would select. Computes nothing else. */
export function countCohorts(query: Query, dataset: Dataset): Record<TherapyClass, number> {
  return countByClass(
    dataset.cohorts.filter((cohort) => reasonAgainst(cohort, query, dataset) === null),
  );
}

export function countByClass(cohorts: readonly ComputeCohort[]): Record<TherapyClass, number> {
  const counts: Record<TherapyClass, number> = { "car-t": 0, bsab: 0 };
  for (const { therapyClass } of cohorts) counts[therapyClass] += 1;
  return counts;
}
