import * as v from "valibot";
import { qProfileInterval } from "#core/statistics/inverse-variance/tau2.ts";
import { makeMixedModelData } from "#core/statistics/inverse-variance/weighted-least-squares.ts";
import { fitAdjustedContrast } from "#core/statistics/meta-regression/adjusted-contrast.ts";
import {
  type TestBetweenGroups,
  testGroupsOfCounts,
  testGroupsOfEffects,
} from "#core/statistics/meta-regression/between-groups.ts";
import { findModeratorOverlap } from "#core/statistics/meta-regression/overlap.ts";
import {
  type Coefficient,
  estimateExplainedPercent,
  type GlmmRegression,
  predictFromRegression,
  type Regression,
  regressGlmm,
  regressInverseVariance,
} from "#core/statistics/meta-regression/regression.ts";
import { makeLogitEffectSizes } from "#core/statistics/scales.ts";
import {
  coefficientTest,
  counts,
  glmmOptions,
  groupNames,
  inverseVarianceOptions,
  oracleModel,
  rows,
  studiesOf,
  tau2Method,
} from "../input.ts";
import { coefficientFigures, glmmStatus } from "./glmm.ts";

const moderator = v.literal("covariate");
const covariate = v.array(v.number());
const groupedWithCovariate = v.strictObject({ ...counts, group: groupNames, covariate });

/** The options of two groups of which one is the reference. */
const groupsNamed = <Name extends string>(model: Name) =>
  v.strictObject({ model: v.literal(model), group: v.string(), reference: v.string() });

/** Computes the regression on one continuous covariate. */
export const metaRegression = oracleModel(
  v.strictObject({ ...counts, covariate, predictAt: v.optional(v.array(v.number()), []) }),
  v.variant("model", [
    v.strictObject({ ...glmmOptions, moderator }),
    v.strictObject({ ...inverseVarianceOptions, moderator }),
  ]),
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
      tau2Ci: qProfileInterval(
        makeMixedModelData(makeLogitEffectSizes(studies), regression.columns.design),
        level,
      ),
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

const by = { method: v.union([tau2Method, v.literal("GLMM")]), test: coefficientTest };

/** The coefficients of group and covariate, the first group in sorted order as reference, with every kind of interval. */
export const groupAndCovariateTests = oracleModel(
  groupedWithCovariate,
  v.strictObject({ model: v.literal("group-and-covariate-tests"), ...by }),
  ({ group, covariate, level, ...columns }, { method, test }) => {
    const studies = studiesOf(columns);
    const moderators = [
      { name: "group", groups: group },
      { name: "covariate", values: covariate },
    ];
    const regression =
      method === "GLMM"
        ? regressGlmm(studies, moderators, { level, test: test === "z" ? "z" : "t" })
        : regressInverseVariance(studies, moderators, { method, test, level });
    if (!("coefficients" in regression)) return { status: regression.status };
    const coefficients = regression.coefficients.slice(1);
    return {
      estimate: coefficients.map(({ estimate }) => estimate),
      se: coefficients.map(({ se }) => se),
      pval: coefficients.map(({ pValue }) => pValue),
      ciLower: coefficients.map(({ interval }) => interval[0]),
      ciUpper: coefficients.map(({ interval }) => interval[1]),
      tau2: regression.tau2,
    };
  },
);

/** The test that all groups have one mean. */
export const groupTests = oracleModel(
  v.strictObject({ ...counts, group: groupNames }),
  v.strictObject({ model: v.literal("groups"), ...by }),
  ({ group, level: _, ...columns }, { method }) => {
    const studies = studiesOf(columns);
    const result: TestBetweenGroups | null =
      method === "GLMM"
        ? testGroupsOfCounts(studies, group)
        : testGroupsOfEffects(makeLogitEffectSizes(studies), group, { method });
    return { f: result?.f, df: result?.df, pval: result?.pValue };
  },
);

/** The odds ratio of a group by itself and beside a covariate, t with k − p degrees of freedom. */
export const groupAndCovariate = oracleModel(
  groupedWithCovariate,
  groupsNamed("group-and-covariate"),
  ({ group, covariate, level, ...columns }, { reference }) => {
    const studies = studiesOf(columns);
    const groups = { name: "group", groups: group, reference };
    const coefficientsOf = (...more: { name: string; values: number[] }[]) => {
      const regression = regressGlmm(studies, [groups, ...more], { level, test: "t" });
      return "coefficients" in regression ? regression.coefficients : [];
    };
    const [, alone] = coefficientsOf();
    const [, adjusted, slope] = coefficientsOf({ name: "covariate", values: covariate });
    return {
      k: studies.length,
      ...ratioFigures("alone", alone),
      ...ratioFigures("adjusted", adjusted),
      covariatePval: slope?.pValue,
    };
  },
);

function ratioFigures(of: string, coefficient: Coefficient | undefined) {
  if (coefficient === undefined) return {};
  const { estimate, interval, pValue } = coefficient;
  return {
    [`${of}OddsRatio`]: Math.exp(estimate),
    [`${of}Lower`]: Math.exp(interval[0]),
    [`${of}Upper`]: Math.exp(interval[1]),
    [`${of}Pval`]: pValue,
  };
}

/** Two groups at equal values of a covariate. */
export const adjustedContrast = oracleModel(
  groupedWithCovariate,
  groupsNamed("adjusted-contrast"),
  ({ group, covariate, level, ...columns }, options) => {
    const studies = rows(studiesOf(columns), rows(group, covariate)).map(
      ([study, [name, moderator]]) => ({ ...study, group: name, moderator }),
    );
    const contrast = fitAdjustedContrast(studies, options.group, options.reference, { level });
    if (!("oddsRatio" in contrast)) return { status: contrast.status };
    const { at, oddsRatio, difference, differenceInterval, regression } = contrast;
    const [, effect, slope] = regression.coefficients;
    const rateAt = (name: string) => {
      const rate = predictFromRegression(regression, [name, at], { level });
      return { proportion: rate?.estimate, ci: rate?.interval };
    };
    return {
      status: glmmStatus(contrast.status),
      k: regression.columns.design.k,
      df: regression.reference.df,
      overlap: findModeratorOverlap(studies, options.group, options.reference),
      at,
      logLik: regression.fit.logLikelihood,
      tau: regression.fit.tau,
      oddsRatio: oddsRatio.estimate,
      oddsRatioCi: oddsRatio.interval,
      se: effect?.se,
      pval: effect?.pValue,
      slope: slope?.estimate,
      seSlope: slope?.se,
      pvalSlope: slope?.pValue,
      group: rateAt(options.group),
      reference: rateAt(options.reference),
      difference,
      differenceCi: differenceInterval,
    };
  },
);
