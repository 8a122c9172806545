import * as v from "valibot";
import { contrastSeparatePools } from "#core/statistics/contrast/pools.ts";
import {
  type FixedEffectFit,
  fitGlmm,
  listCoefficientIndices,
  profileTauInterval,
} from "#core/statistics/glmm/fit.ts";
import {
  type GlmmData,
  makeGlmmData,
  type Parameters,
} from "#core/statistics/glmm/marginal-likelihood.ts";
import { maximiseLikelihood } from "#core/statistics/glmm/maximise.ts";
import {
  type GlmmPool,
  type GlmmPoolFailure,
  isGlmmPool,
  poolGlmm,
} from "#core/statistics/glmm/pool.ts";
import { clopperPearson, waldInterval } from "#core/statistics/interval.ts";
import { makeInterceptDesign } from "#core/statistics/linear/design.ts";
import type { Coefficient } from "#core/statistics/meta-regression/regression.ts";
import { expit, expitInterval } from "#core/statistics/scales.ts";
import { chiSquaredTail } from "#core/statistics/special/chi-squared.ts";
import { NORMAL } from "#core/statistics/special/reference-distribution.ts";
import type { Study } from "#core/statistics/study.ts";
import { type CommonFit, commonFit } from "../common-fit.ts";
import {
  counts,
  glmmOptions,
  groupNames,
  inverseVarianceOptions,
  noModerator,
  oracleModel,
  rowsByGroup,
  studiesOf,
} from "../input.ts";
import { inverseVariance } from "./inverse-variance.ts";

/** Pools by the binomial–normal model. */
export const glmmPool = oracleModel(
  v.strictObject(counts),
  v.strictObject({ ...glmmOptions, ...noModerator }),
  (input) => glmmFigures(studiesOf(input), input.level),
);

/** The figures of a pool under the field names of the fixtures. */
function glmmFigures(studies: readonly Study[], level: number) {
  const pool = poolGlmm(studies, { level });
  return isGlmmPool(pool) ? poolFigures(pool, level) : { status: glmmStatus(pool.status) };
}

const NAMES: { readonly [status in (GlmmPool | GlmmPoolFailure)["status"]]: string } = {
  ok: "ok",
  boundary: "boundary_tau0",
  "no-cohorts": "no_cohorts",
  "all-zero": "all_zero_events",
  "all-events": "all_events",
  "rank-deficient": "rank_deficient",
  separation: "separation",
  "tau-not-identified": "tau_not_identified",
  "tau-diverges": "tau_diverges",
  "flat-likelihood": "flat_likelihood",
  "not-converged": "not_converged",
};

/** Returns a status in the spelling of the fixtures. */
export function glmmStatus(status: keyof typeof NAMES): string {
  return NAMES[status];
}

function poolFigures(pool: GlmmPool, level: number) {
  const { fit, heterogeneity } = pool;
  return {
    status: glmmStatus(pool.status),
    mu: pool.mu,
    se: pool.se,
    proportion: pool.estimate,
    ci: pool.waldInterval,
    ciT: pool.tInterval,
    tau2: pool.tau2,
    tau: fit.tau,
    profileTau: profileTauInterval(fit, { level }),
    logLik: fit.logLikelihood,
    logLikFixed: fit.fixed.logLikelihood,
    muFixed: fit.fixed.beta[0],
    seFixed: fit.fixed.se[0],
    Q_LRT: heterogeneity.likelihoodRatio.q,
    Q_Wald: heterogeneity.wald?.q,
    df: heterogeneity.likelihoodRatio.df,
    dfWald: heterogeneity.wald?.df,
    I2_tau2: heterogeneity.i2,
    pQ_LRT: heterogeneity.likelihoodRatio.pValue,
    pQ_Wald: heterogeneity.wald?.pValue,
    H2_tau2: heterogeneity.h2,
    typicalWithinVar: heterogeneity.typicalVariance,
    predictionInterval: { tkm2: pool.predictionInterval },
  };
}

