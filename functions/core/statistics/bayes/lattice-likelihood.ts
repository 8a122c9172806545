import { readElement } from "../special/arithmetic.ts";
import {
  type GaussianKernel,
  type LogProducts,
  type MuLattice,
  multiplyCell,
  roundDownToPowerOfTwo,
  type StudyLikelihood,
} from "./study-likelihood.ts";
import { findMaximum } from "./tabulated.ts";

/**
 * States the largest lattice step, in standard deviations of the integrand. The error of the trapezoidal rule
 * is about 2 exp(−2π²/step²): 2e-6 at this step, 1e-9 at the average step in use (steps are powers
 * of 2).
 */
const STEP = 1.2;
/** Keeps the step below 0.95: the likelihood is analytic in a strip of height π/2 to π only. */
const STRIP = 1.6;

/** Describes a log-concave likelihood of θ without closed form, as the quadrature needs it. */
export interface LatticeShape extends Pick<StudyLikelihood, "location" | "variance"> {
  /** `coefficient` is the log of the factor that the lattices leave out. */
  readonly coefficient: number;
  /** Holds the information about θ at the study's own rate. */
  readonly information: number;
  readonly latticeCovering: (step: number, low: number, high: number) => LikelihoodLattice;
  /** Returns the θ at which likelihood × N(θ; μ, 1/precision) is largest. */
  readonly mode: (precision: number, mu: number) => number;
  /** Returns the information I about θ at a θ. It has one maximum, and |dI / dθ| ≤ I. */
  readonly informationAt: (theta: number) => number;
}

/**
 * Returns the likelihood of a study without closed form. It is integrated over θ ~ N(μ, τ²) by the trapezoidal rule,
 * because that converges exponentially for analytic integrands that vanish at both ends (Trefethen & Weideman 2014,
 * SIAM Review 56:385–458). θ and μ lie on nested lattices, so that likelihoods are computed once for all μ, and the
 * Gaussian factor once for all studies.
 *
 * @param copies number of equal studies; the likelihood is raised to this power
 */
export function makeLatticeLikelihood(shape: LatticeShape, copies: number): StudyLikelihood {
  const { location, variance, coefficient, information, latticeCovering } = shape;
  return {
    location,
    variance,
    copies,
    smoothed: (mus) => {
      const precision = 1 / (mus.tau * mus.tau);
      const step = roundDownToPowerOfTwo(STEP / Math.sqrt(precision + information + STRIP));
      const range = boundIntegrandRange(shape, precision, mus);
      const lattice = latticeCovering(step, range.lowest, range.highest);
      return {
        kernelStep: step,
        kernelReach: Math.max(-range.behind, range.ahead) + step,
        addTo: (cells, kernel) => {
          multiplyByLatticeSums(cells, lattice, kernel, mus, range, copies);
          cells.common += copies * (coefficient + lattice.logScale);
        },
      };
    },
  };
}

/**
 * Multiplies the cell of each μ, `copies` times, by the integral of the tabulated likelihood × N(θ; μ, τ²): by its
 * trapezoidal sum where that is not negligible.
 */
function multiplyByLatticeSums(
  cells: LogProducts,
  { step, first, likelihoods }: LikelihoodLattice,
  { step: kernelStep, centre, values }: GaussianKernel,
  mus: MuLattice,
  { lowest, highest, behind, ahead }: IntegrandRange,
  copies: number,
): void {
  const weight = step / (mus.tau * Math.sqrt(2 * Math.PI));
  // The step is a power of 2, so multiplying by its inverse equals dividing by it.
  const perStep = 1 / step;
  const firstIndex = Math.ceil(lowest * perStep);
  const lastIndex = Math.floor(highest * perStep);
  // The steps of θ and μ are whole multiples of the kernel's, which is a power of 2: nothing is rounded here.
  const stride = step / kernelStep;
  const muStride = mus.step / kernelStep;
  for (let m = 0; m < mus.count; m += 1) {
    const index = mus.first + m;
    const mu = index * mus.step;
    const from = Math.max(firstIndex, Math.ceil((mu + behind) * perStep));
    const to = Math.min(lastIndex, Math.floor((mu + ahead) * perStep));
    const at = from * stride - index * muStride + centre;
    const sum = sumProducts(likelihoods, from - first, to - first, values, at, stride);
    multiplyCell(cells, m, weight * sum, copies);
  }
}

