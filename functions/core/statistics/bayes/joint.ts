import { makeZeros, readElement } from "../special/arithmetic.ts";
import { axisSpacing, type SinhAxis } from "./density.ts";
import {
  type ApproximateSlice,
  approximateTauSlice,
  chooseTauAxisAndStartSlice,
  makePrecisionSummer,
} from "./placement.ts";
import { addLogPriorMu, logPriorTau, type Prior } from "./prior.ts";
import {
  type GaussianKernel,
  type MuLattice,
  makeGaussianKernel,
  makeLogProducts,
  roundDownToPowerOfTwo,
  type SmoothedLikelihood,
  type StudyLikelihood,
  sumLogProducts,
} from "./study-likelihood.ts";
import { exponentiateShifted, findIndexRangeAbove, findMaximum } from "./tabulated.ts";

export interface JointPosterior {
  readonly tauAxis: SinhAxis;
  /** Holds the rows in ascending order of τ, without gaps. */
  readonly rows: readonly Row[];
  /** Holds the log of the integral of prior × likelihood. */
  readonly logTotal: number;
}

/** Holds a slice with the share of the posterior in each of its cells. */
export interface Row extends Slice {
  readonly masses: Float64Array;
}

/** Gives the log of prior × likelihood on a grid, and the approximations by which the grid is placed. */
export interface JointModel {
  readonly tauAxis: SinhAxis;
  /** Holds the row where the evaluation starts, near the mode of τ. */
  readonly start: ApproximateSlice;
  readonly approximate: (row: number) => ApproximateSlice;
  /** Returns the spacing of μ in a row. */
  readonly chooseMuStep: (slice: ApproximateSlice) => number;
  /** Returns log(prior × likelihood × area of the cell) at each μ of a lattice in a row. */
  readonly evaluateLogMasses: (row: number, mus: MuLattice) => Float64Array;
}

/** Returns the model of at least one study, with a grid of its own. */
export function makeJointModel(likelihoods: readonly StudyLikelihood[], prior: Prior): JointModel {
  const { axis, start } = chooseTauAxisAndStartSlice(likelihoods, prior);
  const sumAt = makePrecisionSummer(likelihoods, prior);
  return {
    tauAxis: axis,
    start,
    approximate: (row) => approximateTauSlice(prior, axis, row, sumAt),
    chooseMuStep,
    evaluateLogMasses: (_, mus) => {
      const smoothed = likelihoods.map((likelihood) => likelihood.smoothed(mus));
      const kernel = makeCommonKernel(smoothed, mus);
      const cells = makeLogProducts(evaluateLogPriorMasses(prior, axis, mus));
      for (const study of smoothed) study.addTo(cells, kernel);
      return sumLogProducts(cells);
    },
  };
}

/** Returns the log of prior × area of the cell at each μ of a lattice, for its τ. */
export function evaluateLogPriorMasses(
  prior: Prior,
  tauAxis: SinhAxis,
  mus: MuLattice,
): Float64Array {
  const constant = logPriorTau(prior, mus.tau) + Math.log(axisSpacing(tauAxis, mus.tau) * mus.step);
  const values = makeZeros(mus.count).fill(constant);
  addLogPriorMu(prior, mus, values);
  return values;
}

/** Returns a kernel for all studies of a lattice: as fine and as wide as any of them needs. */
export function makeCommonKernel(
  smoothed: readonly SmoothedLikelihood[],
  { tau, step }: MuLattice,
): GaussianKernel {
  // The step is a power of 2, or 1.5 times one; a third of the latter is a power of 2 again.
  let kernelStep = roundDownToPowerOfTwo(step) === step ? step : step / 3;
  let kernelReach = 0;
  for (const need of smoothed) {
    kernelStep = Math.min(kernelStep, need.kernelStep);
    kernelReach = Math.max(kernelReach, need.kernelReach);
  }
  return makeGaussianKernel(tau, kernelStep, kernelReach);
}

/**
 * Returns the posterior of μ and τ on a grid, in rows of ascending τ, with the log of the integral of prior ×
 * likelihood; `null` if prior and likelihood are so far apart that their product underflows. It is evaluated wherever
 * it is not negligible, row by row outwards from the approximate mode of τ. The double sum over the cells is the
 * quadrature: the trapezoidal rule in both directions, which converges exponentially for analytic integrands that
 * vanish at both ends.
 */
