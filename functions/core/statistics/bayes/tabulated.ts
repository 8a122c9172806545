import { makeZeros, readElement } from "../special/arithmetic.ts";

/** Returns the largest value; −∞ if there is none. */
export function findMaximum(values: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += 1) {
    const value = readElement(values, i);
    if (value > highest) highest = value;
  }
  return highest;
}

/** Returns exp(value − shift) of each value. It is a loop, because `map` of a typed array costs as much as `exp`. */
export function exponentiateShifted(values: Float64Array, shift: number): Float64Array {
  const results = makeZeros(values.length);
  for (let i = 0; i < values.length; i += 1) results[i] = Math.exp(readElement(values, i) - shift);
  return results;
}

/** Returns the index of the first value above `floor`, and the index after the last one. */
export function findIndexRangeAbove(
  values: Float64Array,
  floor: number,
): [start: number, end: number] {
  let start = 0;
  let end = values.length;
  while (start < end && !(readElement(values, start) > floor)) start += 1;
  while (end > start && !(readElement(values, end - 1) > floor)) end -= 1;
  return [start, end];
}

/** Holds 7! / Π (i − j) over the other seven of eight equally spaced points j: Lagrange's weights. */
const WEIGHTS = [-1, 7, -21, 35, -35, 21, -7, 1];

/**
 * Returns the value at a fractional index of equally spaced `values`: polynomial of degree 7 through the eight
 * nearest points. Fewer than eight values are interpolated linearly.
 *
 * @param index from 0 to length − 1
 */
export function interpolateByPolynomial(values: Float64Array, index: number): number {
  const last = values.length - 1;
  const left = Math.min(Math.floor(index), last);
  const t = index - left;
  if (t === 0) return readElement(values, left);
  if (last < 7) return readElement(values, left) * (1 - t) + readElement(values, left + 1) * t;
  const from = Math.max(0, Math.min(left - 3, last - 7));
  // There are no divisions: every step multiplies the terms so far by the distance to its point.
  let sum = 0;
  let before = 1 / 5040;
  for (let i = 0; i < 8; i += 1) {
    const distance = index - from - i;
    sum = sum * distance + before * (WEIGHTS[i] as number) * (values[from + i] as number);
    before *= distance;
  }
  return sum;
}

/** Adds the values half-way between the given points, by the same interpolation. */
export function halveSpacing(values: Float64Array): Float64Array {
  const last = values.length - 1;
  const halved = makeZeros(2 * last + 1);
  for (let i = 0; i <= last; i += 1) halved[2 * i] = readElement(values, i);
  for (let i = 0; i < last; i += 1) {
    halved[2 * i + 1] =
      i >= 3 && i + 4 <= last
        ? interpolateHalfWay(values, i)
        : interpolateByPolynomial(values, i + 0.5);
  }
  return halved;
}

/** Computes {@link interpolateByPolynomial} at i + ½, with four points on either side and precomputed weights. */
function interpolateHalfWay(values: Float64Array, i: number): number {
  const pair0 = readElement(values, i) + readElement(values, i + 1);
  const pair1 = readElement(values, i - 1) + readElement(values, i + 2);
  const pair2 = readElement(values, i - 2) + readElement(values, i + 3);
  const pair3 = readElement(values, i - 3) + readElement(values, i + 4);
  return (1225 * pair0 - 245 * pair1 + 49 * pair2 - 5 * pair3) / 2048;
}
