import type { GaussianKernel } from "./gaussian-kernel.ts";
import type { LogProducts } from "./log-products.ts";

/** Equally spaced values of μ at one τ: μ = (first + m) · step, 0 ≤ m < count. */
export interface MuLattice {
  readonly tau: number;
  readonly step: number;
  readonly first: number;
  readonly count: number;
}

/**
 * The information of one study about its own linear predictor θᵢ. This is where binomial and normal
 * pools differ; otherwise they differ only in link and prior.
 */
export interface StudyLikelihood {
  /** Mean and variance of the normal approximation, used only to place the grid. */
  readonly location: number;
  readonly variance: number;
  /** Number of equal studies that this one represents. */
  readonly copies: number;
  /** Evaluates the study at all μ of one lattice. */
  readonly smoothed: (mus: MuLattice) => SmoothedLikelihood;
}

/** log ∫ p(yᵢ | θ) N(θ; μ, τ²) dθ as a function of μ. */
export interface SmoothedLikelihood {
  /**
   * What it needs from the Gaussian kernel: the largest step (a power of 2) and the largest
   * distance.
   */
  readonly kernelStep: number;
  readonly kernelReach: number;
  /** Adds the logarithms, times `copies`, to the cells; cell m belongs to the m-th μ. */
  readonly addTo: (cells: LogProducts, kernel: GaussianKernel) => void;
}

/** The largest power of 2 that is not above x. Lattices with such steps are nested. */
export function powerOfTwoBelow(x: number): number {
  return 2 ** Math.floor(Math.log2(x));
}
