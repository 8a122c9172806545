/** The numbers behind the appraisal of certainty, apart from it: a screen marks thin evidence by the same ones. */
import type { Pool } from "./answer.ts";

/** Fewer tell nothing of how much trials differ: the spread is then what the prior says. */
export const minimumCohorts = 3;

export const rules = {
  minimumCohorts,
  minimumPatients: 100,
  /** Percentage points. */
  widestInterval: 30,
  /** An interval that reaches both −10 and +10 tells nothing about the direction. */
  meaningfulDifference: 10,
  largestTau: 1,
  priorLinesApart: 2,
  followUpRatio: 1.5,
  largestUnknownFollowUp: 1 / 3,
} as const;

/** Median follow-up of a pool in months; `null` where too few patients' is reported to speak for all. */
export function knownFollowUp({ followUp }: Pick<Pool, "followUp">): number | null {
  if (followUp === null || followUp.unknownShare > rules.largestUnknownFollowUp) return null;
  return followUp.months;
}
