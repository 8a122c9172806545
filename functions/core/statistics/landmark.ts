import type { Interval } from "./interval.ts";
import { normalQuantile } from "./special/normal.ts";

/** Describes survival at one time as a paper prints it. `survival` and the limits are proportions, 0–1. */
export interface PrintedSurvival {
  readonly survival: number;
  /** Holds the printed confidence interval and its level (default 0.95). */
  readonly interval?: Interval;
  readonly level?: number;
  /** `atRisk` is the number of patients at risk at the time of the landmark. */
  readonly atRisk?: number;
  /** `n` is the number of patients at the start, used only if nothing better is printed. */
  readonly n?: number;
}

/** Describes survival on the scale y = log(−log S), the log of the cumulative hazard. */
export interface Landmark {
  readonly y: number;
  readonly se: number;
  /** `approximated` is true if the number at risk was approximated by n · S. */
  readonly approximated: boolean;
}

/**
 * Returns the landmark of one cohort. Its standard error comes from the best printed source:
 *
 * - an interval: se = [log(−log lower) − log(−log upper)] / 2z;
 * - otherwise the number at risk R: Var(y) = (1 − S) / (R (log S)²), the delta method for a binomial variance with R
 *   at risk (Peto et al. 1977; Kalbfleisch & Prentice 2002, sec. 1.4);
 * - otherwise n: the same with R = n · S, marked `approximated`.
 *
 * It returns `null` if S is 0 or 1 (y is infinite), if the printed interval does not lie strictly inside 0–1 around
 * S, or if nothing gives a standard error.
 */
export function estimateLandmarkHazard(printedSurvival: PrintedSurvival): Landmark | null {
  const { survival, interval, level = 0.95, atRisk, n } = printedSurvival;
  if (!(survival > 0 && survival < 1)) return null;
  const y = computeLogCumulativeHazard(survival);
  if (interval !== undefined) {
    const [lower, upper] = interval;
    const around = lower > 0 && lower <= survival && survival <= upper && upper < 1;
    if (!around || lower === upper) return null;
    const width = computeLogCumulativeHazard(lower) - computeLogCumulativeHazard(upper);
    return { y, se: width / (2 * normalQuantile((1 + level) / 2)), approximated: false };
  }
  const patients = atRisk ?? (n === undefined ? undefined : n * survival);
  if (patients === undefined || !(patients > 0 && Number.isFinite(patients))) return null;
  const se = Math.sqrt((1 - survival) / patients) / -Math.log(survival);
  return { y, se, approximated: atRisk === undefined };
}

function computeLogCumulativeHazard(survival: number): number {
  return Math.log(-Math.log(survival));
}
