import type { GlmmFailure } from "../glmm/failure.ts";
import { levelsOf } from "../meta-regression/moderators.ts";
import { predict } from "../meta-regression/predict.ts";
import {
  type Coefficient,
  type GlmmRegression,
  regressGlmm,
} from "../meta-regression/regression.ts";
import type { Study } from "../study.ts";
import type { Interval } from "../types.ts";
import { moverDifference } from "./mover.ts";
import { type Ratio, ratioOf } from "./ratio.ts";
import type { GroupPool } from "./separate.ts";

/** A group's pool from the common fit. */
export interface CommonPool extends GroupPool {
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
  readonly status: "ok" | "boundary";
  readonly regression: GlmmRegression;
  /** The reference first, the others in sorted order. */
  readonly groups: readonly CommonPool[];
  readonly contrasts: readonly CommonContrast[];
}

export interface CommonTau2Options {
  readonly level?: number;
  /** Default `z`; `t` for few studies: t(k − number of groups). */
  readonly test?: "z" | "t";
  /** The group the others are compared with; default: the first in sorted order. */
  readonly reference?: string;
}

/**
 * Compares groups in one binomial–normal model, with the group as moderator and one τ² for all. τ²
 * is estimated from all studies. That helps if groups are small, and misleads if groups differ in
 * τ². The limits of the difference treat the two groups as independent, which is true except for the
 * uncertainty about τ².
 *
 * @throws RangeError for invalid counts, groups, reference or level.
 */
export function contrastCommonTau2(
  studies: readonly Study[],
  groups: readonly string[],
  { level = 0.95, test = "z", reference: wanted }: CommonTau2Options = {},
): CommonTau2 | { readonly status: GlmmFailure } {
  const moderator = {
    name: "group",
    groups,
    ...(wanted === undefined ? {} : { reference: wanted }),
  };
  const regression = regressGlmm(studies, [moderator], { level, test });
  if (!("fit" in regression)) return regression;
  const pools = levelsOf(moderator).flatMap((group): CommonPool[] => {
    const at = predict(regression, [group], { level });
    if (at.status !== "ok") return [];
    const k = groups.filter((one) => one === group).length;
    return [{ group, k, mu: at.eta, se: at.se, estimate: at.estimate, interval: at.interval }];
  });
  const [reference, ...others] = pools;
  const quantile = regression.reference.quantile(level);
  return {
    status: regression.status,
    regression,
    groups: pools,
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
