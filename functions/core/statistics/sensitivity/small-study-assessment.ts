import type { ContinuityCorrection } from "../effect-size/continuity-correction.ts";
import type { EffectSize, Transform } from "../effect-size/effect-size.ts";
import { effectSizes } from "../effect-size/effect-sizes.ts";
import { TRANSFORMS } from "../effect-size/transforms.ts";
import { checkStudies, type Study } from "../study.ts";

/**
 * Why small-study effects were not assessed; the first that applies:
 *
 * - `fewer-than-3-studies`: nothing can be computed;
 * - `fewer-than-10-studies`: the tests have too little power to distinguish chance from asymmetry
 *   (Sterne et al. 2011; Cochrane Handbook, sec. 13.3.5);
 * - `effect-undefined`: a study has no finite effect size without a correction;
 * - `no-variation-in-precision`: all studies are equally precise, or for Peters' test equally
 *   large;
 * - `no-residual-variation`: all effects are equal or on a line, so that a slope cannot be tested;
 * - `not-converged`: trimming went in circles.
 */
export type NotAssessedReason =
  | "fewer-than-3-studies"
  | "fewer-than-10-studies"
  | "effect-undefined"
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
  | ({
      readonly status: "assessed";
      readonly k: number;
      readonly remark: SmallStudyRemark | null;
    } & Figures)
  | { readonly status: "not-assessed"; readonly reason: NotAssessedReason; readonly k: number };

export interface SmallStudyOptions {
  readonly transform: Transform["name"];
  readonly correction: ContinuityCorrection;
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
 * Computes figures from the effect sizes if there are enough studies. `by: "precision"` means that
 * they use standard errors, and adds the remark if there is one. `by: "size"` means that they do
 * not; there is then no remark.
 *
 * @throws RangeError for invalid counts or minimum.
 */
export function assess<Figures extends object>(
  studies: readonly Study[],
  { transform, correction, minimumStudies = ENOUGH_STUDIES }: SmallStudyOptions,
  by: "precision" | "size",
  figuresOf: (effects: readonly EffectSize[]) => Figures | NotAssessedReason,
): SmallStudyAssessment<Figures> {
  checkStudies(studies);
  checkMinimum(minimumStudies);
  const k = studies.length;
  const notAssessed = (reason: NotAssessedReason) =>
    ({ status: "not-assessed", reason, k }) as const;
  if (k < FEWEST_STUDIES) return notAssessed("fewer-than-3-studies");
  if (k < minimumStudies) return notAssessed("fewer-than-10-studies");
  const sizes = effectSizes(studies, TRANSFORMS[transform], correction);
  if (sizes.status !== "ok") return notAssessed(sizes.status);
  const figures = figuresOf(sizes.effects);
  if (typeof figures === "string") return notAssessed(figures);
  const remark = by === "precision" ? remarkOn(transform) : null;
  return { status: "assessed", k, remark, ...figures };
}

/** The remark about effects against standard errors on this scale; `null` if there is none. */
export function remarkOn(transform: Transform["name"]): SmallStudyRemark | null {
  return transform === "PLO" ? "rate-and-precision-correlated" : null;
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
