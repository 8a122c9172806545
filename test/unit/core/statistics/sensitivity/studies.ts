import fc from "fast-check";
import type { ContinuityCorrection } from "#core/statistics/effect-size/continuity-correction.ts";
import type { Study } from "#core/statistics/study.ts";
import { studies } from "../arbitraries.ts";

export const HALF: ContinuityCorrection = { add: 0.5, to: "only0" };

export const LOGITS = { transform: "PLO", correction: HALF } as const;

export const transform = fc.constantFrom("PLO", "PFT", "PAS");

export const tau2Method = fc.constantFrom("FE", "DL", "PM", "ML", "REML");

/** 1 to 60 cohorts of up to 1000 patients. */
export const someStudies = studies();

/** Cohorts from pairs `[events, n]`. */
export function cohorts(...counts: readonly (readonly [events: number, n: number])[]): Study[] {
  return counts.map(([events, n]) => ({ events, n }));
}

/** Eleven different cohorts. */
export const ELEVEN = cohorts(
  ...([
    [38, 49],
    [17, 18],
    [34, 45],
    [50, 57],
    [4, 5],
    [60, 88],
    [51, 79],
    [13, 20],
  ] as const),
  ...([
    [25, 34],
    [6, 6],
    [78, 86],
  ] as const),
);

export function copies(study: Study, k: number): Study[] {
  return Array.from({ length: k }, () => study);
}
