/** Writes numbers for clinicians: whole patients of 100. */

import type { Interval } from "#core/answer/answer.ts";
import { formatFixedDigits } from "./numbers.ts";
import { joinBySpaces } from "./sentences.ts";

/**
 * Returns a rate of 0 to 1 in patients of 100, as in `92`. `0` means exactly none and `100` exactly all: the text is
 * `<1` or `>99` if rounding would turn some patients into none or all.
 */
export function formatRate(rate: number): string {
  const percent = rate * 100;
  if (percent > 0 && percent < 1) return "<1";
  const rounded = formatFixedDigits(percent);
  return percent < 100 && rounded === "100" ? ">99" : rounded;
}

/**
 * Returns a lower bound in patients of 100, which is never rounded up.
 *
 * @param rate A fraction, 0 to 1.
 */
export function formatRateLowerBound(rate: number): string {
  return formatRate(Math.floor(100 * rate + 1e-6) / 100);
}

/**
 * Returns an interval in brackets, as in `(82–97)`. Its ends are simply rounded, because an interval may start at 0.
 */
export function formatRateIntervalInBrackets([lower, upper]: Interval): string {
  return `(${formatFixedDigits(lower * 100)}–${formatFixedDigits(upper * 100)})`;
}

/** Writes the ends of an interval without brackets: `82–97`. */
export function formatRateInterval(interval: Interval): string {
  return formatRateIntervalInBrackets(interval).slice(1, -1);
}

/**
 * Returns a difference per 100 patients and its interval, CAR-T relative to bispecifics: `27 more` and `14 to 36`, `<1
 * fewer` and `12 fewer to 45 more`.
 */
export function makeDifferenceTexts(difference: number, interval: Interval) {
  const { ends, direction } = makeDifferenceEndsAndDirection(interval);
  const hasDirection = direction === (difference > 0 ? "more" : "fewer");
  return {
    amount: formatMoreOrFewer(difference),
    range: hasDirection ? ends : formatDifferenceRange(interval),
  };
}

/**
 * Returns a difference with its interval for the title of a row, as in `21 more (1–33)`, or by itself, as in `19 fewer`.
 *
 * @param hasRange False if the interval stands elsewhere.
 */
export function formatDifferenceWithInterval(
  difference: number,
  interval: Interval,
  hasRange: boolean,
): string {
  const { amount, range } = makeDifferenceTexts(difference, interval);
  return hasRange ? `${amount} (${formatRangeWithDash(range)})` : amount;
}

/** Shortens "1 to 33" to "1–33"; a range with a direction, as in "2 fewer to 3 more", stays. */
export function formatRangeWithDash(range: string): string {
  return range.replace(/^(\S+) to (\S+)$/, "$1–$2");
}

/** Returns the ends as they stand behind a difference: "1–33", "40 to 2 fewer", "10 fewer to 20 more". */
export function formatEnds(interval: Interval): string {
  const { low, high, ends, direction } = makeDifferenceEndsAndDirection(interval);
  if (direction === "more") return `${low}–${high}`;
  return direction === "fewer" ? `${low} to ${high} fewer` : ends;
}

/** Returns a difference such as `27 more`, `<1 fewer`. Ties are rounded away from zero, for both signs. */
export function formatMoreOrFewer(value: number): string {
  return `${formatUnsignedDifference(value)} ${value < 0 ? "fewer" : "more"}`;
}

/** Returns a size without its sign. "<1" marks an end that is not 0: "<1 to 16" is clear of 0, "0 to 16" is not. */
function formatUnsignedDifference(value: number): string {
  const size = formatFixedDigits(Math.abs(value));
  return value !== 0 && size === "0" ? "<1" : size;
}

/** Returns text such as "14 to 36 more", "<1 fewer to 12 more". */
export function formatDifferenceRange(interval: Interval): string {
  const { ends, direction } = makeDifferenceEndsAndDirection(interval);
  return joinBySpaces([ends, direction]);
}

/**
 * Returns the ends of an interval, the smaller size first, and their common direction. If the interval includes zero,
 * each end has its own direction: "<1 fewer to 12 more" is not "0 to 12 more".
 */
function makeDifferenceEndsAndDirection([lower, upper]: Interval) {
  const [low, high] = [formatUnsignedDifference(lower), formatUnsignedDifference(upper)];
  const sizes = { low, high };
  if (lower >= 0) return { ...sizes, ends: `${low} to ${high}`, direction: "more" };
  if (upper <= 0) return { ...sizes, ends: `${high} to ${low}`, direction: "fewer" };
  return { ...sizes, ends: `${low} fewer to ${high} more`, direction: "" };
}

/** Returns the ends of ordered values: "11.8 and 17.2" for two, "≈50 … 70" for more, one value if all are equal. */
export function joinFirstAndLastValues(values: readonly string[]): string {
  const distinct = [...new Set(values)];
  const [first = "", last = ""] = [distinct.at(0), distinct.at(-1)];
  if (distinct.length < 2) return first;
  return `${first}${distinct.length > 2 ? " … " : " and "}${last}`;
}
