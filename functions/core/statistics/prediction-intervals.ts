import { type Interval, waldInterval } from "./interval.ts";
import { studentT } from "./special/reference-distribution.ts";

/**
 * Interval for the true value of a new study, μ ∓ t √(se² + τ²), with the quantile of t(k − 2)
 * (Higgins, Thompson & Spiegelhalter 2009). `null` for fewer than three studies.
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
