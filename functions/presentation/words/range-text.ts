import type { Range } from "#core/question/range.ts";
import { plain } from "./numbers.ts";

/** `≥ 65`, `≤ 4`, `4–6`. */
export function rangeText({ min, max }: Range): string {
  if (max === null) return min === null ? "" : `≥ ${plain(min)}`;
  return min === null ? `≤ ${plain(max)}` : `${plain(min)}–${plain(max)}`;
}
