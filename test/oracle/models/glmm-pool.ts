import * as v from "valibot";
import { profileTauInterval } from "#core/statistics/glmm/fit.ts";
import {
  type GlmmPool,
  type GlmmPoolFailure,
  isGlmmPool,
  poolGlmm,
} from "#core/statistics/glmm/pool.ts";
import type { Coefficient } from "#core/statistics/meta-regression/regression.ts";
import type { Study } from "#core/statistics/study.ts";
import { counts, glmmOptions, noModerator, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const options = v.strictObject({ ...glmmOptions, ...noModerator });

/** Pools by the binomial–normal model. */
export const glmmPool = oracleModel(v.strictObject(counts), options, (input) =>
  glmmFigures(studiesOf(input), input.level),
);

/** The figures of a pool under the field names of the fixtures. */
export function glmmFigures(studies: readonly Study[], level: number) {
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
