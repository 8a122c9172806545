/** Thresholds of the certainty appraisal. The screen marks thin evidence by the same numbers. */
import { contrastedWithin } from "../evidence/cuts.ts";
import type { Pool } from "./answer.ts";

/** With fewer cohorts the spread between trials cannot be estimated: the prior decides it. */
export const minimumCohorts = 3;

/** Share of patients whose follow-up may be unknown. */
const largestUnknownFollowUp = 1 / 3;

export const rules = {
  minimumCohorts,
  minimumPatients: 100,
  /** Percentage points. */
  widestInterval: 30,
  /** Percentage points. An interval that reaches both −10 and +10 leaves the direction open. */
  meaningfulDifference: 10,
  /** A harm is rare where a class has it at most so often: few points then say little of precision. */
  rare: 0.1,
  /** Upper over lower end of the odds ratio of a rare harm. */
  widestRatio: 10,
  largestTau: 1,
  priorLinesApart: 2,
  followUpRatio: contrastedWithin,
  largestUnknownFollowUp,
  /** Share of the patients of a class below which a row is no contrast of the classes. */
  leastShare: 1 / 3,
  /** Share below which a contrast says how much of the class it covers. */
  wholeShare: 1 / 2,
  /** A product with at least this share of the patients may not be missing. */
  largestMissing: 1 / 4,
  /** After BCMA-directed therapy: trials of a class. With fewer in one class none has a number. */
  leastAfterBcma: 3,
} as const;

/** Median follow-up of a pool in months; `null` if it is unknown for too many patients. */
export function knownFollowUp({ followUp }: Pick<Pool, "followUp">): number | null {
  if (followUp === null || followUp.unknownShare > largestUnknownFollowUp) return null;
  return followUp.months;
}
