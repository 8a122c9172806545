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
 * One study's information about its own linear predictor θᵢ. Binomial and normal pools differ only
 * here, in the link and in the prior.
 */
export interface StudyLikelihood {
  /** Normal approximation, used only to place the grid. */
  readonly location: number;
  readonly variance: number;
  /** Number of equal studies this stands for. */
  readonly copies: number;
  /** The study at all μ of one lattice. */
  readonly smoothed: (mus: MuLattice) => SmoothedLikelihood;
}

/** log ∫ p(yᵢ | θ) N(θ; μ, τ²) dθ as a function of μ. */
export interface SmoothedLikelihood {
  /** What it needs of the Gaussian kernel: largest step, a power of 2, and largest distance. */
  readonly kernelStep: number;
  readonly kernelReach: number;
  /** Adds the logarithms, times the number of copies, to cell m. */
  readonly addTo: (cells: LogProducts, kernel: GaussianKernel) => void;
}

/** The largest power of 2 not above x: lattices with such steps are nested. */
export function powerOfTwoBelow(x: number): number {
  return 2 ** Math.floor(Math.log2(x));
}
