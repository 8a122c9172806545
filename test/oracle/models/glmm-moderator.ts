import * as v from "valibot";
import { contrastSeparatePools } from "#core/statistics/contrast/pools.ts";
import { type GlmmPool, isGlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import { chiSquaredTail } from "#core/statistics/special/chi-squared.ts";
import type { Study } from "#core/statistics/study.ts";
import { type CommonFit, commonFit } from "../common-fit.ts";
import { counts, glmmOptions, groupNames, rowsByGroup, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { coefficientFigures, glmmStatus } from "./glmm-pool.ts";

const options = v.strictObject({
  ...glmmOptions,
  moderator: v.literal("group"),
  contrast: v.optional(v.literal("treatment, reference = first group in sorted order")),
});

/** Compares groups, in one model with a common τ² and with a separate fit for each. */
export const glmmModerator = oracleModel(
  v.strictObject({ ...counts, group: groupNames }),
  options,
  ({ group, level, ...input }) => {
    const studies = studiesOf(input);
    const common = commonFit(studies, group, { level });
    if (!("regression" in common)) return { status: glmmStatus(common.status) };
    return {
      status: glmmStatus(common.regression.status),
      common: commonFigures(common),
      separate: separateFigures(studies, group, level),
    };
  },
);

function commonFigures({ regression, groups, contrasts }: CommonFit) {
  const { coefficients, fit } = regression;
  return {
    status: glmmStatus(regression.status),
    ...coefficientFigures(coefficients),
    tau2: regression.tau2,
    tau: Math.sqrt(regression.tau2),
    logLik: fit.logLikelihood,
    oddsRatio: contrasts.map(({ oddsRatio }) => oddsRatio.estimate),
    oddsRatioLower: contrasts.map(({ oddsRatio }) => oddsRatio.interval?.[0]),
    oddsRatioUpper: contrasts.map(({ oddsRatio }) => oddsRatio.interval?.[1]),
    groups: groups.map(poolFigures),
  };
}

type Shown = Pick<CommonFit["groups"][number], "group" | "eta" | "se" | "estimate" | "interval">;

function poolFigures({ group, eta, se, estimate, interval }: Shown) {
  return { group, mu: eta, se, proportion: estimate, ci: interval };
}

function separateFigures(studies: readonly Study[], group: readonly string[], level: number) {
  const pools = [...rowsByGroup(group)].map(([name, rows]) => ({
    name,
    pool: poolGlmm(
      rows.flatMap((row) => studies[row] ?? []),
      { level },
    ),
  }));
  const fitted = pools.flatMap(({ pool }) => (isGlmmPool(pool) ? [pool] : []));
  return {
    groups: pools.map(({ name, pool }) =>
      isGlmmPool(pool)
        ? {
            ...poolFigures({ ...pool, eta: pool.mu, interval: pool.waldInterval, group: name }),
            k: pool.k,
            status: glmmStatus(pool.status),
            tau2: pool.tau2,
            logLik: pool.fit.logLikelihood,
          }
        : { group: name, status: glmmStatus(pool.status) },
    ),
    ...differenceFigures(fitted),
    logLikTotal: fitted.reduce((sum, { fit }) => sum + fit.logLikelihood, 0),
    ...pairFigures(fitted, level),
  };
}

/** Cochran's Q between the pools, which shows that mean and standard error of each agree with the reference. */
function differenceFigures(fitted: readonly GlmmPool[]) {
  const weights = fitted.map(({ se }) => 1 / (se * se));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const weighted = (value: (pool: GlmmPool) => number) =>
    fitted.reduce((total, pool, index) => total + (weights[index] ?? 0) * value(pool), 0);
  const mean = weighted(({ mu }) => mu) / sum;
  const q = weighted(({ mu }) => (mu - mean) ** 2);
  const df = fitted.length - 1;
  return { Qbetween: q, dfBetween: df, pQbetween: chiSquaredTail(q, df) };
}

/** The second group against the first, if there are exactly two. */
function pairFigures([first, second, third]: readonly GlmmPool[], level: number) {
  if (first === undefined || second === undefined || third !== undefined) return {};
  const contrast = contrastSeparatePools(second, first, { level, test: "z" });
  return {
    logOddsRatio: contrast.logOddsRatio,
    seLogOddsRatio: contrast.se,
    oddsRatio: contrast.oddsRatio.estimate,
    oddsRatioCi: contrast.oddsRatio.interval,
  };
}
