/** Two limits on the scale of the number to which they belong; `lower <= upper`. */
export type Interval = readonly [lower: number, upper: number];

/** estimate ∓ quantile · se. */
export function waldInterval(estimate: number, se: number, quantile: number): Interval {
  return [estimate - quantile * se, estimate + quantile * se];
}