/** Returns coefficients as lists, named as in the fixtures. */
export function coefficientFigures(coefficients: readonly Coefficient[]) {
  return {
    beta: coefficients.map(({ estimate }) => estimate),
    se: coefficients.map(({ se }) => se),
    pval: coefficients.map(({ pValue }) => pValue),
    ciBetaLower: coefficients.map(({ interval }) => interval[0]),
    ciBetaUpper: coefficients.map(({ interval }) => interval[1]),
  };
}

/** Highest log-likelihood at the given τ: its shape over τ, which a fit must not fall below. */
function highestAtTau(data: GlmmData, tau: number, start: Parameters): number {
  const parameters = Float64Array.from(start);
  parameters[data.design.p] = tau;
  return maximiseLikelihood(data, parameters, listCoefficientIndices(data)).value;
}

const moderatorOptions = v.strictObject({
  ...glmmOptions,
  moderator: v.literal("group"),
  contrast: v.optional(v.literal("treatment, reference = first group in sorted order")),
});

/** Compares groups, in one model with a common τ² and with a separate fit for each. */
export const glmmModerator = oracleModel(
  v.strictObject({ ...counts, group: groupNames }),
  moderatorOptions,
  ({ group, level, ...input }) => {
    const studies = studiesOf(input);
    const common = commonFit(studies, group, level);
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
    groups: groups.map(({ group, eta: mu, se, estimate: proportion, interval: ci }) => ({
      ...{ group, mu, se, proportion, ci },
    })),
  };
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
        ? { ...poolFigures(pool, level), group: name, k: pool.k }
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

const edgeOptions = v.strictObject({
  ...inverseVarianceOptions,
  model: v.literal("glmm and inverse-variance"),
  method: v.literal("ML / DL / REML"),
  test: v.literal("z"),
});

/** Values of τ at which the fixtures list a likelihood that has no maximum. */
const TAUS = [10, 20, 40, 80];

/** Degenerate counts with every model. */
export const edge = oracleModel(
  v.strictObject(counts),
  edgeOptions,
  ({ level, ...columns }, options) => {
    // The engine rejects a study without patients; its callers must leave such a study out.
    const studies = studiesOf(columns).filter(({ n }) => n > 0);
    const input = {
      events: studies.map(({ events }) => events),
      n: studies.map(({ n }) => n),
      level,
    };
    const twoStep = (method: "DL" | "REML") =>
      inverseVariance(input, { ...options, model: "inverse-variance", method });
    const { status, fixed } = fitGlmm(studies, makeInterceptDesign(studies.length));
    return {
      kUsed: studies.length,
      glmm: {
        ...glmmFigures(studies, level),
        ...(status === "tau-diverges" ? divergence(studies) : {}),
      },
      fixed: fixed && fixedFigures(fixed, level),
      pooled: pooledCounts(studies, level),
      ivDL: twoStep("DL"),
      ivREML: twoStep("REML"),
    };
  },
);

function fixedFigures({ beta, se: errors }: FixedEffectFit, level: number) {
  const [mu = Number.NaN, se = Number.NaN] = [beta[0], errors[0]];
  const ci = expitInterval(waldInterval(mu, se, NORMAL.quantile(level)));
  return { mu, se, proportion: expit(mu), ci };
}

function divergence(studies: readonly Study[]) {
  const data = makeGlmmData(studies, makeInterceptDesign(studies.length));
  return {
    profileTau_tau: TAUS,
    profileTau_logLik: TAUS.map((tau) => highestAtTau(data, tau, new Float64Array(2))),
  };
}

function pooledCounts(studies: readonly Study[], level: number) {
  const events = studies.reduce((sum, study) => sum + study.events, 0);
  const n = studies.reduce((sum, study) => sum + study.n, 0);
  return { events, n, proportion: events / n, clopperPearson: clopperPearson(events, n, level) };
}
