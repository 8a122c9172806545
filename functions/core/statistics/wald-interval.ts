import type { Interval } from "./types.ts";

/** estimate ∓ quantile · se. */
export function waldInterval(estimate: number, se: number, quantile: number): Interval {
  return [estimate - quantile * se, estimate + quantile * se];
}
