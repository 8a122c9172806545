import { checkLevel } from "../level.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import { checkStudies } from "../study.ts";
import type { Interval } from "../types.ts";

/**
 * Score interval of one proportion (Wilson 1927): the proportions not rejected by the score test,
 * [x + z²/2 ∓ z √(x (n − x)/n + z²/4)] / (n + z²). Always inside 0–1.
 *
 * @example wilson(0, 12) // [0, 0.2424…]
 * @throws RangeError for invalid counts or level.
 */
export function wilson(events: number, n: number, level = 0.95): Interval {
  checkStudies([{ events, n }]);
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const others = n - events;
  const root = z * Math.sqrt((events * others) / n + (z * z) / 4);
  // The product of the two roots is x² (n + z²)/n / (n + z²)². Dividing it by one root gives the
  // other, which is near 0 (or, for non-events, near 1), without cancellation.
  const lower = (events * events) / n / (events + (z * z) / 2 + root);
  const upper = 1 - (others * others) / n / (others + (z * z) / 2 + root);
  return [lower, upper];
}
