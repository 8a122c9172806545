import { read } from "../read.ts";

/**
 * Ranks from 1, ties sharing the mean of theirs. Neighbours no further apart than `tolerance` are
 * ties, so that rounding, and with it the order of a sum, does not decide between equal values.
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

/** From the value before to the value at a position of the order. */
function gap(values: readonly number[], order: readonly number[], position: number): number {
  return read(values, read(order, position)) - read(values, read(order, position - 1));
}
