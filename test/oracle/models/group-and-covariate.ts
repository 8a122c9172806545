import * as v from "valibot";
import { type Coefficient, regressGlmm } from "#core/statistics/meta-regression/regression.ts";
import { counts, groupNames, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

/** The odds ratio of a group by itself and beside a covariate, t with k − p degrees of freedom. */
export const groupAndCovariate = oracleModel(
  v.strictObject({ ...counts, group: groupNames, covariate: v.array(v.number()) }),
  v.strictObject({
    model: v.literal("group-and-covariate"),
    group: v.string(),
    reference: v.string(),
  }),
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
