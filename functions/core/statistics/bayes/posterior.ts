import type { Interval } from "../interval.ts";
import { CLOGLOG, type Link, LOGIT, transformIntervalByLink } from "../scales.ts";
import {
  findIncreasingRoot,
  makeZeros,
  readElement,
  sumNumbers,
  type ValueAndSlope,
} from "../special/arithmetic.ts";
import { normalCdf, normalQuantile } from "../special/normal.ts";
import {
  axisIndex,
  axisSpacing,
  axisValue,
  copyDensity,
  type Density,
  densityQuantile,
  type SinhAxis,
  tabulateDensity,
} from "./density.ts";
import { evaluateJointPosterior, type JointModel, type JointPosterior, type Row } from "./joint.ts";
import {
  exponentiateShifted,
  findMaximum,
  halveSpacing,
  interpolateByPolynomial,
} from "./tabulated.ts";

/**
 * Describes the part of the predictive distribution at one τ: weights of N(μ, τ²) at μ = (first + i) · step.
 */
interface Parts {
  readonly tau: number;
  readonly step: number;
  readonly first: number;
  readonly masses: Float64Array;
}

/** Components with a lower weight change no digit of the result. */
const NEGLIGIBLE = 1e-9;

/**
 * Returns the predictive distribution of a new cohort's θ: a mixture of one N(μ, τ²) per cell of the joint
 * posterior. Slices with a τ below twice the spacing of μ are refined first. Otherwise their part of the
 * distribution function would have steps.
 */
function makePredictiveMixture({ rows, logTotal }: JointPosterior): Parts[] {
  return rows.map((row) => {
    const { tau, step, first } = row;
    if (step <= 0.5 * tau) return row;
    let logs = row.logMasses;
    let divisor = 1;
    for (; step / divisor > 0.5 * tau; divisor *= 2) logs = halveSpacing(logs);
    const masses = exponentiateShifted(logs, logTotal);
    for (let i = 0; i < masses.length; i += 1) masses[i] = readElement(masses, i) / divisor;
    return { tau, step: step / divisor, first: first * divisor, masses };
  });
}

/** Returns the x for which a new θ is at most x with this probability. The search begins at `start`. */
function mixtureQuantile(mixture: readonly Parts[], probability: number, start: number): number {
  return findIncreasingRoot((x) => evaluateMixtureCdfExcess(mixture, x, probability), start, 1e-6);
}

/** Returns the distribution function at x minus `probability`, and the density at x. */
function evaluateMixtureCdfExcess(
  mixture: readonly Parts[],
  x: number,
  probability: number,
): ValueAndSlope {
  let below = -probability;
  let density = 0;
  for (const { tau, step, first, masses } of mixture) {
    let height = 0;
    for (let i = 0; i < masses.length; i += 1) {
      const mass = readElement(masses, i);
      const z = (x - (first + i) * step) / tau;
      if (mass < NEGLIGIBLE || z < -7) continue;
      if (z > 7) {
        below += mass;
        continue;
      }
      const exponential = Math.exp(-0.5 * z * z);
      below += mass * normalCdf(z, exponential);
      height += mass * exponential;
    }
    density += height / tau;
  }
  return { value: below, slope: density / Math.sqrt(2 * Math.PI) };
}

/** The axis of μ has this step, and as its scale SCALE times the spacing of the narrowest slice. */
const STEP = 0.12;
const SCALE = 3;
/** Slices lower than this share of the highest one are ignored when the axis is chosen. */
const SHARE = 1e-3;
/** Counts the halvings of the spacing before tabulation. Contrasts of unusual data need a fine table. */
const HALVINGS = 3;

type MarginalRow = Pick<Row, "step" | "first" | "count" | "logMasses" | "masses">;

/**
 * Returns the marginal posterior of μ, and the μ that it was computed at. Every slice has its own lattice, as fine as
 * its τ needs. The slices are added up on one axis that is fine in the middle of the narrowest slice and coarser
 * further out.
 */
