import type { Interval } from "../types.ts";

/** An estimate and its limits. */
export interface Limits {
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * Limits of the difference of two independent estimates from the limits of each, by the method of
 * variance estimates recovery (Newcombe 1998, method 10; Zou & Donner 2008): d − √[(a − l_a)² +
 * (u_b − b)²] and d + √[(u_a − a)² + (b − l_b)²].
 */
export function moverDifference(a: Limits, b: Limits): Interval {
  const difference = a.estimate - b.estimate;
  return [
    difference - Math.hypot(a.estimate - a.interval[0], b.interval[1] - b.estimate),
    difference + Math.hypot(a.interval[1] - a.estimate, b.estimate - b.interval[0]),
  ];
}
