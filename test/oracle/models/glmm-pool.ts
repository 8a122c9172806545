import * as v from "valibot";
import { expitInterval } from "#core/statistics/expit.ts";
import {
  type GlmmPool,
  type GlmmPoolFailure,
  isGlmmPool,
  poolGlmm,
} from "#core/statistics/glmm/pool.ts";
import { profileInterval, profileTauInterval } from "#core/statistics/glmm/profile.ts";
import type { Study } from "#core/statistics/study.ts";
import { counts, noModerator, predictionFigures, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const options = v.strictObject({
  model: v.literal("glmm"),
  method: v.literal("ML"),
  transform: v.literal("PLO"),
  correction: v.optional(v.literal("none"), "none"),
  test: v.optional(v.literal("z"), "z"),
  ...noModerator,
});

/** Pools by the binomial–normal model. */
export const glmmPool = oracleModel(v.strictObject(counts), options, (input) =>
  glmmFigures(studiesOf(input), input.level),
);

/** The figures of a pool under the field names of the fixtures. */
export function glmmFigures(studies: readonly Study[], level: number) {
  const pool = poolGlmm(studies, { level });
  return isGlmmPool(pool)
    ? poolFigures(pool, level)
    : { status: glmmStatus(pool.status), supLogLik: pool.supremum };
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

/** A status in the spelling of the fixtures. */
export function glmmStatus(status: keyof typeof NAMES): string {
  return NAMES[status];
}

function poolFigures(pool: GlmmPool, level: number) {
  const { fixed, heterogeneity } = pool;
  const profile = profileInterval(pool.fit, 0, { level });
  return {
    status: glmmStatus(pool.status),
    mu: pool.mu,
    se: pool.se,
    seTauFixed: pool.seTauFixed,
    z: pool.statistic,
    pval: pool.pValue,
    ciLogit: pool.muInterval,
    proportion: pool.estimate,
    ci: pool.waldInterval,
    ciT: pool.tInterval,
    profileCi: profile && expitInterval(profile),
    tau2: pool.tau2,
    tau: pool.tau,
    seTau2: pool.seTau2,
    profileTau: profileTauInterval(pool.fit, { level }),
    logLik: pool.logLikelihood,
    logLikFixed: fixed.logLikelihood,
    aic: pool.aic,
    bic: pool.bic,
    lrtTau2: pool.lrtTau2.statistic,
    lrtTau2P: pool.lrtTau2.pValue,
    muFixed: fixed.mu,
    seFixed: fixed.se,
    Q_LRT: heterogeneity.qLrt,
    Q_Wald: heterogeneity.qWald,
    df: heterogeneity.df,
    pQ_LRT: heterogeneity.pLrt,
    pQ_Wald: heterogeneity.pWald,
    degenerateStudies: heterogeneity.degenerateStudies,
    I2_tau2: heterogeneity.i2,
    H2_tau2: heterogeneity.h2,
    I2_QLRT: heterogeneity.i2Lrt,
    I2_QWald: heterogeneity.i2Wald,
    typicalWithinVar: heterogeneity.typicalVariance,
    predictionInterval: predictionFigures(pool.predictionIntervals, "z"),
  };
}
