import * as v from "valibot";
import type { KendallTest } from "#core/statistics/sensitivity/ranks.ts";
import {
  begg,
  egger,
  type PredictorRegression,
  peters,
  type SmallStudyAssessment,
} from "#core/statistics/sensitivity/small-study-tests.ts";
import {
  type TrimAndFillOptions,
  trimAndFill,
} from "#core/statistics/sensitivity/trim-and-fill.ts";
import { continuityCorrection, counts, studiesOf, transform } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const options = v.strictObject({
  model: v.literal("small-study"),
  transform,
  correction: continuityCorrection,
});

/** Tests of small-study effects, even for few studies, and trim and fill with DL. */
export const smallStudy = oracleModel(v.strictObject(counts), options, ({ level, ...columns }) => {
  const studies = studiesOf(columns);
  const test = { minimumStudies: 3 };
  const trimFill = (side: NonNullable<TrimAndFillOptions["side"]>) =>
    figures(trimAndFill(studies, { method: "DL", test: "z", level, side }));
  return {
    egger: regressionFigures(egger(studies, test)),
    peters: regressionFigures(peters(studies, test)),
    begg: rankFigures(begg(studies, test)),
    trimFill: [trimFill("left"), trimFill("right")].map((filled) => ({
      ...filled,
      estimator: "L0",
      method: "DL",
      proportion: filled?.estimate,
      ci: filled?.interval,
    })),
    trimFillAutoSide: trimFill("auto")?.side,
  };
});

function figures<Figures>(assessment: SmallStudyAssessment<Figures>) {
  return assessment.status === "assessed" ? assessment : null;
}

function regressionFigures(assessment: SmallStudyAssessment<PredictorRegression>) {
  const regression = figures(assessment);
  return {
    ...regression,
    t: regression?.statistic,
    pval: regression?.pValue,
  };
}

function rankFigures(assessment: SmallStudyAssessment<KendallTest>) {
  const test = figures(assessment);
  return { ...test, S: test?.s, pval: test?.pValue };
}
