import { NORMAL, studentT, waldInterval } from "./reference-distribution.ts";
import type { Interval } from "./types.ts";

/**
 * Where a new study's true value lies, μ ∓ q √(se² + τ²), on the scale of the analysis, by the
 * reference for q: normal, t(k − 1), or t(k − 2) (Higgins, Thompson & Spiegelhalter 2009; needs
 * three studies). `null` where the degrees of freedom are not positive.
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

/** The same intervals on another scale. */
export function predictionIntervalsOn(
  { z, tkm1, tkm2 }: PredictionIntervals,
  back: (interval: Interval) => Interval,
): PredictionIntervals {
  return { z: back(z), tkm1: tkm1 && back(tkm1), tkm2: tkm2 && back(tkm2) };
}
