import * as v from "valibot";
import { isGlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import type { Interval } from "#core/statistics/interval.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { counts, inverseVarianceOptions, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { i2FromQ } from "./inverse-variance.ts";

const options = v.strictObject({ ...inverseVarianceOptions, model: v.literal("roex-2020") });

/** The pooled results printed by Roex 2020, in percent. */
export const roex = oracleModel(v.strictObject(counts), options, (input, { method, test }) => {
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
});
