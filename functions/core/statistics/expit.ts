import type { Interval } from "./types.ts";

/** The proportion at a logit, 1 / (1 + e^−θ). */
export function expit(theta: number): number {
  return 1 / (1 + Math.exp(-theta));
}

/** Limits of a logit as limits of the proportion. */
export function expitInterval([lower, upper]: Interval): Interval {
  return [expit(lower), expit(upper)];
}
