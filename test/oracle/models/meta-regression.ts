import * as v from "valibot";
import type { EffectSize } from "#core/statistics/effect-size/effect-size.ts";
import { effectSizes } from "#core/statistics/effect-size/effect-sizes.ts";
import { LOGIT_TRANSFORM } from "#core/statistics/effect-size/logit.ts";
import { qProfileInterval } from "#core/statistics/inverse-variance/tau2-intervals.ts";
import { predict } from "#core/statistics/meta-regression/predict.ts";
import {
  type GlmmRegression,
  type InverseVarianceRegression,
  profileCoefficient,
  type Regression,
  regressGlmm,
  regressInverseVariance,
  testModerators,
} from "#core/statistics/meta-regression/regression.ts";
import { coefficientTest, continuityCorrection, counts, studiesOf, tau2Method } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { glmmStatus } from "./glmm-pool.ts";

const glmm = v.strictObject({
  model: v.literal("glmm"),
  method: v.literal("ML"),
  transform: v.literal("PLO"),
  correction: v.optional(v.literal("none"), "none"),
  test: v.optional(v.literal("z"), "z"),
  moderator: v.literal("covariate"),
});

const inverseVariance = v.strictObject({
  model: v.literal("inverse-variance"),
  method: tau2Method,
  transform: v.literal("PLO"),
  correction: continuityCorrection,
  test: coefficientTest,
  moderator: v.literal("covariate"),
});

const input = v.strictObject({
  ...counts,
  covariate: v.array(v.number()),
  predictAt: v.optional(v.array(v.number()), []),
});

/** Regression on one continuous covariate. */
export const metaRegression = oracleModel(
  input,
  v.variant("model", [glmm, inverseVariance]),
  ({ covariate, predictAt, level, ...columns }, options) => {
    const studies = studiesOf(columns);
    const moderators = [{ name: "covariate", values: covariate }];
    if (options.model === "glmm") {
      const regression = regressGlmm(studies, moderators, { level });
      return "fit" in regression
        ? { ...figures(regression, predictAt, level), ...glmmFigures(regression, level) }
        : { status: glmmStatus(regression.status) };
    }
    const { method, test, correction } = options;
    const regression = regressInverseVariance(studies, moderators, {
      method,
      test,
      correction,
      level,
    });
    if (!("fit" in regression)) return { status: regression.status };
    const sizes = effectSizes(studies, LOGIT_TRANSFORM, correction);
    return {
      ...figures(regression, predictAt, level),
      ...inverseVarianceFigures(regression),
      tau2Ci: sizes.status === "ok" ? tau2Interval(regression, sizes.effects, level) : sizes.status,
    };
  },
);

function figures(regression: Regression, predictAt: readonly number[], level: number) {
  const { coefficients, omnibus } = regression;
  const predictions = predictAt.flatMap((at) => {
    const prediction = predict(regression, [at], { level, extrapolate: true });
    return prediction.status === "ok" ? [prediction] : [];
  });
  return {
    beta: coefficients.map(({ estimate }) => estimate),
    se: coefficients.map(({ se }) => se),
    stat: coefficients.map(({ statistic }) => statistic),
    pval: coefficients.map(({ pValue }) => pValue),
    ciBetaLower: coefficients.map(({ interval }) => interval[0]),
    ciBetaUpper: coefficients.map(({ interval }) => interval[1]),
    tau2: regression.tau2,
    logLik: regression.logLikelihood,
    QM: omnibus?.statistic,
    predictions: {
      at: predictAt,
      eta: predictions.map(({ eta }) => eta),
      se: predictions.map(({ se }) => se),
      proportion: predictions.map(({ estimate }) => estimate),
      ciLower: predictions.map(({ interval }) => interval[0]),
      ciUpper: predictions.map(({ interval }) => interval[1]),
      piLower: predictions.map(({ predictionInterval }) => predictionInterval[0]),
      piUpper: predictions.map(({ predictionInterval }) => predictionInterval[1]),
    },
  };
}

function glmmFigures(regression: GlmmRegression, level: number) {
  const { status, heterogeneity } = regression;
  const profile = profileCoefficient(regression, "covariate", { level });
  return {
    status: glmmStatus(status),
    tau: Math.sqrt(regression.tau2),
    vcov: [...regression.vcov],
    zvalue: regression.coefficients.map(({ statistic }) => statistic),
    pQM: regression.omnibus?.pValue,
    lrtModerator: testModerators(regression)?.statistic,
    profileBetaLower: profile?.[0],
    profileBetaUpper: profile?.[1],
    Q_LRT: heterogeneity.qLrt,
    Q_Wald: heterogeneity.qWald,
    df: heterogeneity.df,
    I2_tau2: heterogeneity.i2,
    R2: testModerators(regression)?.r2,
  };
}

function tau2Interval(
  { columns: { design } }: Regression,
  effects: readonly EffectSize[],
  level: number,
) {
  const model = { yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi), design };
  return qProfileInterval(model, level);
}

function inverseVarianceFigures({ fit, r2 }: InverseVarianceRegression) {
  const { heterogeneity } = fit;
  return {
    QE: heterogeneity.q,
    df: heterogeneity.df,
    pQE: heterogeneity.pQ,
    I2_tau2: heterogeneity.i2,
    hkScale: fit.hkScale,
    R2: r2,
  };
}
