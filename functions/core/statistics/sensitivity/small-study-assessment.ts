import { type EffectSize, logits } from "../effect-size.ts";
import { checkStudies, type Study } from "../study.ts";

/**
 * Why small-study effects were not assessed; the first that applies:
 *
 * - `fewer-than-3-studies`: nothing can be computed;
 * - `fewer-than-10-studies`: the tests have too little power to distinguish chance from asymmetry
 *   (Sterne et al. 2011; Cochrane Handbook, sec. 13.3.5);
 * - `no-variation-in-precision`: all studies are equally precise, or for Peters' test equally
 *   large;
 * - `no-residual-variation`: all effects are equal or on a line, so that a slope cannot be tested;
 * - `not-converged`: trimming went in circles.
 */
export type NotAssessedReason =
  | "fewer-than-3-studies"
  | "fewer-than-10-studies"
  | "no-variation-in-precision"
  | "no-residual-variation"
  | "not-converged";

/**
 * `rate-and-precision-correlated`: the variance of a logit, 1/(n p (1 − p)), depends on the rate
 * itself. So effects and standard errors are correlated even without any bias.
 */
export type SmallStudyRemark = "rate-and-precision-correlated";

/** The figures of an assessment, or why there is none. */
export type SmallStudyAssessment<Figures> =
  | ({ readonly status: "assessed"; readonly k: number } & Figures)
  | { readonly status: "not-assessed"; readonly reason: NotAssessedReason; readonly k: number };

export interface SmallStudyOptions {
  /**
   * Minimum number of studies for a test, a whole number from 3 to 10. Default 10; use less only to
   * reproduce published results.
   */
  readonly minimumStudies?: number;
}

/** Below it the tests have too little power. */
export const ENOUGH_STUDIES = 10;
/** A line through two studies leaves no residuals. */
const FEWEST_STUDIES = 3;

/**
 * Computes figures from the logits if there are enough studies.
 *
 * @throws RangeError for invalid counts or minimum.
 */
export function assess<Figures extends object>(
  studies: readonly Study[],
  { minimumStudies = ENOUGH_STUDIES }: SmallStudyOptions,
  figuresOf: (effects: readonly EffectSize[]) => Figures | NotAssessedReason,
): SmallStudyAssessment<Figures> {
  checkStudies(studies);
  checkMinimum(minimumStudies);
  const k = studies.length;
  const notAssessed = (reason: NotAssessedReason) =>
    ({ status: "not-assessed", reason, k }) as const;
  if (k < FEWEST_STUDIES) return notAssessed("fewer-than-3-studies");
  if (k < minimumStudies) return notAssessed("fewer-than-10-studies");
  const figures = figuresOf(logits(studies));
  return typeof figures === "string" ? notAssessed(figures) : { status: "assessed", k, ...figures };
}

function checkMinimum(minimumStudies: number): void {
  if (
    !Number.isInteger(minimumStudies) ||
    minimumStudies < FEWEST_STUDIES ||
    minimumStudies > ENOUGH_STUDIES
  ) {
    throw new RangeError(
      `minimumStudies must be a whole number from ${FEWEST_STUDIES} to ${ENOUGH_STUDIES}, got ${minimumStudies}`,
    );
  }
}
