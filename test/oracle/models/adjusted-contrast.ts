import * as v from "valibot";
import { fitAdjustedContrast } from "#core/statistics/meta-regression/adjusted-contrast.ts";
import { findModeratorOverlap } from "#core/statistics/meta-regression/overlap.ts";
import { predictFromRegression } from "#core/statistics/meta-regression/regression.ts";
import { counts, groupNames, rows, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { glmmStatus } from "./glmm-pool.ts";

/** Two groups at equal values of a covariate. */
export const adjustedContrastModel = oracleModel(
  v.strictObject({ ...counts, group: groupNames, covariate: v.array(v.number()) }),
  v.strictObject({
    model: v.literal("adjusted-contrast"),
    group: v.string(),
    reference: v.string(),
  }),
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
