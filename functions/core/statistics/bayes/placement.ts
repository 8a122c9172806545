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
  const narrowest = Math.sqrt(Math.min(...likelihoods.map(({ variance }) => variance)));
  const scale = Math.min(narrowest, 2 * prior.tau.scale);
  const coarse = { centre: 0, scale, step: TAU_STEP };
  const mode = approximateModalSlice(likelihoods, prior, coarse);
  const k = likelihoods.reduce((sum, { copies }) => sum + copies, 0);
  // The posterior is sharpest above its mode. For homogeneous studies it falls like exp(−k τ⁴ /
  // 4se⁴), which gives the second bound.
  const step = Math.min(
    1 / Math.sqrt(2 + estimateLogTauCurvature(likelihoods, prior, 2 * mode.tau)),
    0.34 * (2 / k) ** 0.3,
    TAU_STEP,
  );
  // Rows near 0 may be further apart if the density there is low: relative to that density, the
  // error of the rule is about exp(−2π · distance of the singularities / step).
  const atZero = approximateTauSlice(likelihoods, prior, coarse, 0).logDensity;
  const needed = ((ACCURACY - (mode.logDensity - atZero)) * step) / (2 * Math.PI);
  const widest = scale / Math.sin(Math.min(Math.PI / 2, Math.max(needed, 2 * step)));
  const axis = { centre: 0, scale: Math.max(scale, Math.min(widest, mode.tau / 2)), step };
  const row = Math.max(0, Math.round(axisIndex(axis, mode.tau) - 0.5));
  return { axis, start: approximateTauSlice(likelihoods, prior, axis, row) };
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

/** Approximates a slice, with μ integrated out in closed form (BDA3, eq. 5.20–5.21), only to place the grid. */
export function approximateTauSlice(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
  axis: SinhAxis,
  row: number,
): ApproximateSlice {
  const tau = axisValue(axis, row + 0.5);
  const priorPrecision = 1 / (prior.mu.sd * prior.mu.sd);
  let precision = priorPrecision;
  let weighted = priorPrecision * prior.mu.mean;
  let squares = priorPrecision * prior.mu.mean * prior.mu.mean;
  let logWeights = 0;
  for (const { location, variance, copies } of likelihoods) {
    const weight = 1 / (variance + tau * tau);
    precision += copies * weight;
    weighted += copies * weight * location;
    squares += copies * weight * location * location;
    logWeights += copies * Math.log(weight);
  }
  const mean = weighted / precision;
  const z = tau / prior.tau.scale;
  const logDensity =
    0.5 * (logWeights - Math.log(precision) - squares + weighted * mean - z * z) +
    Math.log(axisSpacing(axis, tau));
  return { row, tau, logDensity, mean, sd: 1 / Math.sqrt(precision) };
}

function approximateModalSlice(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
  axis: SinhAxis,
): ApproximateSlice {
  const last = Math.asinh((7 * prior.tau.scale) / axis.scale) / axis.step;
  let best = approximateTauSlice(likelihoods, prior, axis, 0);
  for (let row = 1; row <= last; row += 1) {
    const slice = approximateTauSlice(likelihoods, prior, axis, row);
    if (slice.logDensity > best.logDensity) best = slice;
  }
  return best;
}
