import { NORMAL, studentT, waldInterval } from "./reference-distribution.ts";
import type { Interval } from "./types.ts";

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

/** Transforms the intervals to another scale. */
export function predictionIntervalsOn(
  { z, tkm1, tkm2 }: PredictionIntervals,
  back: (interval: Interval) => Interval,
): PredictionIntervals {
  return { z: back(z), tkm1: tkm1 && back(tkm1), tkm2: tkm2 && back(tkm2) };
}
