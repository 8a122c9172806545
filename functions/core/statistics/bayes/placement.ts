import { axisIndex, axisSpacing, axisValue, type SinhAxis } from "./density.ts";
import type { Prior } from "./prior.ts";
import type { StudyLikelihood } from "./study-likelihood.ts";

/** Describes the posterior at one τ if every likelihood is approximated by a normal one. */
export interface ApproximateSlice {
  readonly row: number;
  readonly tau: number;
  /** Holds the log density per row, up to a constant. */
  readonly logDensity: number;
  /** `mean` and `sd` are those of μ at this τ. */
  readonly mean: number;
  readonly sd: number;
}

/** States the largest spacing of the rows. The search for their mode uses it, too. */
const TAU_STEP = 0.23;
/** The sum over rows should have an error below exp(−ACCURACY). */
const ACCURACY = 18;

/**
 * Chooses the axis of τ and the row near the mode where the evaluation starts.
 *
 * Row j = 0, 1, … is at τ = axis value of j + ½. These are midpoints, and on this axis the
 * posterior is an even function. So the sum over rows is a trapezoidal rule over the whole line.
 *
 * As a function of complex τ the posterior is singular at ±i · se. If the scale of the axis is the
 * smallest se, the singularities of all studies are at the same distance π/2 from the axis.
 */
export function chooseTauAxisAndStartSlice(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
): { axis: SinhAxis; start: ApproximateSlice } {
  const sumAt = makePrecisionSummer(likelihoods, prior);
  const { atZero, mode, scale, step } = findTauModeAndStep(likelihoods, prior, sumAt);
  // Rows near 0 may be further apart if the density there is low: relative to that density, the
  // error of the rule is about exp(−2π · distance of the singularities / step).
  const gap = mode.logDensity - atZero.logDensity;
  const needed = ((ACCURACY - gap) * step) / (2 * Math.PI);
  const widest = scale / Math.sin(Math.min(Math.PI / 2, Math.max(needed, 2 * step)));
  const axis = { centre: 0, scale: Math.max(scale, Math.min(widest, mode.tau / 2)), step };
  const row = Math.max(0, Math.round(axisIndex(axis, mode.tau) - 0.5));
  return { axis, start: approximateTauSlice(prior, axis, row, sumAt) };
}

/**
 * Chooses an axis of τ that is fine enough for the pool of any part of the studies. Its rows near 0 are as dense as a
 * part without spread needs, even where all studies together exclude such a τ.
 */
export function chooseTauAxisOfParts(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
): SinhAxis {
  const sumAt = makePrecisionSummer(likelihoods, prior);
  const { scale, step } = findTauModeAndStep(likelihoods, prior, sumAt);
  return { centre: 0, scale, step };
}

/**
 * Finds the mode of τ on a coarse axis. Returns the slices there and nearest 0, the scale of that axis, and the
 * spacing of the rows that the mode needs.
 */
function findTauModeAndStep(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
  sumAt: (tau: number) => PrecisionSums,
): { atZero: ApproximateSlice; mode: ApproximateSlice; scale: number; step: number } {
  const narrowest = Math.sqrt(Math.min(...likelihoods.map(({ variance }) => variance)));
  const scale = Math.min(narrowest, 2 * prior.tau.scale);
  const coarse = { centre: 0, scale, step: TAU_STEP };
  const approximate = (row: number) => approximateTauSlice(prior, coarse, row, sumAt);
  const mode = findModalSlice(approximate, prior, coarse);
  const step = chooseTauStep(likelihoods, prior, mode.tau);
  return { atZero: approximate(0), mode, scale, step };
}

/** Chooses the spacing of the rows for a posterior with this mode of τ. */
function chooseTauStep(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
  mode: number,
): number {
  const k = likelihoods.reduce((sum, { copies }) => sum + copies, 0);
  // The posterior is sharpest above its mode. For homogeneous studies it falls like exp(−k τ⁴ /
  // 4se⁴), which gives the second bound.
  return Math.min(
    1 / Math.sqrt(2 + estimateLogTauCurvature(likelihoods, prior, 2 * mode)),
    0.34 * (2 / k) ** 0.3,
    TAU_STEP,
  );
}

/** Returns the curvature of the log posterior in log τ, by the normal approximation. */
function estimateLogTauCurvature(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
  tau: number,
): number {
  const pull = tau / prior.tau.scale;
  return likelihoods.reduce(
    (sum, { variance, copies }) => {
      const share = (tau * tau) / (tau * tau + variance);
      return sum + 2 * copies * share * share;
    },
    4 * pull * pull,
  );
}

/** Holds what the normal approximation needs of prior and studies at one τ. */
export interface PrecisionSums {
  readonly precision: number;
  readonly weighted: number;
  readonly squares: number;
  readonly logWeights: number;
}

/** Returns a function that sums prior and studies at a τ. */
export function makePrecisionSummer(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
): (tau: number) => PrecisionSums {
  const ofPrior = sumPriorPrecision(prior);
  return (tau) => addPrecisions(ofPrior, likelihoods, tau);
}

/** Returns the sums of the prior of μ. */
function sumPriorPrecision({ mu }: Prior): PrecisionSums {
  const precision = 1 / (mu.sd * mu.sd);
  return {
    precision,
    weighted: precision * mu.mean,
    squares: precision * mu.mean * mu.mean,
    logWeights: 0,
  };
}

/**
 * Adds the studies to sums at one τ.
 *
 * @param sign −1 subtracts them.
 */
export function addPrecisions(
  sums: PrecisionSums,
  likelihoods: readonly StudyLikelihood[],
  tau: number,
  sign: 1 | -1 = 1,
): PrecisionSums {
  let { precision, weighted, squares, logWeights } = sums;
  for (const { location, variance, copies } of likelihoods) {
    const weight = 1 / (variance + tau * tau);
    const count = sign * copies;
    precision += count * weight;
    weighted += count * weight * location;
    squares += count * weight * location * location;
    logWeights += count * Math.log(weight);
  }
  return { precision, weighted, squares, logWeights };
}

/**
 * Approximates a slice, with μ integrated out in closed form (BDA3, eq. 5.20–5.21), only to place the grid.
 *
 * @param sumAt Returns the sums of prior and studies at a τ.
 */
export function approximateTauSlice(
  prior: Prior,
  axis: SinhAxis,
  row: number,
  sumAt: (tau: number) => PrecisionSums,
): ApproximateSlice {
  const tau = axisValue(axis, row + 0.5);
  const { precision, weighted, squares, logWeights } = sumAt(tau);
  const mean = weighted / precision;
  const z = tau / prior.tau.scale;
  const logDensity =
    0.5 * (logWeights - Math.log(precision) - squares + weighted * mean - z * z) +
    Math.log(axisSpacing(axis, tau));
  return { row, tau, logDensity, mean, sd: 1 / Math.sqrt(precision) };
}

/** Returns the slice of the row where the density is largest, by the normal approximation. */
export function findModalSlice(
  approximate: (row: number) => ApproximateSlice,
  prior: Prior,
  axis: SinhAxis,
): ApproximateSlice {
  const last = Math.asinh((7 * prior.tau.scale) / axis.scale) / axis.step;
  let best = approximate(0);
  for (let row = 1; row <= last; row += 1) {
    const slice = approximate(row);
    if (slice.logDensity > best.logDensity) best = slice;
  }
  return best;
}
