import type { Interval } from "./interval.ts";
import { betaQuantile } from "./special/beta.ts";
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
