import type { EffectSize } from "../effect-size.ts";
import type { Study } from "../study.ts";
import { averageRanks } from "./average-ranks.ts";
import { type KendallTest, kendallTest } from "./kendall.ts";
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
import { standardisedResiduals } from "./standardised-residuals.ts";

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

/**
 * Smaller differences of standardised effects, and smaller shares of a variance, are only rounding
 * errors.
 */
const ROUNDING = 1e-9;

/**
 * Begg's test: rank correlation of the standardised effects (yᵢ − μ) / √(vᵢ − 1/Σw), w = 1/v, μ
 * their weighted mean, with the variances vᵢ (Begg & Mazumdar 1994; metafor's `ranktest`).
 * On the logit scale rate and precision are correlated by construction.
 *
 * @throws RangeError for invalid counts or minimum.
 */
export function begg(
  studies: readonly Study[],
  options: SmallStudyOptions = {},
): SmallStudyAssessment<KendallTest> {
  return assess(studies, options, (effects) => {
    const variances = averageRanks(
      effects.map(({ vi }) => Math.log(vi)),
      ROUNDING,
    );
    const deviations = averageRanks(standardisedResiduals(effects, 0), ROUNDING);
    return (
      kendallTest(deviations, variances) ??
      (new Set(variances).size === 1 ? "no-variation-in-precision" : "no-residual-variation")
    );
  });
}
