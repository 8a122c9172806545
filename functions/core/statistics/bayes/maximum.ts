/** Largest value; −∞ if there is none. */
export function maximum(values: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > highest) highest = value;
  return highest;
}
