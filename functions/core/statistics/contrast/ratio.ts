import { waldInterval } from "../reference-distribution.ts";
import type { Interval } from "../types.ts";

/** A ratio with its limits. */
export interface Ratio {
  readonly estimate: number;
  /** `null` when a limit is beyond the largest number. */
  readonly interval: Interval | null;
}

/** A ratio from its logarithm, limits by ∓ quantile · se on that scale. */
export function ratioOf(logRatio: number, se: number, quantile: number): Ratio {
  const [lower, upper] = waldInterval(logRatio, se, quantile);
  const limits: Interval = [Math.exp(lower), Math.exp(upper)];
  return {
    estimate: Math.exp(logRatio),
    interval: Number.isFinite(limits[1]) ? limits : null,
  };
}
