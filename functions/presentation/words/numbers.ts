/** Writes numbers, ranges, ratios and probabilities for clinicians. */

import type { Interval } from "#core/answer/answer.ts";
import type { Range } from "#core/question/range.ts";

/**
 * Returns a number with all its digits, as in `12.5`, without the last digits that floating-point arithmetic adds: 0.1
 * + 0.2 is `0.3`.
 */
export const formatPlainNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** Returns a number rounded to tenths, without a zero at the end, as in `2.5`, `3`. */
export const formatTenths = (value: number): string => formatPlainNumber(Number(value.toFixed(1)));

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];

/** Spells out a small whole number, as in `four`; `9` and more stay digits. */
export const formatCountAsWord = (count: number): string => words[count] ?? `${count}`;

/** Returns a number with exactly this many digits after the point, as in `8.0`, rounded by its exact binary value. */
export const formatFixedDigits = (value: number, digits = 0): string => value.toFixed(digits);

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

/** Beyond these limits a ratio says no more than that it is small or large. */
const [least, most] = [0.001, 1000] as const;

/** Returns a ratio with the usual number of digits, as in `3.9`, `0.48`, `22`, `1.04`; never 1 for another value. */
export function formatRatioValue(value: number): string {
  if (value > 0 && value < least) return `< ${least}`;
  if (value > most) return `> ${most}`;
  if (value >= 100) return formatFixedDigits(value);
  const short = Number(value.toPrecision(value >= 10 ? 3 : 2));
  return formatPlainNumber(short === 1 ? Number(value.toPrecision(3)) : short);
}

/** Returns a probability, as in `> 99 %`, `96 %`; never 100 %. */
export function formatProbability(value: number): string {
  if (value > 0.99) return "> 99 %";
  if (value < 0.01) return "< 1 %";
  return `${formatFixedDigits(Math.round(value * 100))} %`;
}

/** Returns text such as `0.39 (0.2–0.91)`. */
export function formatRatioWithInterval(
  value: number,
  interval: Interval | null | undefined,
): string {
  const range = interval ? ` (${interval.map((limit) => formatRatioValue(limit)).join("–")})` : "";
  return `${formatRatioValue(value)}${range}`;
}

/** Returns a two-sided P value with as many digits as in journals, as in `P = 0.012`, `P = 0.34`, `P < 0.001`. */
export function formatPValue(p: number): string {
  return p < 0.001
    ? `P < ${formatPlainNumber(0.001)}`
    : `P = ${formatFixedDigits(p, p < 0.1 ? 3 : 2)}`;
}

/** Returns a P value as its source prints it: `P = 0.012` for "0.012", `P < 0.001` for "<0.001". */
export function formatPrintedPValue(text: string): string {
  return `P ${text.startsWith("<") ? `< ${text.slice(1)}` : `= ${text}`}`;
}
