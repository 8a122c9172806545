import { betaQuantileLogit, incompleteBeta } from "./beta.ts";
import { normalQuantile, normalTwoSidedTail } from "./normal.ts";

/** Describes the distribution with which a test statistic is compared: normal, or Student's t. */
export interface ReferenceDistribution {
  /** `df` is the degrees of freedom; `null` for the normal distribution. */
  readonly df: number | null;
  /** Returns the factor of the standard error in a two-sided interval of this level, e.g. 1.96 for 0.95. */
  readonly quantile: (level: number) => number;
  /** Returns the two-sided p value of a statistic. */
  readonly pValue: (statistic: number) => number;
}

export const NORMAL: ReferenceDistribution = {
  df: null,
  quantile: (level) => normalQuantile((1 + level) / 2),
  pValue: normalTwoSidedTail,
};

/** Returns Student's t distribution with `df` > 0 degrees of freedom, which need not be a whole number. */
export function studentT(df: number): ReferenceDistribution {
  return {
    df,
    quantile: (level) => studentTQuantile((1 + level) / 2, df),
    pValue: (statistic) => studentTTwoSidedTail(statistic, df),
  };
}

/**
 * Returns P(|T| > |t|) of Student's t with `df` > 0 degrees of freedom, whole or not: I_x(df/2, ½) at x = df /
 * (df + t²) (Abramowitz & Stegun 26.7.1).
 */
export function studentTTwoSidedTail(t: number, df: number): number {
  const square = t * t;
  return incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square));
}

/**
 * Returns P(F > f) of the F distribution with `df1` and `df2` > 0 degrees of freedom, f ≥ 0: I_x(df2/2, df1/2) at x =
 * df2 / (df2 + df1 f) (Abramowitz & Stegun 26.6.2).
 *
 * @example fTail(4, 1, 10) // 0.0733880…, which is studentTTwoSidedTail(2, 10)
 */
export function fTail(f: number, df1: number, df2: number): number {
  const scaled = df1 * f;
  return incompleteBeta(df2 / 2, df1 / 2, df2 / (df2 + scaled), scaled / (df2 + scaled));
}

/**
 * Returns t with P(T ≤ t) = `probability`, 0 < probability < 1, `df` > 0.
 *
 * @example studentTQuantile(0.975, 3) // 3.182446305…
 */
export function studentTQuantile(probability: number, df: number): number {
  if (probability === 0.5) return 0;
  const twoSided = 2 * Math.min(probability, 1 - probability);
  // It holds that x / (1 − x) = df / t².
  const t = Math.sqrt(df * Math.exp(-betaQuantileLogit(twoSided, df / 2, 0.5)));
  return probability < 0.5 ? -t : t;
}
