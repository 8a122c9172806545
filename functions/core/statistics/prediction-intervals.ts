import { type Interval, waldInterval } from "./interval.ts";
import { NORMAL, studentT } from "./special/reference-distribution.ts";

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

/**
 * The same around profile limits, which are not symmetric: the distance of each limit takes the place
 * of the standard error on its side. So it always contains them.
 */
export function predictionAround(
  limits: Interval,
  estimate: number,
  tau2: number,
  k: number,
  level: number,
): Interval | null {
  if (k < 3) return null;
  const [z, t] = [NORMAL.quantile(level), studentT(k - 2).quantile(level)];
  const reach = (limit: number) => t * Math.sqrt(((limit - estimate) / z) ** 2 + tau2);
  return [estimate - reach(limits[0]), estimate + reach(limits[1])];
}
