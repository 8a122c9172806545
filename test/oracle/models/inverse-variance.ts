import * as v from "valibot";
import { profileTauInterval } from "#core/statistics/glmm/fit.ts";
import { isGlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import {
  h2,
  i2Limits,
  percentWeights,
  typicalWithinVariance,
} from "#core/statistics/heterogeneity.ts";
import type { Interval } from "#core/statistics/interval.ts";
import {
  type EffectPool,
  makeInterceptModel,
  poolInverseVariance,
  poolLandmarksInverseVariance,
} from "#core/statistics/inverse-variance/pool.ts";
import { qProfileInterval, TAU2_ESTIMATORS } from "#core/statistics/inverse-variance/tau2.ts";
import { estimateLandmarkHazard as landmarkOf } from "#core/statistics/landmark.ts";
import { makeLogitEffectSizes } from "#core/statistics/scales.ts";
import {
  coefficientTest,
  continuityCorrection,
  counts,
  inverseVarianceOptions,
  noModerator,
  oracleModel,
  studiesOf,
  tau2Method,
} from "../input.ts";

/** Two-step pools. */
export const inverseVariance = oracleModel(
  v.strictObject(counts),
  v.strictObject({ ...inverseVarianceOptions, ...noModerator }),
  (input, { method, test }) => {
    const studies = studiesOf(input);
    const pool = poolInverseVariance(studies, { method, test, level: input.level });
    if (pool.status !== "ok" && pool.status !== "one-cohort") return pool;
    return {
      ...effectFigures(pool, input.level),
      status: pool.status,
      k: studies.length,
      proportion: pool.estimate,
      ci: pool.interval,
      predictionInterval: { HTS: pool.predictionInterval },
    };
  },
);

/** The figures of a pool under the field names of the fixtures. */
function effectFigures(pool: EffectPool, level: number) {
  const { heterogeneity } = pool;
  const { typicalVariance } = heterogeneity;
  const tau2Interval = qProfileInterval(makeInterceptModel(pool.effects), level);
  return {
    mu: pool.mu,
    se: pool.se,
    ciTransformed: pool.muInterval,
    tau2: pool.tau2,
    tau: Math.sqrt(pool.tau2),
    Q: heterogeneity.q,
    df: heterogeneity.df,
    pQ: heterogeneity.pQ,
    I2_tau2: heterogeneity.i2,
    H2_tau2: heterogeneity.h2,
    I2_Q: i2FromQ(heterogeneity.q, heterogeneity.df),
    typicalWithinVar: typicalVariance,
    tau2Ci: tau2Interval,
    tauCi: tau2Interval?.map(Math.sqrt),
    I2Ci: i2Limits(tau2Interval, typicalVariance),
    H2Ci: tau2Interval?.map((tau2) => h2(tau2, typicalVariance)),
    weightsPct: percentWeights(
      pool.effects.map(({ vi }) => vi),
      pool.tau2,
    ),
    yi: pool.effects.map(({ yi }) => yi),
    vi: pool.effects.map(({ vi }) => vi),
  };
}

/** I² of Q: 100 · max(0, (Q − df) / Q), percent (Higgins & Thompson 2002), as published pools print it. */
function i2FromQ(q: number, df: number): number | null {
  return df < 1 ? null : Math.max(0, (100 * (q - df)) / q);
}

/** Estimates of τ² and their intervals. */
export const tau2Intervals = oracleModel(
  v.strictObject(counts),
  v.strictObject({
    model: v.literal("inverse-variance and glmm"),
    transform: v.literal("PLO"),
    correction: continuityCorrection,
  }),
  ({ level, ...columns }) => {
    const studies = studiesOf(columns);
    const data = makeInterceptModel(makeLogitEffectSizes(studies));
    const qProfile = qProfileInterval(data, level);
    const v = typicalWithinVariance(data.vi);
    const glmm = poolGlmm(studies, { level });
    return {
      tau2_DL: TAU2_ESTIMATORS.DL(data),
      tau2_ML: TAU2_ESTIMATORS.ML(data),
      tau2_REML: TAU2_ESTIMATORS.REML(data),
      qProfile,
      qProfileI2: i2Limits(qProfile, v),
      qProfileH2: qProfile?.map((tau2) => h2(tau2, v)),
      glmmTau2: isGlmmPool(glmm) ? glmm.tau2 : null,
      glmmProfileTau2: isGlmmPool(glmm)
        ? profileTauInterval(glmm.fit, { level })?.map((tau) => tau * tau)
        : null,
    };
  },
);

const column = v.array(v.number());

/** Pools survival at one time from printed intervals. */
export const landmark = oracleModel(
  v.strictObject({ survival: column, lower: column, upper: column, level: counts.level }),
  v.strictObject({
    model: v.literal("inverse-variance"),
    method: tau2Method,
    transform: v.literal("cloglog"),
    test: coefficientTest,
  }),
  ({ survival, lower, upper, level }, { method, test }) => {
    const effects = survival.map((s, i) => {
      const interval: Interval = [lower[i] ?? Number.NaN, upper[i] ?? Number.NaN];
      const atLandmark = landmarkOf({ survival: s, interval, level });
      if (atLandmark === null) throw new RangeError(`study ${i} has no landmark`);
      return atLandmark;
    });
    const pool = poolLandmarksInverseVariance(effects, { method, test, level });
    if (!("heterogeneity" in pool)) return pool;
    return {
      ...effectFigures(pool, level),
      sei: effects.map(({ se }) => se),
      survival: pool.estimate,
      ci: pool.interval,
      predictionInterval: { tkm2: pool.predictionInterval },
    };
  },
);

/** The pooled results printed by Roex 2020, in percent. */
export const roex = oracleModel(
  v.strictObject(counts),
  v.strictObject({ ...inverseVarianceOptions, model: v.literal("roex-2020") }),
  (input, { method, test }) => {
    const studies = studiesOf(input);
    const pool = poolInverseVariance(studies, { method, test, level: input.level });
    if (pool.status !== "ok") return pool;
    const percent = (estimate: number, [lower, upper]: Interval) => ({
      estimate: 100 * estimate,
      lower: 100 * lower,
      upper: 100 * upper,
    });
    const rate = percent(pool.estimate, pool.interval);
    const { q, df } = pool.heterogeneity;
    const i2 = i2FromQ(q, df);
    const glmm = poolGlmm(studies, { level: input.level });
    return {
      computed: { ...rate, I2: i2, tau2: pool.tau2, Q: q },
      printed: { ...rate, printedI2: i2 },
      exactGlmm: isGlmmPool(glmm)
        ? { ...percent(glmm.estimate, glmm.waldInterval), tau2: glmm.tau2 }
        : glmm,
    };
  },
);
