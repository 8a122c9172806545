import * as v from "valibot";
import { profileTauInterval } from "#core/statistics/glmm/fit.ts";
import { isGlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import { h2, i2Limits, typicalWithinVariance } from "#core/statistics/heterogeneity.ts";
import { makeInterceptModel } from "#core/statistics/inverse-variance/pool.ts";
import { qProfileInterval, TAU2_ESTIMATORS } from "#core/statistics/inverse-variance/tau2.ts";
import { makeLogitEffectSizes } from "#core/statistics/scales.ts";
import { continuityCorrection, counts, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const options = v.strictObject({
  model: v.literal("inverse-variance and glmm"),
  transform: v.literal("PLO"),
  correction: continuityCorrection,
});

/** Estimates of τ² and their intervals. */
export const tau2Intervals = oracleModel(
  v.strictObject(counts),
  options,
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
