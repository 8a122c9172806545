import type { EffectSize } from "../effect-size/effect-size.ts";
import { type FitOptions, fitMixedModel } from "../inverse-variance/fit.ts";
import { withCovariates } from "../linear/design.ts";
import { quadraticForm } from "../linear/positive-definite.ts";
import { read } from "../read.ts";

/** A line through effect sizes over one predictor of the studies. */
export interface PredictorRegression {
  /** Effect per unit of the predictor. */
  readonly slope: number;
  readonly seSlope: number;
  /** Test of slope = 0: t with `df` degrees of freedom, or z where `df` is `null`. */
  readonly statistic: number;
  readonly df: number | null;
  readonly pValue: number;
  /** Where the line meets predictor 0, a study of infinite size, on the scale of the effects. */
  readonly limitEstimate: number;
  readonly seLimit: number;
  readonly tau2: number;
}

/**
 * Weighted regression with multiplicative dispersion: weights 1/v, standard errors scaled by the
 * residual Σ w e² / (k − 2), t(k − 2). Arithmetically the scaling of Hartung & Knapp without τ².
 */
export const MULTIPLICATIVE_DISPERSION = { method: "FE", test: "knha" } as const;

/** Spread below this share of the largest value is rounding. */
const SAME = 1e-9;

/**
 * Regression of at least three effects on a positive predictor.
 *
 * `no-variation-in-precision`: the predictor is the same everywhere. `no-residual-variation`:
 * standard errors are to be scaled by residuals, and there are none.
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
      // Centred, the columns stay independent however unequal the weights are.
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
    seLimit: Math.sqrt(quadraticForm(fit.vcov, [1, -centre])),
    tau2: fit.tau2,
  };
}
