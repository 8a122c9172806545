import { checkLevel } from "../level.ts";
import { betaQuantile } from "../special/beta-quantile.ts";
import { checkStudies } from "../study.ts";
import type { Interval } from "../types.ts";

/**
 * Equal-tailed interval under Jeffreys' prior, quantiles of Beta(x + ½, n − x + ½), with lower = 0
 * at x = 0 and upper = 1 at x = n (Brown, Cai & DasGupta 2001).
 *
 * @example jeffreys(0, 12) // [0, 0.1853…]
 * @throws RangeError for invalid counts or level.
 */
export function jeffreys(events: number, n: number, level = 0.95): Interval {
  checkStudies([{ events, n }]);
  checkLevel(level);
  const tail = (1 - level) / 2;
  const a = events + 0.5;
  const b = n - events + 0.5;
  return [
    events === 0 ? 0 : betaQuantile(tail, a, b),
    events === n ? 1 : betaQuantile(1 - tail, a, b),
  ];
}
