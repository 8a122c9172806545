import * as v from "valibot";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { i2FromQ } from "#core/statistics/heterogeneity.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import {
  coefficientTest,
  continuityCorrection,
  counts,
  studiesOf,
  tau2Method,
  transform,
} from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const options = v.strictObject({
  model: v.literal("roex-2020"),
  method: tau2Method,
  transform,
  correction: continuityCorrection,
  test: coefficientTest,
});

/** The pooled results printed by Roex 2020, in percent. */
export const roex = oracleModel(v.strictObject(counts), options, (input, { method, test }) => {
  const studies = studiesOf(input);
  const pool = poolInverseVariance(studies, { method, test, level: input.level });
  if (pool.status !== "ok") return pool;
  const percent = {
    estimate: 100 * pool.estimate,
    lower: 100 * pool.interval[0],
    upper: 100 * pool.interval[1],
  };
  const glmm = poolGlmm(studies, { level: input.level });
  return {
    computed: {
      ...percent,
      I2: i2FromQ(pool.heterogeneity.q, pool.heterogeneity.df),
      tau2: pool.tau2,
      Q: pool.heterogeneity.q,
    },
    printed: { ...percent, printedI2: i2FromQ(pool.heterogeneity.q, pool.heterogeneity.df) },
    exactGlmm:
      glmm.status === "ok" || glmm.status === "boundary"
        ? {
            estimate: 100 * glmm.estimate,
            lower: 100 * glmm.waldInterval[0],
            upper: 100 * glmm.waldInterval[1],
            tau2: glmm.tau2,
          }
        : glmm,
  };
});
