import { type Design, linearPredictors, weightedCrossProduct } from "../linear/design.ts";
import {
  invertPositiveDefinite,
  multiplyVector,
  productTrace,
} from "../linear/positive-definite.ts";
import type { EffectSize } from "../scales.ts";
import { makeZeros, readElement } from "../special/arithmetic.ts";

/** Holds estimates, their sampling variances, and the design of their means. */
export interface MixedModelData {
  readonly yi: readonly number[];
  /** The sampling variances are positive. */
  readonly vi: readonly number[];
  /** Holds a design of full column rank. */
  readonly design: Design;
}

export function makeMixedModelData(effects: readonly EffectSize[], design: Design): MixedModelData {
  return { yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi), design };
}

/** Describes the fit of y = Xβ + e with known weights. */
export interface WeightedFit {
  readonly weights: Float64Array;
  readonly beta: Float64Array;
  /** `vcov` is (X′WX)⁻¹, p × p row-major. */
  readonly vcov: Float64Array;
  /** `residuals` is y − Xβ. */
  readonly residuals: Float64Array;
  /** `rss` is Σ w e². */
  readonly rss: number;
  /** Holds log |X′WX|. */
  readonly logDeterminant: number;
}

/**
 * Fits by weighted least squares with weights 1 / (vᵢ + τ²).
 *
 * @throws RangeError for a rank-deficient design.
 */
export function fitWeightedLeastSquares(data: MixedModelData, tau2: number): WeightedFit {
  const { yi, vi, design } = data;
  const weights = computeWeights(vi, tau2);
  const solved = invertPositiveDefinite(weightedCrossProduct(design, weights), design.p);
  if (solved === null) throw new RangeError("the design must have full column rank");
  const { k, p, values } = design;
  const moments = makeZeros(p);
  for (let i = 0; i < k; i += 1) {
    const weighted = readElement(weights, i) * readElement(yi, i);
    for (let j = 0; j < p; j += 1) {
      moments[j] = readElement(moments, j) + weighted * readElement(values, i * p + j);
    }
  }
  const beta = multiplyVector(solved.inverse, moments);
  const residuals = linearPredictors(design, beta);
  let rss = 0;
  for (let i = 0; i < k; i += 1) {
    const residual = readElement(yi, i) - readElement(residuals, i);
    residuals[i] = residual;
    rss += readElement(weights, i) * residual * residual;
  }
  return {
    weights,
    beta,
    vcov: solved.inverse,
    residuals,
    rss,
    logDeterminant: solved.logDeterminant,
  };
}

/** Returns 1 / (vᵢ + τ²). It is a loop, because `Float64Array.from` with a function takes ten times as long. */
function computeWeights(vi: readonly number[], tau2: number): Float64Array {
  const weights = makeZeros(vi.length);
  for (let i = 0; i < vi.length; i += 1) weights[i] = 1 / (readElement(vi, i) + tau2);
  return weights;
}

/** Returns the trace of P = W − WX(X′WX)⁻¹X′W. */
export function traceP(design: Design, { weights, vcov }: WeightedFit): number {
  const squares = weights.map((w) => w * w);
  const sum = weights.reduce((total, w) => total + w, 0);
  return sum - productTrace(vcov, weightedCrossProduct(design, squares));
}

/** Returns the trace of PP, with P as in {@link traceP}. */
export function tracePP(design: Design, { weights, vcov }: WeightedFit): number {
  const { p } = design;
  const squares = weightedCrossProduct(
    design,
    weights.map((w) => w * w),
  );
  const cubes = weightedCrossProduct(
    design,
    weights.map((w) => w * w * w),
  );
  const sum = weights.reduce((total, w) => total + w * w, 0);
  // (X′WX)⁻¹X′W²X is not symmetric, so the trace of its square needs both orders of the indices.
  const product = makeZeros(p * p);
  for (let a = 0; a < p; a += 1) {
    for (let b = 0; b < p; b += 1) {
      for (let c = 0; c < p; c += 1) {
        product[a * p + b] =
          readElement(product, a * p + b) +
          readElement(vcov, a * p + c) * readElement(squares, c * p + b);
      }
    }
  }
  let square = 0;
  for (let a = 0; a < p; a += 1) {
    for (let b = 0; b < p; b += 1)
      square += readElement(product, a * p + b) * readElement(product, b * p + a);
  }
  return sum - 2 * productTrace(vcov, cubes) + square;
}
