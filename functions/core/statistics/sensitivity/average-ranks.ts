import { read } from "../read.ts";

/**
 * Ranks from 1; ties get the mean of their ranks. Sorted neighbours that differ by at most
 * `tolerance` are ties, so that rounding errors do not rank equal values differently.
 */
export function averageRanks(values: readonly number[], tolerance: number): number[] {
  const order = values.map((_, i) => i).sort((a, b) => read(values, a) - read(values, b));
  const ranks = new Array<number>(values.length).fill(0);
  let first = 0;
  for (let next = 1; next <= order.length; next += 1) {
    if (next < order.length && gap(values, order, next) <= tolerance) continue;
    for (const index of order.slice(first, next)) ranks[index] = (first + 1 + next) / 2;
    first = next;
  }
  return ranks;
}

/** Difference between the value at a position in the sorted order and the value before it. */
function gap(values: readonly number[], order: readonly number[], position: number): number {
  return read(values, read(order, position)) - read(values, read(order, position - 1));
}
