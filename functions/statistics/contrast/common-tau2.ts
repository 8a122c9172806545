import type { GlmmFailure } from "../glmm/failure.ts";
import { levelsOf } from "../meta-regression/moderators.ts";
import { predict } from "../meta-regression/predict.ts";
import { type GlmmRegression, regressGlmm } from "../meta-regression/regression.ts";
import type { Study } from "../study.ts";
import type { Interval } from "../types.ts";
import { moverDifference } from "./mover.ts";
import type { GroupPool } from "./separate.ts";

/** A group's pool from the common fit. */
export interface CommonPool extends GroupPool {
  readonly group: string;
}

/** A group against the reference. */
export interface CommonContrast {
  readonly group: string;
  readonly oddsRatio: number;
  readonly oddsRatioInterval: Interval;
  readonly pValue: number;
  /** p − p of the reference, limits by MOVER. */
  readonly difference: number;
  readonly differenceInterval: Interval;
}

export interface CommonTau2 {
  readonly status: "ok" | "boundary";
  readonly regression: GlmmRegression;
  /** In sorted order; the first is the reference. */
  readonly groups: readonly CommonPool[];
  readonly contrasts: readonly CommonContrast[];
}

/**
 * Groups compared in one binomial–normal model with one τ² for all, the group as its moderator: τ²
 * is estimated from all studies, which helps where groups are small and misleads where they differ
 * in it.
 *
 * @throws RangeError for invalid counts, groups or level.
 */
export function contrastCommonTau2(
  studies: readonly Study[],
  groups: readonly string[],
  { level = 0.95 }: { readonly level?: number } = {},
): CommonTau2 | { readonly status: GlmmFailure } {
  const regression = regressGlmm(studies, [{ name: "group", groups }], { level });
  if (!("coefficients" in regression)) return regression;
  const pools = levelsOf(groups).flatMap((group): CommonPool[] => {
    const at = predict(regression, [group], { level });
    if (at.status !== "ok") return [];
    const k = groups.filter((one) => one === group).length;
    return [{ group, k, mu: at.eta, se: at.se, estimate: at.estimate, interval: at.interval }];
  });
  const [reference, ...others] = pools;
  return {
    status: regression.status,
    regression,
    groups: pools,
    contrasts: others.flatMap((pool, index) => {
      const coefficient = regression.coefficients[index + 1];
      if (coefficient === undefined || reference === undefined) return [];
      const [lower, upper] = coefficient.interval;
      return {
        group: pool.group,
        oddsRatio: Math.exp(coefficient.estimate),
        oddsRatioInterval: [Math.exp(lower), Math.exp(upper)],
        pValue: coefficient.pValue,
        difference: pool.estimate - reference.estimate,
        differenceInterval: moverDifference(pool, reference),
      };
    }),
  };
}
