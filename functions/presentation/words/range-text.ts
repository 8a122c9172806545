import type { Range } from "#core/question/range.ts";
import type { ScreenWords } from "./catalogue.ts";

/** `≥ 65`, `≤ 4`, `4–6`. */
export function rangeText({ min, max }: Range, { range }: Pick<ScreenWords, "range">): string {
  if (max === null) return min === null ? "" : range.atLeast(min);
  return min === null ? range.atMost(max) : range.between(min, max);
}