export function evaluateJointPosterior(model: JointModel): JointPosterior | null {
  const { start } = model;
  let highest = Number.NEGATIVE_INFINITY;
  /**
   * Evaluates rows from `first` on until they are negligible.
   *
   * @param support range of μ that matters in the starting row
   */
  const walk = (first: number, direction: 1 | -1, support: Range): Slice[] => {
    const slices: Slice[] = [];
    let [inner, range] = [start, support];
    for (let row = first; row >= 0; row += direction) {
      const outer = model.approximate(row);
      // Holds the range of the previous row, shifted and scaled like the normal approximation.
      const move = (mu: number): number => outer.mean + ((mu - inner.mean) * outer.sd) / inner.sd;
      const slice = evaluateSlice(model, outer, [move(range[0]), move(range[1])], highest);
      if (slice === null) break;
      highest = Math.max(highest, findMaximum(slice.logMasses));
      slices.push(slice);
      [inner, range] = [outer, slice.support];
    }
    return slices;
  };
  const width = 7 * start.sd;
  const above = walk(start.row, 1, [start.mean - width, start.mean + width]);
  if (above[0] === undefined) return null;
  const below = walk(start.row - 1, -1, above[0].support);
  return normaliseJointPosterior(model.tauAxis, [...[...below].reverse(), ...above], highest);
}

function normaliseJointPosterior(
  tauAxis: SinhAxis,
  slices: readonly Slice[],
  highest: number,
): JointPosterior {
  let total = 0;
  const rows = slices.map((slice) => {
    const masses = exponentiateShifted(slice.logMasses, highest);
    for (let i = 0; i < masses.length; i += 1) total += readElement(masses, i);
    return { ...slice, masses };
  });
  for (const { masses } of rows) {
    for (let i = 0; i < masses.length; i += 1) masses[i] = readElement(masses, i) / total;
  }
  return { tauAxis, rows, logTotal: highest + Math.log(total) };
}

/** Describes the posterior at one τ, on a lattice of μ: log of prior × likelihood × area of each cell. */
interface Slice extends MuLattice {
  readonly row: number;
  readonly logMasses: Float64Array;
  /** Holds the lowest and the highest μ above the threshold. Cells outside this range are kept for interpolation. */
  readonly support: Range;
}

type Range = readonly [low: number, high: number];

/** The spacing of μ is at most this many standard deviations of μ at the τ of the slice. */
const STEP = 1.1;
/** This many points are added at a time while an end of the slice is above the threshold. */
const EXTENSION = 3;
/** Cells this far (in log mass) below the largest are negligible: e^−16 = 1e-7. */
const CUT = 16;
/** Cells up to this far (in log mass) below the threshold are kept once they have been evaluated. */
const KEPT = 15;

/**
 * Returns the spacing of μ. STEP is enough for a normal slice; slices of sparse data are skewed on the scale of
 * the link and need less. The result is a power of 2, or 1.5 times one, so that μ and θ have a common fine
 * lattice.
 */
export function chooseMuStep({ tau, sd }: ApproximateSlice): number {
  const largest = Math.min(STEP * sd, 0.5 * Math.hypot(1, tau));
  const power = roundDownToPowerOfTwo(largest);
  return largest < 1.5 * power ? power : 1.5 * power;
}

/**
 * Returns one row of log masses over the range of μ `low … high`, extended until both ends are below the threshold and
 * cut where it is negligible; `null` if the whole slice is below the threshold. The threshold is relative to `highest`,
 * the largest log mass so far, or to the maximum of the slice if that is larger.
 */
function evaluateSlice(
  model: JointModel,
  approximation: ApproximateSlice,
  [low, high]: Range,
  highest: number,
): Slice | null {
  const { row, tau } = approximation;
  const step = model.chooseMuStep(approximation);
  // One extra point on either side avoids most extensions.
  let first = Math.floor(low / step) - 1;
  const evaluate = (from: number, count: number): Float64Array =>
    model.evaluateLogMasses(row, { tau, step, first: from, count });
  let values = evaluate(first, Math.ceil(high / step) + 2 - first);
  for (;;) {
    const floor = Math.max(highest, findMaximum(values)) - CUT;
    const below = readElement(values, 0) > floor ? EXTENSION : 0;
    const above = readElement(values, values.length - 1) > floor ? EXTENSION : 0;
    if (below + above === 0) {
      const [start, end] = findIndexRangeAbove(values, floor);
      const [from, to] = findIndexRangeAbove(values, floor - KEPT);
      if (start === end) return null;
      return {
        row,
        tau,
        step,
        first: first + from,
        count: to - from,
        logMasses: values.subarray(from, to),
        support: [(first + start) * step, (first + end - 1) * step],
      };
    }
    const end = first + values.length;
    first -= below;
    const extended = makeZeros(below + values.length + above);
    extended.set(values, below);
    if (below > 0) extended.set(evaluate(first, below));
    if (above > 0) extended.set(evaluate(end, above), below + values.length);
    values = extended;
  }
}
