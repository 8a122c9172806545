import { predict } from "../meta-regression/predict.ts";
import type { Coefficient, Regression } from "../meta-regression/regression.ts";
import type { Interval } from "../types.ts";
import { moverDifference } from "./mover.ts";
import { type Ratio, ratioOf } from "./ratio.ts";
import type { GroupPool } from "./separate.ts";

/** A group's pool from the common fit. */
export interface CommonPool extends Omit<GroupPool, "k"> {
  readonly group: string;
}

/** A group against the reference. */
export interface CommonContrast {
  readonly group: string;
  readonly coefficient: Coefficient;
  readonly oddsRatio: Ratio;
  /** p − p of the reference. */
  readonly difference: number;
  readonly differenceInterval: Interval;
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
        coefficient,
        oddsRatio: ratioOf(coefficient.estimate, coefficient.se, quantile),
        difference: pool.estimate - reference.estimate,
        differenceInterval: moverDifference(pool, reference),
      };
    }),
  };
}
