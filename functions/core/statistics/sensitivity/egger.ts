import type { EffectSize } from "../effect-size.ts";
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
 * Egger's test: weighted regression of yᵢ on √vᵢ with weights 1/vᵢ and multiplicative dispersion,
 * t(k − 2) (Egger et al. 1997; in this form Sterne & Egger 2005; metafor's
 * `regtest(model = "lm")`). `limitEstimate` is the value at a standard error of 0.
 *
 * The rate and the precision of a logit are correlated by construction; Peters' test is preferable.
 *
 * @throws RangeError for invalid counts or minimum.
 */
export function egger(
  studies: readonly Study[],
  options: SmallStudyOptions = {},
): SmallStudyAssessment<PredictorRegression> {
  return assess(studies, options, (effects) =>
    regressOn(standardErrors(effects), effects, MULTIPLICATIVE_DISPERSION),
  );
}

/** √vᵢ. */
export function standardErrors(effects: readonly EffectSize[]): number[] {
  return effects.map(({ vi }) => Math.sqrt(vi));
}
