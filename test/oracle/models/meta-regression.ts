import * as v from "valibot";
import { qProfileInterval } from "#core/statistics/inverse-variance/tau2.ts";
import { makeMixedModelData } from "#core/statistics/inverse-variance/weighted-least-squares.ts";
import {
  estimateExplainedPercent,
  type GlmmRegression,
  predictFromRegression,
  type Regression,
  regressGlmm,
  regressInverseVariance,
} from "#core/statistics/meta-regression/regression.ts";
import { makeLogitEffectSizes } from "#core/statistics/scales.ts";
import type { Study } from "#core/statistics/study.ts";
import { counts, glmmOptions, inverseVarianceOptions, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { coefficientFigures, glmmStatus } from "./glmm-pool.ts";

const moderator = v.literal("covariate");
const glmm = v.strictObject({ ...glmmOptions, moderator });
const inverseVariance = v.strictObject({ ...inverseVarianceOptions, moderator });

const input = v.strictObject({
  ...counts,
  covariate: v.array(v.number()),
  predictAt: v.optional(v.array(v.number()), []),
});

/** Computes the regression on one continuous covariate. */
export const metaRegression = oracleModel(
  input,
  v.variant("model", [glmm, inverseVariance]),
  ({ covariate, predictAt, level, ...columns }, options) => {
    const studies = studiesOf(columns);
    const moderators = [{ name: "covariate", values: covariate }];
    if (options.model === "glmm") {
      const regression = regressGlmm(studies, moderators, { level });
      return "fit" in regression
        ? { ...figures(regression, predictAt, level), ...glmmFigures(regression) }
        : { status: glmmStatus(regression.status) };
    }
    const { method, test } = options;
    const regression = regressInverseVariance(studies, moderators, { method, test, level });
    if (!("coefficients" in regression)) return { status: regression.status };
    return {
      ...figures(regression, predictAt, level),
      R2: regression.r2,
      tau2Ci: tau2Interval(regression, studies, level),
    };
  },
);

function figures(regression: Regression, predictAt: readonly number[], level: number) {
  const { coefficients } = regression;
  const predictions = predictAt.flatMap((at) => {
    const prediction = predictFromRegression(regression, [at], { level, extrapolate: true });
    return prediction ? [prediction] : [];
  });
  return {
    ...coefficientFigures(coefficients),
    tau2: regression.tau2,
    predictions: {
      at: predictAt,
      eta: predictions.map(({ eta }) => eta),
      se: predictions.map(({ se }) => se),
      proportion: predictions.map(({ estimate }) => estimate),
      ciLower: predictions.map(({ interval }) => interval[0]),
      ciUpper: predictions.map(({ interval }) => interval[1]),
    },
  };
}

function glmmFigures(regression: GlmmRegression) {
  return {
    status: glmmStatus(regression.status),
    tau: Math.sqrt(regression.tau2),
    logLik: regression.fit.logLikelihood,
    R2: estimateExplainedPercent(regression),
  };
}

function tau2Interval(
  { columns: { design } }: Regression,
  studies: readonly Study[],
  level: number,
) {
  return qProfileInterval(makeMixedModelData(makeLogitEffectSizes(studies), design), level);
}
