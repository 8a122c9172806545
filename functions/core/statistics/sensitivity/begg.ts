import type { Study } from "../study.ts";
import { averageRanks } from "./average-ranks.ts";
import { type KendallTest, kendallTest } from "./kendall.ts";
import {
  assess,
  type SmallStudyAssessment,
  type SmallStudyOptions,
} from "./small-study-assessment.ts";
import { standardisedResiduals } from "./standardised-residuals.ts";

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
