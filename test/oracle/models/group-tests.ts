import * as v from "valibot";
import {
  type TestBetweenGroups,
  testGroupsOfCounts,
  testGroupsOfEffects,
} from "#core/statistics/meta-regression/between-groups.ts";
import {
  regressGlmm,
  regressInverseVariance,
} from "#core/statistics/meta-regression/regression.ts";
import { makeLogitEffectSizes } from "#core/statistics/scales.ts";
import { coefficientTest, counts, groupNames, studiesOf, tau2Method } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const by = {
  method: v.union([tau2Method, v.literal("GLMM")]),
  test: coefficientTest,
};

/** The coefficients of group and covariate, the first group in sorted order as reference, with every kind of interval. */
export const groupAndCovariateTests = oracleModel(
  v.strictObject({ ...counts, group: groupNames, covariate: v.array(v.number()) }),
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
