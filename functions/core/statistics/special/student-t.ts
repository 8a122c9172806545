import { betaQuantileLogit } from "./beta-quantile.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/**
 * P(|T| > |t|) of Student's t with `df` > 0 degrees of freedom, whole or not: I_x(df/2, ½) at
 * x = df / (df + t²) (Abramowitz & Stegun 26.7.1).
 */
export function studentTTail(t: number, df: number): number {
  const square = t * t;
  return incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square));
}

/**
 * t with P(T ≤ t) = `probability`, 0 < probability < 1, `df` > 0.
 *
 * @example studentTQuantile(0.975, 3) // 3.182446305…
 */
export function studentTQuantile(probability: number, df: number): number {
  if (probability === 0.5) return 0;
  const twoSided = 2 * Math.min(probability, 1 - probability);
  // x / (1 − x) = df / t²
  const t = Math.sqrt(df * Math.exp(-betaQuantileLogit(twoSided, df / 2, 0.5)));
  return probability < 0.5 ? -t : t;
}
