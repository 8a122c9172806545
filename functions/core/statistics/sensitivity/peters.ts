import type { Study } from "../study.ts";
import {
  MULTIPLICATIVE_DISPERSION,
  type PredictorRegression,
  regressOn,
} from "./predictor-regression.ts";
import {
  assess,
  type SmallStudyAssessment,
  type SmallStudyOptions,
} from "./small-study-assessment.ts";

/**
 * Peters' test, the default: weighted regression of yᵢ on 1/nᵢ with weights 1/vᵢ and multiplicative
 * dispersion, t(k − 2) (Peters et al. 2006; metafor's `regtest(model = "lm", predictor = "ninv")`).
 * Unlike a standard error, the size does not depend on the rate. `limitEstimate` is the value for
 * an infinitely large study; the slope is per 1/n.
 *
 * @throws RangeError for invalid counts or minimum.
 */
export function peters(
  studies: readonly Study[],
  options: SmallStudyOptions = {},
): SmallStudyAssessment<PredictorRegression> {
  return assess(studies, options, (effects) =>
    regressOn(
      studies.map(({ n }) => 1 / n),
      effects,
      MULTIPLICATIVE_DISPERSION,
    ),
  );
}
