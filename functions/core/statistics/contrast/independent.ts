import { type Interval, waldInterval } from "../interval.ts";

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
export function recoverDifferenceInterval(a: Limits, b: Limits, correlation = 0): Interval {
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
export function makeRatio(logRatio: number, se: number, quantile: number): Ratio {
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
export function keepAgreeingInterval(ofDifference: Interval, { interval }: Ratio): Interval | null {
  return isWithinInterval(ofDifference, 0) === (interval === null || isWithinInterval(interval, 1))
    ? ofDifference
    : null;
}

function isWithinInterval([lower, upper]: Interval, value: number): boolean {
  return lower <= value && value <= upper;
}
