import type { Interval } from "../interval.ts";
import { NORMAL, type ReferenceDistribution, studentT } from "../special/reference-distribution.ts";
import { moverDifference, type Ratio, ratioOf } from "./independent.ts";

/** The pool of a group: `mu` and `se` are logits, the other numbers proportions, 0–1. */
export interface GroupPool {
  readonly k: number;
  readonly mu: number;
  readonly se: number;
  readonly estimate: number;
  /** Of the proportion, at the level of the contrast. */
  readonly interval: Interval;
}

/** Group a against group b. */
export interface SeparateContrast {
  readonly logOddsRatio: number;
  readonly se: number;
  readonly reference: ReferenceDistribution;
  readonly pValue: number;
  readonly oddsRatio: Ratio;
  /** p_a − p_b. */
  readonly difference: number;
  readonly differenceInterval: Interval;
}

/**
 * Contrast of two pools that were fitted separately: se² = se_a² + se_b². It is tested against the
 * normal distribution, or against Student's t with Satterthwaite's (1946) degrees of freedom, where
 * each group has k − 1. If a group has only one study, the normal distribution is used. The limits
 * of the difference follow from those of the two groups.
 */
export function contrastSeparate(
  a: GroupPool,
  b: GroupPool,
  { level = 0.95, test = "t" }: { readonly level?: number; readonly test?: "t" | "z" } = {},
): SeparateContrast {
  const reference = test === "t" ? satterthwaite(a, b) : NORMAL;
  const quantile = reference.quantile(level);
  const logOddsRatio = a.mu - b.mu;
  const se = Math.hypot(a.se, b.se);
  return {
    logOddsRatio,
    se,
    reference,
    pValue: reference.pValue(logOddsRatio / se),
    oddsRatio: ratioOf(logOddsRatio, se, quantile),
    difference: a.estimate - b.estimate,
    differenceInterval: moverDifference(a, b),
  };
}

function satterthwaite(a: GroupPool, b: GroupPool): ReferenceDistribution {
  if (a.k < 2 || b.k < 2) return NORMAL;
  const [va, vb] = [a.se * a.se, b.se * b.se];
  return studentT((va + vb) ** 2 / ((va * va) / (a.k - 1) + (vb * vb) / (b.k - 1)));
}
