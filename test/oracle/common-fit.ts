/** Groups in one model with one τ²: a regression on the group, read as pools and ratios. */
import { makeRatioFromLog } from "#core/statistics/contrast/pools.ts";
import type { GlmmFailure } from "#core/statistics/glmm/fit.ts";
import { listModeratorLevels } from "#core/statistics/meta-regression/moderators.ts";
import {
  type GlmmRegression,
  type Prediction,
  predictFromRegression,
  regressGlmm,
} from "#core/statistics/meta-regression/regression.ts";
import type { Study } from "#core/statistics/study.ts";

export interface CommonFit {
  readonly regression: GlmmRegression;
  /** Lists the groups, the reference first. */
  readonly groups: readonly (Prediction & { readonly group: string })[];
  readonly contrasts: readonly {
    readonly group: string;
    readonly pValue: number;
    readonly oddsRatio: ReturnType<typeof makeRatioFromLog>;
    readonly difference: number;
  }[];
}

/** The fit, or the status that says why there is none. */
export function commonFit(
  studies: readonly Study[],
  names: readonly string[],
  level = 0.95,
): CommonFit | { readonly status: GlmmFailure } {
  const moderator = { name: "group", groups: names };
  const regression = regressGlmm(studies, [moderator], { level, test: "z" });
  if (!("fit" in regression)) return regression;
  const groups = listModeratorLevels(moderator).flatMap((group) => {
    const at = predictFromRegression(regression, [group], { level });
    return at ? [{ ...at, group }] : [];
  });
  const [first, ...otherGroups] = groups;
  const quantile = regression.reference.quantile(level);
  return {
    regression,
    groups,
    contrasts: otherGroups.flatMap(({ group, estimate }, index) => {
      const slope = regression.coefficients[index + 1];
      if (slope === undefined || first === undefined) return [];
      return {
        group,
        pValue: slope.pValue,
        oddsRatio: makeRatioFromLog(slope.estimate, slope.se, quantile),
        difference: estimate - first.estimate,
      };
    }),
  };
}
