import type { Range } from "#core/question/range.ts";
import { screen } from "./screen.ts";

/** `≥ 65`, `≤ 4`, `4–6`. */
export function rangeText({ min, max }: Range): string {
  if (max === null) return min === null ? "" : screen.range.atLeast(min);
  return min === null ? screen.range.atMost(max) : screen.range.between(min, max);
}
