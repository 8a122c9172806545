import { betaQuantile } from "./special/beta.ts";
import { studentT } from "./special/reference-distribution.ts";
import { assertValidStudies } from "./study.ts";

/** Holds two limits on the scale of the number to which they belong; `lower <= upper`. */
export type Interval = readonly [lower: number, upper: number];

/** Returns estimate ∓ quantile · se. */
export function waldInterval(estimate: number, se: number, quantile: number): Interval {
  return [estimate - quantile * se, estimate + quantile * se];
}

/**
 * Returns the prediction interval for the true value of a new study, μ ∓ t √(se² + τ²), with the quantile of t(k −
 * 2) (Higgins, Thompson & Spiegelhalter 2009); `null` for fewer than three studies.
 */
export function predictionInterval(
  estimate: number,
  se: number,
  tau2: number,
  k: number,
  level: number,
): Interval | null {
  return k < 3
    ? null
    : waldInterval(estimate, Math.sqrt(se * se + tau2), studentT(k - 2).quantile(level));
}

/**
 * Returns the exact interval of one proportion by inverting the binomial test (Clopper & Pearson 1934): Beta
 * quantiles B(α/2; x, n − x + 1) and B(1 − α/2; x + 1, n − x). Coverage is at least `level`.
 *
 * @example clopperPearson(0, 12) // [0, 0.2646…]
 * @throws RangeError for invalid counts.
 */
export function clopperPearson(events: number, n: number, level = 0.95): Interval {
  assertValidStudies([{ events, n }]);
  const tail = (1 - level) / 2;
  return [
    events === 0 ? 0 : betaQuantile(tail, events, n - events + 1),
    events === n ? 1 : betaQuantile(1 - tail, events + 1, n - events),
  ];
}
