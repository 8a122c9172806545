import type { Range } from "#core/question/range.ts";
import { formatPlainNumber } from "./numbers.ts";

/** Returns text such as `≥ 65`, `≤ 4`, `4–6`. */
export function describeRange({ min, max }: Range): string {
  if (max === null) return min === null ? "" : `≥ ${formatPlainNumber(min)}`;
  return min === null
    ? `≤ ${formatPlainNumber(max)}`
    : `${formatPlainNumber(min)}–${formatPlainNumber(max)}`;
}

/** Returns text such as `60–61`, or one number if both ends are equal. */
export function formatSpan({ lowest, highest }: Record<"lowest" | "highest", number>): string {
  return lowest === highest
    ? formatPlainNumber(lowest)
    : `${formatPlainNumber(lowest)}–${formatPlainNumber(highest)}`;
}

/**
 * Returns the prior lines that a label or protocol requires, as in `2 to 4`, `1 or more`; `null` if no number is known.
 */
export function describeRequiredLines({ min, max }: Range): string | null {
  if (max === null) return min === null ? null : `${min} or more`;
  if (min === null) return `up to ${max}`;
  return min === max ? `${max}` : `${min} to ${max}`;
}
