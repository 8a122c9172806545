import type { Study } from "#core/statistics/study.ts";

/** An integrand is cut off where its logarithm is this far below the peak. */
const DROP = 40;
const INTERVALS = 400;

/**
 * log ∫ Bin(y | n, expit(μ + τz)) φ(z) dz without the binomial coefficient: the peak by ternary
 * search, the ends by bisection, and between them Simpson's rule with an even number of intervals.
 * Shares no code with the engine.
 */
export function directIntegral(
  { events, n }: Study,
  mu: number,
  tau: number,
  intervals = INTERVALS,
): number {
  const log = (z: number) => {
    const theta = mu + tau * z;
    const softplus = Math.max(theta, 0) + Math.log1p(Math.exp(-Math.abs(theta)));
    return events * theta - n * softplus - 0.5 * z * z - 0.5 * Math.log(2 * Math.PI);
  };
  let [low, high] = [-tau * n - 1, tau * n + 1];
  for (let step = 0; step < 90; step += 1) {
    const third = (high - low) / 3;
    if (log(low + third) < log(high - third)) low += third;
    else high -= third;
  }
  const peak = (low + high) / 2;
  const top = log(peak);
  const end = (direction: 1 | -1) => {
    let [near, far] = [0, 12];
    for (let step = 0; step < 40; step += 1) {
      const middle = (near + far) / 2;
      if (log(peak + direction * middle) > top - DROP) near = middle;
      else far = middle;
    }
    return peak + direction * far;
  };
  const [from, to] = [end(-1), end(1)];
  const width = (to - from) / intervals;
  let sum = 0;
  for (let i = 0; i <= intervals; i += 1) {
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(log(from + i * width) - top);
  }
  return top + Math.log((sum * width) / 3);
}

/** Log-likelihood of (μ, τ) without binomial coefficients. */
export function directLogLikelihood(studies: readonly Study[], mu: number, tau: number): number {
  return studies.reduce((sum, study) => sum + directIntegral(study, mu, tau), 0);
}

/** A rectangle of (μ, τ). */
interface Region {
  readonly mu: readonly [low: number, high: number];
  readonly tau: readonly [low: number, high: number];
}

/**
 * Posterior probabilities that a typical rate is below each of `proportions`, with the default
 * prior. Uses midpoint sums over μ and τ: first on a coarse grid to locate the posterior, then on a
 * fine grid there.
 */
export function directPosteriorBelow(
  studies: readonly Study[],
  proportions: readonly number[],
): number[] {
  const everywhere: Region = { mu: [-14, 14], tau: [0, 6] };
  const { occupied } = posterior(studies, everywhere, 24, 80);
  const { masses } = posterior(studies, occupied, 110, 220);
  const [low, high] = occupied.mu;
  const width = (high - low) / masses.length;
  const cumulative = [0];
  masses.forEach((_, cell) => {
    cumulative.push((cumulative[cell] ?? 0) + cellBelow(masses, cell, 1));
  });
  const total = cumulative[masses.length] ?? Number.NaN;
  return proportions.map((p) => {
    const position = (Math.log(p / (1 - p)) - low) / width;
    const cell = Math.floor(position);
    return ((cumulative[cell] ?? Number.NaN) + cellBelow(masses, cell, position - cell)) / total;
  });
}

/**
 * Masses of the columns of μ, and a region that contains all cells above e^−25 of the
 * largest.
 */
function posterior(
  studies: readonly Study[],
  { mu: [lowest, highest], tau: [least, most] }: Region,
  rows: number,
  columns: number,
): { masses: number[]; occupied: Region } {
  const width = (highest - lowest) / columns;
  const height = (most - least) / rows;
  const mus = Array.from({ length: columns }, (_, i) => lowest + (i + 0.5) * width);
  const taus = Array.from({ length: rows }, (_, i) => least + (i + 0.5) * height);
  const logs = taus.map((tau) =>
    mus.map(
      (mu) => directLogLikelihood(studies, mu, tau) - 0.5 * tau * tau - (0.5 * mu * mu) / 6.25,
    ),
  );
  const top = Math.max(...logs.flat());
  const columnsThere = mus.flatMap((_, i) =>
    logs.some((row) => (row[i] ?? 0) > top - 25) ? i : [],
  );
  const rowsThere = logs.flatMap((row, i) => (row.some((log) => log > top - 25) ? i : []));
  return {
    masses: mus.map((_, i) => logs.reduce((sum, row) => sum + Math.exp((row[i] ?? 0) - top), 0)),
    occupied: {
      mu: [
        lowest + Math.min(...columnsThere) * width - width,
        lowest + (Math.max(...columnsThere) + 2) * width,
      ],
      tau: [
        Math.max(0, least + (Math.min(...rowsThere) - 1) * height),
        least + (Math.max(...rowsThere) + 2) * height,
      ],
    },
  };
}

/**
 * Integral over the left part of a cell, by the parabola through its midpoint and those of its
 * neighbours.
 */
function cellBelow(masses: readonly number[], cell: number, t: number): number {
  const [before = 0, own = 0, after = 0] = [masses[cell - 1], masses[cell], masses[cell + 1]];
  const slope = (after - before) / 2;
  const bend = after - 2 * own + before;
  // ∫ from −½ to t − ½ of own − bend/24 + slope x + bend x²/2.
  const x = t - 0.5;
  return own * t + (slope * (x * x - 0.25)) / 2 + (bend * (x ** 3 + 0.125)) / 6;
}
