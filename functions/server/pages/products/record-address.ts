/** Addresses of records of cohorts, where every number has its source. */
import { dataset } from "#core/dataset.ts";

export function recordAddress(cohort: string): string {
  return `/v1/cohorts/${cohort}.html`;
}

const labels = new Map(dataset.cohorts.map(({ id, label }) => [id, label]));

export function cohortLabel(cohort: string): string {
  return labels.get(cohort) ?? cohort;
}
