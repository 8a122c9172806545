import { NORMAL, studentT } from "./reference-distribution.ts";
import type { Interval } from "./types.ts";
import { waldInterval } from "./wald-interval.ts";

/**
 * Intervals for the true value of a new study, μ ∓ q √(se² + τ²), on the scale of the analysis. The
 * quantile q is that of the normal distribution, of t(k − 1), or of t(k − 2) (Higgins, Thompson &
 * Spiegelhalter 2009; needs three studies). `null` if the degrees of freedom are not positive.
 */
export interface PredictionIntervals {
  readonly z: Interval;
  readonly tkm1: Interval | null;
  readonly tkm2: Interval | null;
}

export function predictionIntervals(
  estimate: number,
  se: number,
  tau2: number,
  k: number,
  level: number,
): PredictionIntervals {
  const spread = Math.sqrt(se * se + tau2);
  const byT = (df: number) =>
    df < 1 ? null : waldInterval(estimate, spread, studentT(df).quantile(level));
  return {
    z: waldInterval(estimate, spread, NORMAL.quantile(level)),
    tkm1: byT(k - 1),
    tkm2: byT(k - 2),
  };
}

/**
 * The interval with t(k − 2) around profile limits, which are not symmetric: the distance of each
 * limit takes the place of the standard error on its side. So it always contains them.
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

/** Transforms the intervals to another scale. */
export function predictionIntervalsOn(
  { z, tkm1, tkm2 }: PredictionIntervals,
  back: (interval: Interval) => Interval,
): PredictionIntervals {
  return { z: back(z), tkm1: tkm1 && back(tkm1), tkm2: tkm2 && back(tkm2) };
}
