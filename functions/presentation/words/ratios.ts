/** Writes ratios and probabilities for clinicians. */
import type { Interval } from "#core/answer/answer.ts";
import { formatFixedDigits, formatPlainNumber } from "./numbers.ts";

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
