import { read } from "../read.ts";
import { gaussianKernel } from "./gaussian-kernel.ts";
import { logProducts, totals } from "./log-products.ts";
import { maximum } from "./maximum.ts";
import type { ApproximateSlice } from "./placement.ts";
import { logPriorMu, logPriorTau, type Prior } from "./prior.ts";
import { axisSpacing, axisValue, type SinhAxis } from "./sinh-axis.ts";
import { type MuLattice, powerOfTwoBelow, type StudyLikelihood } from "./study-likelihood.ts";

/** The posterior at one τ, on a lattice of μ: log of prior × likelihood × the cell's width in both. */
export interface Slice extends MuLattice {
  readonly row: number;
  readonly logMasses: Float64Array;
}

/** Largest spacing of μ, in standard deviations of μ at this τ. */
const STEP = 1.1;
/** Points added at a time where a slice has not yet fallen below the cut. */
const EXTENSION = 3;

export interface Model {
  readonly likelihoods: readonly StudyLikelihood[];
  readonly prior: Prior;
  readonly tauAxis: SinhAxis;
}

/** Spacing of μ: a normal slice needs STEP; sparse ones are skewed on the scale of the link. */
function sliceStep(tau: number, sd: number): number {
  return powerOfTwoBelow(Math.min(STEP * sd, 0.5 * Math.hypot(1, tau)));
}

/**
 * Evaluates one row over at least `low … high`, extended until both ends are below `cut` or lie
 * `depth` below the slice's own maximum; then trimmed to that.
 */
export function evaluateSlice(
  model: Model,
  { row, sd }: ApproximateSlice,
  [low, high]: readonly [low: number, high: number],
  cut: number,
  depth: number,
): Slice {
  const tau = axisValue(model.tauAxis, row + 0.5);
  const step = sliceStep(tau, sd);
  // One point more on either side makes most extensions unnecessary.
  let first = Math.floor(low / step) - 1;
  let values = logMasses(model, row, {
    tau,
    step,
    first,
    count: Math.ceil(high / step) + 2 - first,
  });
  for (;;) {
    const floor = Math.max(cut, maximum(values) - depth);
    const below = read(values, 0) > floor ? EXTENSION : 0;
    const above = read(values, values.length - 1) > floor ? EXTENSION : 0;
    if (below + above === 0) return trimmed({ row, tau, step, first, values }, floor);
    const end = first + values.length;
    first -= below;
    const extended = new Float64Array(below + values.length + above);
    extended.set(values, below);
    if (below > 0) extended.set(logMasses(model, row, { tau, step, first, count: below }));
    if (above > 0) {
      const added = logMasses(model, row, { tau, step, first: end, count: above });
      extended.set(added, below + values.length);
    }
    values = extended;
  }
}

function logMasses(
  { likelihoods, prior, tauAxis }: Model,
  row: number,
  mus: MuLattice,
): Float64Array {
  const smoothed = likelihoods.map((likelihood) => likelihood.smoothed(mus));
  let kernelStep = mus.step;
  let kernelReach = 0;
  for (const need of smoothed) {
    kernelStep = Math.min(kernelStep, need.kernelStep);
    kernelReach = Math.max(kernelReach, need.kernelReach);
  }
  const kernel = gaussianKernel(mus.tau, kernelStep, kernelReach);
  const constant =
    logPriorTau(prior, mus.tau) + Math.log(axisSpacing(tauAxis, row + 0.5) * mus.step);
  const values = new Float64Array(mus.count);
  for (let m = 0; m < mus.count; m += 1) {
    values[m] = constant + logPriorMu(prior, (mus.first + m) * mus.step);
  }
  const cells = logProducts(values);
  for (const study of smoothed) study.addTo(cells, kernel);
  return totals(cells);
}

/** The slice without the ends at or below `floor`; empty if nothing is above it. */
function trimmed(
  {
    values,
    first,
    ...place
  }: { row: number; tau: number; step: number; first: number; values: Float64Array },
  floor: number,
): Slice {
  let start = 0;
  let end = values.length;
  while (start < end && !(read(values, start) > floor)) start += 1;
  while (end > start && !(read(values, end - 1) > floor)) end -= 1;
  return {
    ...place,
    first: first + start,
    count: end - start,
    logMasses: values.subarray(start, end),
  };
}