/** Returns Σ a[i] · b[i'] for whole i from `from` to `to`, where i' begins at `start` and grows by `stride`. */
function sumProducts(
  a: Float64Array,
  from: number,
  to: number,
  b: Float64Array,
  start: number,
  stride: number,
): number {
  // Speed is the reason for `| 0`: it tells the JavaScript engine that these are whole numbers, and the two
  // sums can be computed in parallel. Together this makes the loop three times as fast.
  const last = to | 0;
  const twoApart = (2 * stride) | 0;
  let at = start | 0;
  let next = (start + stride) | 0;
  let even = 0;
  let odd = 0;
  let i = from | 0;
  for (; i < last; i = (i + 2) | 0) {
    even += (a[i] as number) * (b[at] as number);
    odd += (a[i + 1] as number) * (b[next] as number);
    at = (at + twoApart) | 0;
    next = (next + twoApart) | 0;
  }
  if (i === last) even += (a[i] as number) * (b[at] as number);
  return even + odd;
}

/**
 * Describes where the integrands for the μ of a lattice are not negligible: between `lowest` and `highest`, and for
 * each μ between μ + `behind` and μ + `ahead`.
 */
interface IntegrandRange {
  readonly lowest: number;
  readonly highest: number;
  readonly behind: number;
  readonly ahead: number;
}

/**
 * Returns the range of the integrands for all μ of a lattice. Their modes are between those for the lowest and the
 * highest μ. A mode moves by at most as much as μ, so its distance from μ is also between those two distances.
 */
function boundIntegrandRange(
  { mode, informationAt }: LatticeShape,
  precision: number,
  { step, first, count }: MuLattice,
): IntegrandRange {
  const lowestMu = first * step;
  const highestMu = (first + count - 1) * step;
  const lowest = mode(precision, lowestMu);
  const highest = mode(precision, highestMu);
  // The information has one maximum, so among these modes it is least at an end.
  const leastInformation = Math.min(informationAt(lowest), informationAt(highest));
  const margin = findDistanceWhereIntegrandVanishes(precision, leastInformation);
  return {
    lowest: lowest - margin,
    highest: highest + margin,
    behind: highest - highestMu - margin,
    ahead: lowest - lowestMu + margin,
  };
}

/** An integrand is left out where its logarithm is this far below the mode. */
const DROP = 15;

/**
 * Returns the distance from a mode beyond which the log integrand has dropped by more than DROP. Because |dI / dθ| ≤ I,
 * it drops at distance x by at least precision x²/2 + I (e^−x + x − 1), and the latter is at least I x²/(2 + x)
 * (self-concordance; Bach 2010).
 */
function findDistanceWhereIntegrandVanishes(precision: number, information: number): number {
  let distance = Math.sqrt((2 * DROP) / (precision + information));
  while (distance * distance * (precision / 2 + information / (2 + distance)) < DROP) {
    distance *= 1.1;
  }
  return distance;
}

/** Holds the likelihood of θ at θ = (first + i) · step, divided by exp(`logScale`). */
export interface LikelihoodLattice {
  readonly step: number;
  readonly first: number;
  readonly likelihoods: Float64Array;
  readonly logScale: number;
}

/** States the share of the width added on either side, so that the table covers the next, wider request. */
const MARGIN = 0.15;

/** Holds the log likelihoods at `count` lattice points from index `first` on, in an array of their own. */
type LogLikelihoods = (step: number, first: number, count: number) => Float64Array;

/**
 * Returns a cache of the lattices of one study, keyed by step, because neighbouring values of τ need the same
 * ones. The likelihoods are without the binomial coefficient.
 *
 * @param peak The largest log-likelihood of any θ.
 */
export function makeLatticeCache(
  logLikelihoods: LogLikelihoods,
  peak: number,
): (step: number, low: number, high: number) => LikelihoodLattice {
  const lattices = new Map<number, LikelihoodLattice>();
  return (step, low, high) => {
    const cached = lattices.get(step);
    if (cached !== undefined && isLatticeCovering(cached, low, high)) return cached;
    const margin = MARGIN * (high - low);
    const lattice = makeLikelihoodLattice(logLikelihoods, peak, step, low - margin, high + margin);
    lattices.set(step, lattice);
    return lattice;
  };
}

function isLatticeCovering(
  { step, first, likelihoods }: LikelihoodLattice,
  low: number,
  high: number,
) {
  return first * step <= low && (first + likelihoods.length - 1) * step >= high;
}

/** A table is scaled by its own largest value if this is further below the peak (in logs), lest it underflow. */
const FAR = 100;

function makeLikelihoodLattice(
  logLikelihoods: LogLikelihoods,
  peak: number,
  step: number,
  low: number,
  high: number,
): LikelihoodLattice {
  const first = Math.floor(low / step);
  const likelihoods = logLikelihoods(step, first, Math.ceil(high / step) - first + 1);
  // The scale of the peak makes a value independent of the range of its table.
  const highest = findMaximum(likelihoods);
  const logScale = highest < peak - FAR ? highest : peak;
  for (let i = 0; i < likelihoods.length; i += 1) {
    likelihoods[i] = Math.exp(readElement(likelihoods, i) - logScale);
  }
  return { step, first, logScale, likelihoods };
}