function makeMarginalPosterior(
  rows: readonly MarginalRow[],
  logTotal: number,
): { mus: Float64Array; density: Density } {
  const axis = chooseMuAxis(rows);
  const lows = rows.map(({ first, step }) => first * step);
  const highs = rows.map(({ first, step, count }) => (first + count - 1) * step);
  const from = Math.ceil(axisIndex(axis, Math.min(...lows)));
  const to = Math.floor(axisIndex(axis, Math.max(...highs)));
  const mus = makeZeros(to - from + 1);
  for (let i = 0; i < mus.length; i += 1) mus[i] = axisValue(axis, from + i);
  const densities = makeZeros(mus.length);
  for (const { step, first, count, logMasses } of rows) {
    for (let i = 0; i < mus.length; i += 1) {
      const position = readElement(mus, i) / step - first;
      if (position < 0 || position > count - 1) continue;
      const logDensity = interpolateByPolynomial(logMasses, position) - logTotal;
      densities[i] = readElement(densities, i) + Math.exp(logDensity) / step;
    }
  }
  const logs = makeZeros(mus.length);
  for (let i = 0; i < mus.length; i += 1) {
    logs[i] = Math.log(readElement(densities, i) * axisSpacing(axis, readElement(mus, i)));
  }
  return { mus, density: tabulateDensity(axis, from, logs, HALVINGS) };
}

/** Returns an axis centred at the mode of the narrowest slice that is not negligible. */
function chooseMuAxis(rows: readonly MarginalRow[]): SinhAxis {
  const heights = rows.map(({ masses }) => findMaximum(masses));
  const floor = SHARE * Math.max(...heights);
  let [centre, narrowest] = [0, Number.POSITIVE_INFINITY];
  rows.forEach(({ first, step, masses }, j) => {
    const height = readElement(heights, j);
    if (height < floor || step >= narrowest) return;
    narrowest = step;
    centre = (first + masses.indexOf(height)) * step;
  });
  return { centre, scale: SCALE * narrowest, step: STEP };
}

/** Holds the parts of a pool that a contrast needs: the marginal posterior of μ and the link, as plain data. */
export interface Posterior {
  readonly link: Link["name"];
  readonly mu: Density;
  readonly moments: Moments;
}

/** Holds the posterior mean and standard deviation of μ and of the proportion at μ. */
interface Moments {
  readonly mu: { readonly mean: number; readonly sd: number };
  readonly proportion: { readonly mean: number; readonly sd: number };
}

/** Describes the posterior of a pool; all numbers are finite. */
export interface PosteriorSummary {
  /** `estimate` is the posterior median of the proportion at μ: the rate of a typical cohort. */
  readonly estimate: number;
  /** `interval` is the equal-tailed credible interval of the proportion at μ. */
  readonly interval: Interval;
  /** `predictionInterval` is that of a new cohort's proportion; `null` if it was not requested. */
  readonly predictionInterval: Interval | null;
  readonly mu: { readonly mean: number; readonly sd: number; readonly median: number };
  readonly tau: { readonly mean: number; readonly median: number };
  /** Holds log p(data), with all constants. */
  readonly logMarginalLikelihood: number;
  readonly posterior: Posterior;
}

/** The original points have this distance in the density table; those in between only serve interpolation. */
const STRIDE = 2 ** HALVINGS;

export function choosePosteriorLink({ link }: Posterior): Link {
  return link === "logit" ? LOGIT : CLOGLOG;
}

/**
 * Returns the summary of the posterior of at least one study; all its numbers come from the same joint grid. Returns
 * `null` if the posterior cannot be computed, see {@link evaluateJointPosterior}, or if its cells underflow.
 *
 * @param predictive True if the prediction interval is computed, too.
 */
