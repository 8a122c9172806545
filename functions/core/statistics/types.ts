/** Two limits on the scale of the number they belong to; `lower <= upper`. */
export type Interval = readonly [lower: number, upper: number];
