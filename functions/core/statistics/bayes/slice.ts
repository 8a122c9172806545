import { read } from "../read.ts";
import { axisSpacing, axisValue, type SinhAxis } from "./density.ts";
import { makeGaussianKernel } from "./gaussian-kernel.ts";
import type { ApproximateSlice } from "./placement.ts";
import { logPriorMu, logPriorTau, type Prior } from "./prior.ts";
import {
  type MuLattice,
  makeLogProducts,
  roundDownToPowerOfTwo,
  type StudyLikelihood,
  sumLogProducts,
} from "./study-likelihood.ts";
import { findIndexRangeAbove, findMaximum } from "./tabulated.ts";

/** Describes the posterior at one τ, on a lattice of μ: log of prior × likelihood × area of each cell. */
export interface Slice extends MuLattice {
  readonly row: number;
  readonly logMasses: Float64Array;
  /** Holds the lowest and the highest μ above the threshold. Cells outside this range are kept for interpolation. */
  readonly support: Range;
}

export type Range = readonly [low: number, high: number];

/** The spacing of μ is at most this many standard deviations of μ at the τ of the slice. */
const STEP = 1.1;
/** Number of points added at a time while an end of the slice is above the threshold. */
const EXTENSION = 3;
/** Cells this far (in log mass) below the largest are negligible: e^−16 = 1e-7. */
const CUT = 16;
/** Cells up to this far (in log mass) below the threshold are kept once they have been evaluated. */
const KEPT = 15;

export interface SliceModel {
  readonly likelihoods: readonly StudyLikelihood[];
  readonly prior: Prior;
  readonly tauAxis: SinhAxis;
}

/**
 * Returns the spacing of μ. STEP is enough for a normal slice; slices of sparse data are skewed on the scale of
 * the link and need less. The result is a power of 2, or 1.5 times one, so that μ and θ have a common fine
 * lattice.
 */
function chooseSliceStep(tau: number, sd: number): number {
  const largest = Math.min(STEP * sd, 0.5 * Math.hypot(1, tau));
  const power = roundDownToPowerOfTwo(largest);
  return largest < 1.5 * power ? power : 1.5 * power;
}

/**
 * Evaluates one row over `low … high` and extends it until both ends are below the threshold. It is
 * relative to `highest`, the largest log mass so far, or to the maximum of the slice if that is
 * larger. `null` if the whole slice is below it.
 */
export function evaluateSlice(
  model: SliceModel,
  { row, sd }: ApproximateSlice,
  [low, high]: Range,
  highest: number,
): Slice | null {
  const tau = axisValue(model.tauAxis, row + 0.5);
  const step = chooseSliceStep(tau, sd);
  // One extra point on either side avoids most extensions.
  let first = Math.floor(low / step) - 1;
  const evaluate = (from: number, count: number): Float64Array =>
    evaluateLogMasses(model, { tau, step, first: from, count });
  let values = evaluate(first, Math.ceil(high / step) + 2 - first);
  for (;;) {
    const floor = Math.max(highest, findMaximum(values)) - CUT;
    const below = read(values, 0) > floor ? EXTENSION : 0;
    const above = read(values, values.length - 1) > floor ? EXTENSION : 0;
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
    const extended = new Float64Array(below + values.length + above);
    extended.set(values, below);
    if (below > 0) extended.set(evaluate(first, below));
    if (above > 0) extended.set(evaluate(end, above), below + values.length);
    values = extended;
  }
}

function evaluateLogMasses(
  { likelihoods, prior, tauAxis }: SliceModel,
  mus: MuLattice,
): Float64Array {
  const smoothed = likelihoods.map((likelihood) => likelihood.smoothed(mus));
  // The step is a power of 2, or 1.5 times one; a third of the latter is a power of 2 again.
  let kernelStep = roundDownToPowerOfTwo(mus.step) === mus.step ? mus.step : mus.step / 3;
  let kernelReach = 0;
  for (const need of smoothed) {
    kernelStep = Math.min(kernelStep, need.kernelStep);
    kernelReach = Math.max(kernelReach, need.kernelReach);
  }
  const kernel = makeGaussianKernel(mus.tau, kernelStep, kernelReach);
  const constant = logPriorTau(prior, mus.tau) + Math.log(axisSpacing(tauAxis, mus.tau) * mus.step);
  const values = new Float64Array(mus.count);
  for (let m = 0; m < mus.count; m += 1) {
    values[m] = constant + logPriorMu(prior, (mus.first + m) * mus.step);
  }
  const cells = makeLogProducts(values);
  for (const study of smoothed) study.addTo(cells, kernel);
  return sumLogProducts(cells);
}
