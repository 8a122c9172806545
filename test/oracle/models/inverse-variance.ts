import * as v from "valibot";
import { h2, i2Limits, percentWeights } from "#core/statistics/heterogeneity.ts";
import {
  type EffectPool,
  makeInterceptModel,
  poolInverseVariance,
} from "#core/statistics/inverse-variance/pool.ts";
import { qProfileInterval } from "#core/statistics/inverse-variance/tau2.ts";
import { counts, inverseVarianceOptions, noModerator, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const options = v.strictObject({ ...inverseVarianceOptions, ...noModerator });

/** Two-step pools. */
export const inverseVariance = oracleModel(
  v.strictObject(counts),
  options,
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
export function effectFigures(pool: EffectPool, level: number) {
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
export function i2FromQ(q: number, df: number): number | null {
  return df < 1 ? null : Math.max(0, (100 * (q - df)) / q);
}
