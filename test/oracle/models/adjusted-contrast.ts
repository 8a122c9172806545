import * as v from "valibot";
import { adjustedContrast } from "#core/statistics/meta-regression/adjusted-contrast.ts";
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
    const contrast = adjustedContrast(studies, options.group, options.reference, { level });
    const { k, overlap } = contrast;
    if (!("oddsRatio" in contrast)) return { status: contrast.status, k };
    const { at, oddsRatio, difference, differenceInterval, regression } = contrast;
    const [, effect, slope] = regression.coefficients;
    return {
      status: glmmStatus(contrast.status),
      k,
      df: regression.reference.df,
      overlap,
      at,
      logLik: regression.fit.logLikelihood,
      tau: regression.fit.tau,
      oddsRatio: oddsRatio.estimate,
      oddsRatioCi: oddsRatio.interval,
      se: effect?.se,
      pval: contrast.pValue,
      slope: slope?.estimate,
      seSlope: slope?.se,
      pvalSlope: slope?.pValue,
      group: rateFigures(contrast.group),
      reference: rateFigures(contrast.reference),
      difference,
      differenceCi: differenceInterval,
    };
  },
);

function rateFigures({ estimate, interval }: { estimate: number; interval: readonly number[] }) {
  return { proportion: estimate, ci: interval };
}
