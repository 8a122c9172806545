import { h2, i2 } from "../heterogeneity.ts";
import { readElement } from "../special/arithmetic.ts";
import { chiSquaredTail } from "../special/chi-squared.ts";
import { NORMAL, type ReferenceDistribution, studentT } from "../special/reference-distribution.ts";
import { TAU2_ESTIMATORS, type Tau2Method } from "./tau2.ts";
import { fitWeightedLeastSquares, type MixedModelData, traceP } from "./weighted-least-squares.ts";

/**
 * Describes the test of coefficients:
 *
 * - `z`: against the normal distribution;
 * - `t`: against t(k − p);
 * - `adhoc`: with variances scaled by max(1, s), s = Σ w e² / (k − p), against t(k − p) (Hartung & Knapp
 *   2001; Sidik & Jonkman 2002). The 1 keeps the scaling from shortening an interval (Knapp & Hartung
 *   2003).
 */
export type CoefficientTest = "z" | "t" | "adhoc";

export interface FitOptions {
  readonly method: Tau2Method;
  readonly test: CoefficientTest;
  /** `level` is the level of the intervals, by default 0.95. */
  readonly level?: number;
}

/**
 * Describes the variance between studies and statistics about it. Values that need k > p are `null` otherwise.
 */
export interface Heterogeneity {
  /** Holds Cochran's (residual) Q with weights 1/v, its degrees of freedom and p value. */
  readonly q: number;
  readonly df: number;
  readonly pQ: number | null;
  readonly typicalVariance: number | null;
  /** `i2` is I² in percent, from τ². */
  readonly i2: number | null;
  readonly h2: number | null;
}

/** Holds the fit of y ~ N(Xβ, v + τ²) in two steps: τ² first, then β by weighted least squares. */
export interface MixedModelFit {
  readonly k: number;
  readonly beta: readonly number[];
  /** `se` is scaled as the chosen test requires. */
  readonly se: readonly number[];
  /** Holds the covariance of β, p × p row-major, scaled as the chosen test requires. */
  readonly vcov: Float64Array;
  readonly reference: ReferenceDistribution;
  readonly tau2: number;
  readonly heterogeneity: Heterogeneity;
}

/**
 * Fits the mixed-effects model of metafor's `rma.uni`. If there are as many coefficients as studies, τ² is 0 and
 * the test is `z`.
 *
 * @throws RangeError for a rank-deficient design.
 */
export function fitMixedModel(data: MixedModelData, { method, test }: FitOptions): MixedModelFit {
  const { k, p } = data.design;
  const df = k - p;
  const tau2 = TAU2_ESTIMATORS[method](data);
  const weighted = fitWeightedLeastSquares(data, tau2);
  const hasDf = test !== "z" && df > 0;
  const isScaled = test === "adhoc" && hasDf;
  const scale = isScaled ? Math.max(1, weighted.rss / df) : 1;
  const vcov = weighted.vcov.map((value) => value * scale);
  return {
    k,
    beta: [...weighted.beta],
    se: Array.from({ length: p }, (_, j) => Math.sqrt(readElement(vcov, j * p + j))),
    vcov,
    reference: hasDf ? studentT(df) : NORMAL,
    tau2,
    heterogeneity: summariseResidualHeterogeneity(data, tau2),
  };
}

function summariseResidualHeterogeneity(data: MixedModelData, tau2: number): Heterogeneity {
  const { k, p } = data.design;
  const fixed = fitWeightedLeastSquares(data, 0);
  const df = k - p;
  const q = df > 0 ? fixed.rss : 0;
  const v = df > 0 ? df / traceP(data.design, fixed) : null;
  return {
    q,
    df,
    pQ: df > 0 ? chiSquaredTail(q, df) : null,
    typicalVariance: v,
    i2: i2(tau2, v),
    h2: h2(tau2, v),
  };
}
