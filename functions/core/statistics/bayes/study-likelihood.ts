import { makeZeros, readElement } from "../special/arithmetic.ts";

/** Describes equally spaced values of μ at one τ: μ = (first + m) · step, 0 ≤ m < count. */
export interface MuLattice {
  readonly tau: number;
  readonly step: number;
  readonly first: number;
  readonly count: number;
}

/**
 * Describes the information of one study about its own linear predictor θᵢ. This is where binomial and normal
 * pools differ; otherwise they differ only in link and prior.
 */
export interface StudyLikelihood {
  /** `location` and `variance` are those of the normal approximation, used only to place the grid. */
  readonly location: number;
  readonly variance: number;
  /** `copies` is the number of equal studies that this one represents. */
  readonly copies: number;
  /** Evaluates the study at all μ of one lattice. */
  readonly smoothed: (mus: MuLattice) => SmoothedLikelihood;
}

/** Describes log ∫ p(yᵢ | θ) N(θ; μ, τ²) dθ as a function of μ. */
export interface SmoothedLikelihood {
  /** Holds the largest step (a power of 2) and distance of the Gaussian kernel that it needs. */
  readonly kernelStep: number;
  readonly kernelReach: number;
  /** Adds the logarithms, times `copies`, to the cells; cell m belongs to the m-th μ. */
  readonly addTo: (cells: LogProducts, kernel: GaussianKernel) => void;
}

const bits = new DataView(new ArrayBuffer(8));

/**
 * Returns the largest power of 2 that is not above x, for x ≥ 2^−1022: its exponent without its fraction (IEEE 754).
 * Lattices with such steps are nested.
 */
export function roundDownToPowerOfTwo(x: number): number {
  bits.setFloat64(0, x);
  bits.setUint32(0, bits.getUint32(0) & 0x7ff00000);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

const SMALL = 1e-200;

/**
 * Holds sums of logarithms, one per cell. The factors are multiplied, and a logarithm is taken only when a product
 * gets small and at the end, because a logarithm costs as much as computing a factor.
 */
export interface LogProducts {
  readonly logs: Float64Array;
  readonly products: Float64Array;
  /** Holds the log of a factor that all cells have. */
  common: number;
}

export function makeLogProducts(logs: Float64Array): LogProducts {
  return { logs, products: makeZeros(logs.length).fill(1), common: 0 };
}

/** Multiplies cell `m` by `factor`^`copies`, 0 ≤ factor ≤ 1e50. */
export function multiplyCell(
  { logs, products }: LogProducts,
  m: number,
  factor: number,
  copies: number,
): void {
  for (let copy = 0; copy < copies; copy += 1) {
    const product = readElement(products, m) * factor;
    if (product > SMALL && product < 1 / SMALL) {
      products[m] = product;
    } else {
      logs[m] = readElement(logs, m) + Math.log(product);
      products[m] = 1;
    }
  }
}

/** Returns the sum of the logarithms of each cell, and overwrites `logs`. */
export function sumLogProducts({ logs, products, common }: LogProducts): Float64Array {
  for (let m = 0; m < logs.length; m += 1)
    logs[m] = readElement(logs, m) + Math.log(readElement(products, m)) + common;
  return logs;
}

/**
 * Returns the likelihood y ~ N(θ, se²). Its integral over θ ~ N(μ, τ²) is the normal density N(y; μ, se² + τ²), so
 * it does not use the kernel.
 *
 * @param copies number of equal studies; the likelihood is raised to this power
 */
export function makeNormalLikelihood(y: number, se: number, copies = 1): StudyLikelihood {
  return {
    location: y,
    variance: se * se,
    copies,
    smoothed: ({ tau, step, first, count }) => ({
      kernelStep: Number.POSITIVE_INFINITY,
      kernelReach: 0,
      addTo: (cells) => {
        const variance = se * se + tau * tau;
        cells.common -= 0.5 * copies * Math.log(2 * Math.PI * variance);
        const weight = (-0.5 * copies) / variance;
        for (let m = 0; m < count; m += 1) {
          const distance = y - (first + m) * step;
          cells.logs[m] = readElement(cells.logs, m) + weight * distance * distance;
        }
      },
    }),
  };
}

/**
 * Tabulates exp(−x² / 2τ²) at x = i · step for |x| up to `reach`; `values[centre]` is x = 0. All
 * studies share the table of one τ, so that their integrals compute no exponentials.
 */
export interface GaussianKernel {
  readonly step: number;
  readonly values: Float64Array;
  readonly centre: number;
}

export function makeGaussianKernel(tau: number, step: number, reach: number): GaussianKernel {
  const centre = Math.ceil(reach / step);
  const values = makeZeros(2 * centre + 1);
  // Each value follows from the one before by a ratio, exp(rate (2i + 1)), and each ratio from the
  // one before by the factor exp(2 rate).
  const rate = (-0.5 * step * step) / (tau * tau);
  const change = Math.exp(2 * rate);
  let ratio = Math.exp(rate);
  let value = 1;
  for (let i = 0; i <= centre; i += 1) {
    values[centre + i] = value;
    values[centre - i] = value;
    value *= ratio;
    ratio *= change;
  }
  return { step, values, centre };
}