export function computePosteriorSummary(
  model: JointModel,
  link: Link,
  level: number,
  predictive: boolean,
): PosteriorSummary | null {
  const joint = evaluateJointPosterior(model);
  if (joint === null) return null;
  const tauMasses = joint.rows.map(({ masses }) => sumNumbers(masses));
  const tau = { mean: integrateTauMean(joint, tauMasses), median: findTauMedian(joint, tauMasses) };
  const { mus, density: mu } = makeMarginalPosterior(joint.rows, joint.logTotal);
  const { centre } = mu.axis;
  const moments = {
    mu: integrateMeanAndSd(mu, mus, centre),
    proportion: integrateMeanAndSd(mu, convertToProportions(link, mus), link.inverse(centre)),
  };
  // Cells underflow if only the far tails of prior and likelihood overlap.
  if (!(tau.median > 0 && Number.isFinite(moments.proportion.mean + joint.logTotal))) return null;
  const tail = (1 - level) / 2;
  const median = densityQuantile(mu, 0.5);
  return {
    estimate: link.inverse(median),
    interval: transformIntervalByLink(link, [
      densityQuantile(mu, tail),
      densityQuantile(mu, 1 - tail),
    ]),
    predictionInterval: predictive
      ? computePredictiveInterval(joint, link, tail, {
          centre: moments.mu.mean,
          scale: Math.hypot(moments.mu.sd, tau.mean),
        })
      : null,
    mu: { ...moments.mu, median },
    tau,
    logMarginalLikelihood: joint.logTotal,
    posterior: { link: link.name, mu: copyDensity(mu), moments },
  };
}

function computePredictiveInterval(
  joint: JointPosterior,
  link: Link,
  tail: number,
  start: { centre: number; scale: number },
): Interval {
  const mixture = makePredictiveMixture(joint);
  const spread = normalQuantile(1 - tail) * start.scale;
  return transformIntervalByLink(link, [
    mixtureQuantile(mixture, tail, start.centre - spread),
    mixtureQuantile(mixture, 1 - tail, start.centre + spread),
  ]);
}

/** Returns the proportion at each μ. */
function convertToProportions(link: Link, mus: Float64Array): Float64Array {
  const proportions = makeZeros(mus.length);
  for (let i = 0; i < mus.length; i += 1) proportions[i] = link.inverse(readElement(mus, i));
  return proportions;
}

/**
 * Returns mean and standard deviation by the trapezoidal rule over the original points of the table, whose density is
 * negligible at both ends.
 *
 * @param values the variable at these points
 * @param origin a value of the variable between them; offsets from it are summed, because the variance may be only 1e-6
 * of the squared mean
 */
function integrateMeanAndSd(
  { densities }: Density,
  values: Float64Array,
  origin: number,
): Moments["mu"] {
  let mean = 0;
  let square = 0;
  for (let i = 0; i < values.length; i += 1) {
    const weight = STRIDE * readElement(densities, STRIDE * i);
    const offset = readElement(values, i) - origin;
    mean += weight * offset;
    square += weight * offset * offset;
  }
  return { mean: origin + mean, sd: Math.sqrt(Math.max(0, square - mean * mean)) };
}

/**
 * Returns the median of τ. Mirrored to −τ, the posterior of τ is smooth at 0, and the median is the upper quartile
 * of the mirrored density. If the rows near 0 were left out as negligible, nothing is mirrored.
 */
function findTauMedian({ tauAxis, rows }: JointPosterior, masses: readonly number[]): number {
  const logs = masses.map((mass) => Math.log(mass));
  const lowest = rows[0]?.row ?? 0;
  // Rows are at half-integer indices of the axis.
  const [first, all, probability] =
    lowest === 0
      ? [0.5 - logs.length, [...[...logs].reverse(), ...logs], 0.75]
      : [lowest + 0.5, logs, 0.5];
  return densityQuantile(tabulateDensity(tauAxis, first, new Float64Array(all), 2), probability);
}

/**
 * Returns E τ by the midpoint rule with its first two end corrections (Euler–Maclaurin). They are needed because
 * |τ| × density, unlike the other integrands, has a kink at 0.
 */
function integrateTauMean({ tauAxis, rows }: JointPosterior, masses: readonly number[]): number {
  const mass = (j: number): number => readElement(masses, j);
  const sum = rows.reduce((total, { tau }, j) => total + tau * mass(j), 0);
  if (rows[0]?.row !== 0 || masses.length < 4) return sum;
  const atZero = (1225 * mass(0) - 245 * mass(1) + 49 * mass(2) - 5 * mass(3)) / 1024;
  const slope = tauAxis.scale * tauAxis.step;
  const first = slope * atZero;
  const curvature = (39 * mass(1) - 34 * mass(0) - 5 * mass(2)) / 24;
  const third = slope * (tauAxis.step * tauAxis.step * atZero + 3 * curvature);
  return sum - first / 24 + (7 * third) / 5760;
}
