import type { Interval } from "./interval.ts";

/**
 * Returns the typical sampling variance of the studies, v = (k − 1) Σw / ((Σw)² − Σw²) with w = 1/vᵢ (Higgins &
 * Thompson 2002, eq. 9; it equals df / trace(P)); `null` for fewer than two studies.
 */
export function typicalWithinVariance(variances: readonly number[]): number | null {
  if (variances.length < 2) return null;
  const weights = variances.map((variance) => 1 / variance);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return ((variances.length - 1) * sum) / (sum * sum - squares);
}

/**
 * Returns I² = 100 τ² / (τ² + v), percent: the share of the variance between observed logits that is not sampling
 * error (Higgins & Thompson 2002); `null` if v is.
 *
 * @example i2(0.25, 0.25) // 50
 */
export function i2(tau2: number, v: number | null): number | null {
  return v === null ? null : (100 * tau2) / (tau2 + v);
}

/** Returns I² at the limits of an interval of τ², percent; `null` if v or the interval is. */
export function i2Limits(tau2: Interval | null, v: number | null): Interval | null {
  if (tau2 === null || v === null) return null;
  const [lower, upper] = tau2;
  return [(100 * lower) / (lower + v), (100 * upper) / (upper + v)];
}

/** Returns H² = τ²/v + 1, total over sampling variance (Higgins & Thompson 2002); `null` if v is. */
export function h2(tau2: number, v: number | null): number | null {
  return v === null ? null : tau2 / v + 1;
}

/**
 * Returns the weight of each study in percent, proportional to 1 / (vᵢ + τ²) with vᵢ its sampling variance on the
 * scale of the linear predictor (DerSimonian & Laird 1986). The Bayesian pool is not a weighted mean. There the
 * weight is the approximate share of a study in the information about μ, at the posterior mean or median of τ.
 */
export function percentWeights(variances: readonly number[], tau2: number): number[] {
  const weights = variances.map((variance) => 1 / (variance + tau2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (100 * weight) / sum);
}
