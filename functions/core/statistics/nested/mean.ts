import { type Density, tabulateDensity } from "../bayes/density.ts";
import { indicesAbove } from "../bayes/indices-above.ts";
import { halveSpacing } from "../bayes/interpolate.ts";
import { HALVINGS, type MarginalRow, marginalOf } from "../bayes/marginal.ts";
import { maximum } from "../bayes/maximum.ts";
import { axisSpacing, axisValue, type SinhAxis } from "../bayes/sinh-axis.ts";
import { read } from "../read.ts";
import type { ClusterAtNode, NestedPosterior, Node } from "./posterior.ts";
import { smoothed } from "./smoothing.ts";

/** Parts with a smaller share of the posterior change no digit. */
const NEGLIGIBLE = 1e-7;

/** A slice, with the standard deviation of what is predicted around its points. */
export type Predicted = MarginalRow & { readonly tau: number };

/** The posterior of one cluster's m, slice by slice, with the standard deviation of its cohorts. */
export function clusterRows({ rows, logTotal }: NestedPosterior, cluster: number): Predicted[] {
  return rows.flatMap((node): Predicted[] => {
    const { kernel } = node;
    const { table } = node.clusters[cluster] as ClusterAtNode;
    const tau = node.tau * Math.sqrt(1 - node.rho);
    const mus = refined(node, logTotal);
    // Here m is μ, or as good as μ.
    if (kernel === null || mus.step > kernel.sigma) return [{ ...node, tau }];
    const integrals = smoothed(mus, table.values, table, kernel);
    const others = mus.masses.map((mass, i) => mass / read(integrals, i));
    const all = smoothed(table, others, mus, kernel);
    for (let i = 0; i < all.length; i += 1) all[i] = read(all, i) * read(table.values, i);
    const [start, end] = indicesAbove(all, NEGLIGIBLE * NEGLIGIBLE);
    if (end - start < FEWEST) return [];
    const masses = all.subarray(start, end);
    const logMasses = masses.map((mass) => Math.log(mass) + logTotal);
    const { step } = table;
    return [{ tau, step, first: table.first + start, count: end - start, masses, logMasses }];
  });
}

/** A slice with fewer points cannot be interpolated, and has a negligible share of the posterior. */
const FEWEST = 4;

/** The masses of a node, on a lattice as fine as the kernel is narrow where that is possible. */
function refined({ step, first, count, logMasses, masses, kernel }: Node, logTotal: number) {
  let [divisor, logs] = [1, logMasses];
  while (kernel && step / divisor > kernel.sigma && step / divisor > kernel.step) {
    divisor *= 2;
    logs = halveSpacing(logs);
  }
  if (divisor === 1) return { step, first, count, masses };
  return {
    step: step / divisor,
    first: first * divisor,
    count: logs.length,
    masses: logs.map((log) => Math.exp(log - logTotal) / divisor),
  };
}

/** Points of the table on either side of its centre, and their distance. */
const POINTS = 80;
const STEP = 0.12;
/** The axis is as fine as this many standard deviations of the mean divided by STEP. */
const SCALE = 3;

/**
 * Posterior of the plain mean of the proportions of some clusters, on the scale of the link.
 *
 * Given both standard deviations and μ the clusters are independent, so that the mean, the variance
 * and the third moment of their average are sums. There the average is given the distribution of a
 * shifted lognormal variable with these three moments; the posterior is the mixture of all of them.
 */
export function meanDensity(posterior: NestedPosterior, averaged: readonly number[]): Density {
  const [only] = averaged;
  if (averaged.length === 1 && only !== undefined) {
    return marginalOf(clusterRows(posterior, only), posterior.logTotal);
  }
  const { link } = posterior;
  const parts = posterior.rows.flatMap((node) => partsOf(node, averaged, posterior));
  let [mass, first, second] = [0, 0, 0];
  for (const { weight, mean, variance } of parts) {
    mass += weight;
    first += weight * mean;
    second += weight * (variance + mean * mean);
  }
  const mean = first / mass;
  const sd = Math.sqrt(second / mass - mean * mean);
  const centre = link.forward(mean);
  const axis: SinhAxis = { centre, scale: (SCALE * sd) / link.slope(mean), step: STEP };
  // In ascending order of the proportion.
  const sign = link.increasing ? 1 : -1;
  const points = Float64Array.from({ length: 2 * POINTS + 1 }, (_, i) =>
    link.inverse(axisValue(axis, sign * (i - POINTS))),
  );
  const densities = new Float64Array(points.length);
  for (const part of parts) addPart(densities, points, part);
  if (!link.increasing) {
    densities.reverse();
    points.reverse();
  }
  for (let i = 0; i < points.length; i += 1) {
    const spacing = axisSpacing(axis, axisValue(axis, i - POINTS));
    densities[i] = read(densities, i) * link.slope(read(points, i)) * spacing;
  }
  const [start, end] = indicesAbove(densities, NEGLIGIBLE * maximum(densities));
  return tabulateDensity(
    axis,
    start - POINTS,
    densities.subarray(start, end).map(Math.log),
    HALVINGS,
  );
}

