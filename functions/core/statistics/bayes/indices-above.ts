import { read } from "../read.ts";

/** Index of the first value above `floor`, and the index after the last one. */
export function indicesAbove(values: Float64Array, floor: number): [start: number, end: number] {
  let start = 0;
  let end = values.length;
  while (start < end && !(read(values, start) > floor)) start += 1;
  while (end > start && !(read(values, end - 1) > floor)) end -= 1;
  return [start, end];
}
