import { read } from "../read.ts";
import { normalQuantile } from "../special/normal-quantile.ts";

/** A pooled survival curve; lists are in order of time. */
export interface SummaryCurve {
  readonly survival: readonly number[];
  /** Confidence limits, on 0–1; null where the pooled survival is 0 and none is defined. */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  /** Time at which survival is ½, by linear interpolation; null when the curve ends above it. */
  readonly median: number | null;
  /** Mean survival time up to the last time: area under the curve by the trapezoidal rule. */
  readonly rmst: number;
}

/**
 * Survival S(tⱼ) = Π sin² β over the intervals up to tⱼ, from pooled arcsine conditional
 * survivals β and their covariance. Limits are exp(log S ∓ z se), with se² = Σₐ Σᵦ of
 * 4 cot βₐ cot βᵦ Cov(βₐ, βᵦ) by the delta method, as in Greenwood's formula (Combescure, Foucher &
 * Jackson 2014). The upper limit is cut at 1. The curve starts at (0, 1).
 *
 * β outside 0 to π/2 is set to the nearer end: no survival transforms to it, yet a pooled value can
 * lie there, because correlated times borrow from each other.
 */
export function summaryCurve(
  time: readonly number[],
  beta: readonly number[],
  covariance: readonly (readonly number[])[],
  level: number,
): SummaryCurve {
  const z = normalQuantile((1 + level) / 2);
  const angles = beta.map((angle) => Math.min(Math.PI / 2, Math.max(0, angle)));
  const slopes = angles.map((angle) => 2 / Math.tan(angle));
  const limits: (readonly [number, number] | null)[] = [];
  const survival: number[] = [];
  let logSurvival = 0;
  let variance = 0;
  angles.forEach((angle, j) => {
    logSurvival += 2 * Math.log(Math.sin(angle));
    survival.push(Math.exp(logSurvival));
    const row = covariance[j] ?? [];
    let shared = 0;
    for (let i = 0; i < j; i += 1) shared += read(slopes, i) * read(row, i);
    variance += read(slopes, j) * (2 * shared + read(slopes, j) * read(row, j));
    // Rounding may leave a variance just below 0.
    const margin = z * Math.sqrt(Math.max(0, variance));
    limits.push(
      Number.isFinite(margin)
        ? [Math.exp(logSurvival - margin), Math.min(1, Math.exp(logSurvival + margin))]
        : null,
    );
  });
  return {
    survival,
    lower: limits.map((pair) => pair?.[0] ?? null),
    upper: limits.map((pair) => pair?.[1] ?? null),
    median: medianOf(time, survival),
    rmst: area(time, survival),
  };
}

function medianOf(time: readonly number[], survival: readonly number[]): number | null {
  const j = survival.findIndex((value) => value <= 0.5);
  if (j === -1) return null;
  const before = { time: time[j - 1] ?? 0, survival: survival[j - 1] ?? 1 };
  const share = (before.survival - 0.5) / (before.survival - read(survival, j));
  return before.time + share * (read(time, j) - before.time);
}

function area(time: readonly number[], survival: readonly number[]): number {
  return time.reduce((sum, end, j) => {
    const width = end - (time[j - 1] ?? 0);
    return sum + width * (((survival[j - 1] ?? 1) + read(survival, j)) / 2);
  }, 0);
}