interface Part {
  readonly weight: number;
  readonly mean: number;
  readonly variance: number;
  /** Third central moment. */
  readonly third: number;
}

/** Standard deviations of a part's logarithm beyond which it is negligible. */
const REACH = 5.5;

/**
 * Adds weight × density of the shifted lognormal variable α ± β e^(sZ) with the moments of a part.
 * With w = e^(s²) its variance is β² w (w − 1) and its skewness (w + 2) √(w − 1).
 */
function addPart(
  densities: Float64Array,
  points: Float64Array,
  { weight, mean, variance, third }: Part,
): void {
  const spread = Math.sqrt(variance);
  const sign = third < 0 ? -1 : 1;
  // Below this square of the skewness the distribution is normal to six digits.
  const square = Math.max(1e-6, (third * third) / variance ** 3);
  const root = Math.cbrt(1 + square / 2 + Math.sqrt(square + (square * square) / 4));
  const w = root + 1 / root - 1;
  const s = Math.sqrt(Math.log(w));
  const beta = sign * (spread / Math.sqrt(w * (w - 1)));
  const alpha = mean - beta * Math.sqrt(w);
  const far = Math.exp(REACH * s);
  const [low, high] =
    sign > 0 ? [alpha + beta / far, alpha + beta * far] : [alpha + beta * far, alpha + beta / far];
  const height = ((weight / (s * spread)) * Math.sqrt(w * (w - 1))) / Math.sqrt(2 * Math.PI);
  for (let i = firstAbove(points, low); i < points.length && (points[i] as number) < high; i += 1) {
    const y = ((points[i] as number) - alpha) / beta;
    const z = Math.log(y) / s;
    densities[i] = (densities[i] as number) + (height * Math.exp(-0.5 * z * z)) / y;
  }
}

function firstAbove(ascending: Float64Array, x: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (read(ascending, middle) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Standard deviation, in steps of μ, of the normal distribution that stands for each cell: a sum over
 * points alone would have gaps where the clusters vary little around μ.
 */
const BLUR = 0.75;
const A = (BLUR * BLUR) / 2;
/** Coefficients of powers of 4 sin²(ω/2) in exp(A ω²): they undo the blur of the masses. */
const SHARPEN = [
  A,
  A / 12 + A ** 2 / 2,
  A / 90 + A ** 2 / 12 + A ** 3 / 6,
  A / 560 + (7 * A ** 2) / 480 + A ** 3 / 24 + A ** 4 / 24,
];

/** The mixture at one pair of standard deviations: one part for each μ. */
function partsOf(
  { clusters, kernel, masses, step, first, count }: Node,
  averaged: readonly number[],
  { link, origin }: NestedPosterior,
): Part[] {
  const [means, variances, thirds] = [0, 0, 0].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const average = 1 / averaged.length;
  if (kernel === null) {
    for (let i = 0; i < count; i += 1) means[i] = link.inverse((first + i) * step);
  } else {
    for (const j of averaged) {
      const { table, integrals } = clusters[j] as ClusterAtNode;
      const [ones, twos, threes] = table.powers.map((power) =>
        smoothed({ step, first, count }, power, table, kernel),
      ) as [Float64Array, Float64Array, Float64Array];
      for (let i = 0; i < count; i += 1) {
        const total = read(integrals, i);
        const one = read(ones, i) / total;
        const two = read(twos, i) / total;
        const variance = two - one * one;
        means[i] = read(means, i) + (origin + one) * average;
        variances[i] = read(variances, i) + variance * average ** 2;
        thirds[i] =
          read(thirds, i) +
          (read(threes, i) / total - 3 * one * variance - one ** 3) * average ** 3;
      }
    }
  }
  const weights = sharpened(masses);
  const parts: Part[] = [];
  const blur = BLUR * BLUR;
  for (let i = 1; i < count - 1; i += 1) {
    const weight = read(weights, i);
    if (Math.abs(weight) < NEGLIGIBLE) continue;
    // Change of mean and variance with μ, per step.
    const slope = (read(means, i + 1) - read(means, i - 1)) / 2;
    const bend = read(means, i + 1) - 2 * read(means, i) + read(means, i - 1);
    const drift = (read(variances, i + 1) - read(variances, i - 1)) / 2;
    parts.push({
      weight,
      mean: read(means, i) + 0.5 * bend * blur,
      variance: read(variances, i) + slope * slope * blur + 0.5 * bend * bend * blur * blur,
      third: read(thirds, i) + 3 * slope * slope * bend * blur * blur + 3 * slope * drift * blur,
    });
  }
  return parts;
}

/** Weights whose convolution with the blur gives the masses. */
function sharpened(masses: Float64Array): Float64Array {
  const weights = Float64Array.from(masses);
  let difference = masses;
  for (const coefficient of SHARPEN) {
    const before = difference;
    difference = before.map((value, i) => 2 * value - (before[i - 1] ?? 0) - (before[i + 1] ?? 0));
    for (let i = 0; i < weights.length; i += 1) {
      weights[i] = read(weights, i) + coefficient * read(difference, i);
    }
  }
  return weights;
}
