import type { Interval } from "../types.ts";
import { waldInterval } from "../wald-interval.ts";

/** A ratio and its limits. */
export interface Ratio {
  readonly estimate: number;
  /** `null` if a limit exceeds the largest number. */
  readonly interval: Interval | null;
}

/** A ratio from its logarithm. Its limits are logRatio ∓ quantile · se, transformed back. */
export function ratioOf(logRatio: number, se: number, quantile: number): Ratio {
  const [lower, upper] = waldInterval(logRatio, se, quantile);
  const limits: Interval = [Math.exp(lower), Math.exp(upper)];
  return {
    estimate: Math.exp(logRatio),
    interval: Number.isFinite(limits[1]) ? limits : null,
  };
}
