import type { EffectSize } from "../effect-size.ts";
import { type FitOptions, fitMixedModel } from "../inverse-variance/fit.ts";
import { withCovariates } from "../linear/design.ts";
import { read } from "../read.ts";

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
export const MULTIPLICATIVE_DISPERSION = { method: "FE", test: "knha" } as const;

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
  const yi = effects.map((effect) => effect.yi);
  const vi = effects.map((effect) => effect.vi);
  const weighted = (values: readonly number[]) =>
    values.reduce((sum, value, i) => sum + value / read(vi, i), 0);
  const centre = weighted(predictor) / weighted(vi.map(() => 1));
  const fit = fitMixedModel(
    {
      yi,
      vi,
      // Centring keeps the columns independent even if the weights are very unequal.
      design: withCovariates(effects.length, [predictor.map((value) => value - centre)]),
    },
    options,
  );
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
