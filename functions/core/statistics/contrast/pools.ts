import type { Interval } from "../interval.ts";
import { predict, type Regression } from "../meta-regression/regression.ts";
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

/** A group's pool from the common fit. */
export interface CommonPool extends Omit<GroupPool, "k"> {
  readonly group: string;
}

/** A group against the reference. */
export interface CommonContrast
  extends Omit<SeparateContrast, "logOddsRatio" | "se" | "reference"> {
  readonly group: string;
}

export interface CommonTau2 {
  /** The reference first. */
  readonly groups: readonly CommonPool[];
  readonly contrasts: readonly CommonContrast[];
}

/**
 * Compares groups in one model, with the group as its only moderator and one τ² for all. τ² is
 * estimated from all studies. That helps if groups are small, and misleads if groups differ in τ².
 * The limits of the difference treat the two groups as independent, which is true except for the
 * uncertainty about τ².
 *
 * @param levels of the moderator, the reference first
 * @throws RangeError for an invalid level.
 */
export function contrastCommonTau2(
  regression: Regression,
  levels: readonly string[],
  { level = 0.95 }: { readonly level?: number } = {},
): CommonTau2 {
  const groups = levels.flatMap((group): CommonPool[] => {
    const at = predict(regression, [group], { level });
    return at
      ? [{ group, mu: at.eta, se: at.se, estimate: at.estimate, interval: at.interval }]
      : [];
  });
  const [reference, ...others] = groups;
  const quantile = regression.reference.quantile(level);
  return {
    groups,
    contrasts: others.flatMap((pool, index) => {
      const coefficient = regression.coefficients[index + 1];
      if (coefficient === undefined || reference === undefined) return [];
      return {
        group: pool.group,
        pValue: coefficient.pValue,
        oddsRatio: ratioOf(coefficient.estimate, coefficient.se, quantile),
        difference: pool.estimate - reference.estimate,
        differenceInterval: moverDifference(pool, reference),
      };
    }),
  };
}
