/** Two limits on the scale of the number to which they belong; `lower <= upper`. */
export type Interval = readonly [lower: number, upper: number];
