import { type Interval, waldInterval } from "../interval.ts";
import { chiSquaredTail } from "../special/chi-squared.ts";

export interface Limits {
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * Returns the limits of the difference of two estimates from the limits of each, by the method of variance
 * estimates recovery: d − √[(a − l_a)² + (u_b − b)² − 2r(a − l_a)(u_b − b)] and d + √[(u_a − a)² + (b − l_b)² −
 * 2r(u_a − a)(b − l_b)] (Newcombe 1998, method 10; Zou & Donner 2008; with a correlation Zou 2008).
 *
 * @param correlation r of the two estimates, −1 to 1; 0 if they are independent.
 */
export function moverDifference(a: Limits, b: Limits, correlation = 0): Interval {
  const difference = a.estimate - b.estimate;
  const distance = (a: number, b: number): number =>
    Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  return [
    difference - distance(a.estimate - a.interval[0], b.interval[1] - b.estimate),
    difference + distance(a.interval[1] - a.estimate, b.estimate - b.interval[0]),
  ];
}

export interface Ratio {
  readonly estimate: number;
  /** `interval` is `null` if a limit exceeds the largest number. */
  readonly interval: Interval | null;
}

/** Returns a ratio from its logarithm. Its limits are logRatio ∓ quantile · se, transformed back. */
export function ratioOf(logRatio: number, se: number, quantile: number): Ratio {
  const [lower, upper] = waldInterval(logRatio, se, quantile);
  const limits: Interval = [Math.exp(lower), Math.exp(upper)];
  return {
    estimate: Math.exp(logRatio),
    interval: Number.isFinite(limits[1]) ? limits : null,
  };
}

/**
 * Returns the interval of a difference if it and the interval of the ratio agree: the one holds 0 where the other
 * holds 1. The two scales bend differently, so close to "no difference" limits by the same quantile can disagree;
 * then the ratio, on whose scale the distribution was assumed, decides, and the difference has no interval.
 */
export function agreeingInterval(ofDifference: Interval, { interval }: Ratio): Interval | null {
  return holds(ofDifference, 0) === (interval === null || holds(interval, 1)) ? ofDifference : null;
}

function holds([lower, upper]: Interval, value: number): boolean {
  return lower <= value && value <= upper;
}

/** An estimate on the scale of the linear predictor with its standard error. */
export interface GroupEstimate {
  readonly estimate: number;
  readonly se: number;
}

/**
 * Tests whether estimates of independent groups differ: Q = Σ w (μ − μ̄)² with w = 1/se², against χ² with G − 1
 * degrees of freedom (Borenstein et al. 2009, ch. 19). `null` for fewer than two groups.
 */
export function betweenGroupsQ(
  groups: readonly GroupEstimate[],
): { q: number; df: number; p: number } | null {
  if (groups.length < 2) return null;
  const weights = groups.map(({ se }) => 1 / (se * se));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const weighted = (value: (group: GroupEstimate) => number) =>
    groups.reduce((total, group, index) => total + (weights[index] ?? 0) * value(group), 0);
  const mean = weighted(({ estimate }) => estimate) / sum;
  const q = weighted(({ estimate }) => (estimate - mean) ** 2);
  const df = groups.length - 1;
  return { q, df, p: chiSquaredTail(q, df) };
}
