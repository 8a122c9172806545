import type { Interval } from "./interval.ts";
import { betaQuantile } from "./special/beta.ts";
import { normalQuantile } from "./special/normal.ts";
import { checkStudies } from "./study.ts";

/**
 * Exact interval of one proportion by inverting the binomial test (Clopper & Pearson 1934):
 * Beta quantiles B(α/2; x, n − x + 1) and B(1 − α/2; x + 1, n − x). Coverage is at least `level`.
 *
 * @example clopperPearson(0, 12) // [0, 0.2646…]
 * @throws RangeError for invalid counts.
 */
export function clopperPearson(events: number, n: number, level = 0.95): Interval {
  checkStudies([{ events, n }]);
  const tail = (1 - level) / 2;
  return [
    events === 0 ? 0 : betaQuantile(tail, events, n - events + 1),
    events === n ? 1 : betaQuantile(1 - tail, events + 1, n - events),
  ];
}

/**
 * Score interval of one proportion (Wilson 1927): the proportions not rejected by the score test,
 * [x + z²/2 ∓ z √(x (n − x)/n + z²/4)] / (n + z²). Always inside 0–1.
 *
 * @example wilson(0, 12) // [0, 0.2424…]
 * @throws RangeError for invalid counts.
 */
export function wilson(events: number, n: number, level = 0.95): Interval {
  checkStudies([{ events, n }]);
  const z = normalQuantile((1 + level) / 2);
  const others = n - events;
  const root = z * Math.sqrt((events * others) / n + (z * z) / 4);
  // The product of the two roots is x² (n + z²)/n / (n + z²)². Dividing it by one root gives the
  // other, which is near 0 (or, for non-events, near 1), without cancellation.
  const lower = (events * events) / n / (events + (z * z) / 2 + root);
  const upper = 1 - (others * others) / n / (others + (z * z) / 2 + root);
  return [lower, upper];
}
