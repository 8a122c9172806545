import {
  axisSpacing,
  axisValue,
  type Density,
  type SinhAxis,
  tabulateDensity,
} from "../bayes/density.ts";
import { HALVINGS } from "../bayes/marginal.ts";
import { indicesAbove, maximum } from "../bayes/tabulated.ts";
import { read } from "../read.ts";
import type { ClusterAtNode, NestedPosterior, Node } from "./posterior.ts";
import { clusterRows, densityOfRows } from "./slices.ts";
import { addMoments, diffusion, smoothed } from "./smoothing.ts";

/** Parts with a smaller share of the posterior change no digit. */
const NEGLIGIBLE = 1e-6;

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
    return densityOfRows(clusterRows(posterior, only), posterior.logTotal);
  }
  const { link, origin } = posterior;
  const parts = posterior.rows.flatMap((node) =>
    node.mass < NEGLIGIBLE ? [] : partsOf(node, averaged, origin),
  );
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
const REACH = 4.4;

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
  const square = Math.max(1e-6, (third * third) / (variance * variance * variance));
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
 * Smallest standard deviation of a part, in differences of the means of neighbours: where the clusters
 * vary little around μ a sum over points would have gaps. There a normal distribution stands for each
 * cell.
 */
const CLOSED = 0.75;

/** The mixture at one pair of standard deviations: one part for each μ. */
function partsOf(
  { clusters, kernel, masses, step, first, count }: Node,
  averaged: readonly number[],
  origin: number,
): Part[] {
  const means = new Float64Array(count).fill(origin);
  const [variances, thirds] = [new Float64Array(count), new Float64Array(count)];
  const sums = { means, variances, thirds };
  for (const j of averaged) {
    const { table } = clusters[j] as ClusterAtNode;
    addMoments(sums, { step, first, count }, table, kernel, 1 / averaged.length);
  }
  // Changes of the mean with μ, per step.
  const slope = (i: number): number => (read(means, i + 1) - read(means, i - 1)) / 2;
  let blur = 0;
  for (let i = 1; i < count - 1; i += 1) {
    if (read(masses, i) > NEGLIGIBLE)
      blur = Math.max(blur, CLOSED * CLOSED - read(variances, i) / (slope(i) * slope(i)));
  }
  // Weights whose convolution with these normal distributions gives the masses.
  const values = diffusion(blur / 2);
  const cells = { step: 1, first: 0, count };
  const weights = smoothed(cells, masses, cells, { step: 1, centre: values.length >> 1, values });
  const parts: Part[] = [];
  for (let i = 1; i < count - 1; i += 1) {
    const weight = read(weights, i);
    if (Math.abs(weight) < NEGLIGIBLE) continue;
    const rise = slope(i) * slope(i);
    const bend = (read(means, i + 1) - 2 * read(means, i) + read(means, i - 1)) * blur;
    const drift = (read(variances, i + 1) - read(variances, i - 1)) / 2;
    parts.push({
      weight,
      mean: read(means, i) + 0.5 * bend,
      variance: read(variances, i) + rise * blur + 0.5 * bend * bend,
      third: read(thirds, i) + 3 * rise * bend * blur + 3 * slope(i) * drift * blur,
    });
  }
  return parts;
}
