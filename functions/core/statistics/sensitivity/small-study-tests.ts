import { type FitOptions, fitMixedModel } from "../inverse-variance/fit.ts";
import { mixedModel } from "../inverse-variance/weighted-least-squares.ts";
import { withCovariates } from "../linear/design.ts";
import { read } from "../read.ts";
import { type EffectSize, logits } from "../scales.ts";
import { checkStudies, type Study } from "../study.ts";
import { standardisedResiduals } from "./influence.ts";
import { averageRanks, type KendallTest, kendallTest } from "./ranks.ts";

/**
 * Peters' test, the default: weighted regression of yᵢ on 1/nᵢ with weights 1/vᵢ and multiplicative
 * dispersion, t(k − 2) (Peters et al. 2006; metafor's `regtest(model = "lm", predictor = "ninv")`).
 * Unlike a standard error, the size does not depend on the rate. `limitEstimate` is the value for
 * an infinitely large study; the slope is per 1/n.
 *
 * @throws RangeError for invalid counts.
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
 * @throws RangeError for invalid counts.
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

/** Smaller differences of standardised effects, or shares of a variance, are rounding errors. */
const ROUNDING = 1e-9;

/**
 * Begg's test: rank correlation of the standardised effects (yᵢ − μ) / √(vᵢ − 1/Σw), w = 1/v, μ
 * their weighted mean, with the variances vᵢ (Begg & Mazumdar 1994; metafor's `ranktest`).
 * On the logit scale rate and precision are correlated by construction.
 *
 * @throws RangeError for invalid counts.
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
  /** Fewest studies for a test, default 10; use less only to reproduce published results. */
  readonly minimumStudies?: number;
}

/** Below it the tests have too little power. */
export const ENOUGH_STUDIES = 10;
/** A line through two studies leaves no residuals. */
const FEWEST_STUDIES = 3;

/**
 * Computes figures from the logits if there are enough studies.
 *
 * @throws RangeError for invalid counts.
 */
export function assess<Figures extends object>(
  studies: readonly Study[],
  { minimumStudies = ENOUGH_STUDIES }: SmallStudyOptions,
  figuresOf: (effects: readonly EffectSize[]) => Figures | NotAssessedReason,
): SmallStudyAssessment<Figures> {
  checkStudies(studies);
  const k = studies.length;
  const notAssessed = (reason: NotAssessedReason) =>
    ({ status: "not-assessed", reason, k }) as const;
  if (k < FEWEST_STUDIES) return notAssessed("fewer-than-3-studies");
  if (k < minimumStudies) return notAssessed("fewer-than-10-studies");
  const figures = figuresOf(logits(studies));
  return typeof figures === "string" ? notAssessed(figures) : { status: "assessed", k, ...figures };
}

/** A regression line of effect sizes on one predictor of the studies. */
export interface PredictorRegression {
  /** Effect per unit of the predictor. */
  readonly slope: number;
  readonly seSlope: number;
  /** Test of slope = 0: t with `df` degrees of freedom, or z where `df` is `null`. */
  readonly statistic: number;
  readonly df: number | null;
  readonly pValue: number;
  /** The line at predictor 0, i.e. for a study of infinite size, on the scale of the effects. */
  readonly limitEstimate: number;
}

/**
 * Weighted regression with multiplicative dispersion: weights 1/v, standard errors scaled by the
 * residual Σ w e² / (k − 2), t(k − 2). The arithmetic is that of Hartung & Knapp's scaling without
 * τ².
 */
const MULTIPLICATIVE_DISPERSION = { method: "FE", test: "knha" } as const;

/** If the spread is a smaller share of the largest value, it is only rounding error. */
const SAME = 1e-9;

/**
 * Regression of at least three effects on a positive predictor.
 *
 * `no-variation-in-precision`: all values of the predictor are equal. `no-residual-variation`:
 * standard errors should be scaled by the residuals, but all of these are 0.
 */
export function regressOn(
  predictor: readonly number[],
  effects: readonly EffectSize[],
  options: Pick<FitOptions, "method" | "test">,
): PredictorRegression | "no-variation-in-precision" | "no-residual-variation" {
  const largest = Math.max(...predictor);
  if (largest - Math.min(...predictor) <= SAME * largest) return "no-variation-in-precision";
  const vi = effects.map((effect) => effect.vi);
  const weighted = (values: readonly number[]) =>
    values.reduce((sum, value, i) => sum + value / read(vi, i), 0);
  const centre = weighted(predictor) / weighted(vi.map(() => 1));
  // Centring keeps the columns independent even if the weights are very unequal.
  const design = withCovariates(effects.length, [predictor.map((value) => value - centre)]);
  const fit = fitMixedModel(mixedModel(effects, design), options);
  if (fit.status !== "ok") return fit.status;
  const slope = read(fit.beta, 1);
  const seSlope = read(fit.se, 1);
  return {
    slope,
    seSlope,
    statistic: slope / seSlope,
    df: fit.reference.df,
    pValue: fit.reference.pValue(slope / seSlope),
    limitEstimate: read(fit.beta, 0) - centre * slope,
  };
}
