import fc from "fast-check";
import type { Study } from "#core/statistics/study.ts";
import { studies } from "../arbitraries.ts";

export const tau2Method = fc.constantFrom("FE", "DL", "PM", "ML", "REML");

/** 1 to 60 cohorts of up to 1000 patients. */
export const someStudies = studies();

/** Cohorts from pairs `[events, n]`. */
export function cohorts(...counts: readonly (readonly [events: number, n: number])[]): Study[] {
  return counts.map(([events, n]) => ({ events, n }));
}

/** Eleven different cohorts. */
export const ELEVEN = cohorts(
  [38, 49],
  [17, 18],
  [34, 45],
  [50, 57],
  [4, 5],
  [60, 88],
  [51, 79],
  [13, 20],
  [25, 34],
  [6, 6],
  [78, 86],
);

export function copies(study: Study, k: number): Study[] {
  return Array.from({ length: k }, () => study);
}
