/** Numbers for clinicians: whole patients of 100; for print perhaps one digit more. */

import type { Interval } from "#core/answer/answer.ts";
import { fixed } from "./numbers.ts";
import { withSpaces } from "./sentences.ts";

/** Patients of 100 of a rate of 0–1: `92`, `<1`, `>99`. `0` is exactly none, `100` exactly all. */
export function rateOf100(rate: number, digits = 0): string {
  const shown = displayedRate(rate, digits);
  return typeof shown === "number" ? fixed(shown, digits) : shown;
}

/** `<1` or `>99` if rounding would turn some patients into none or all. */
function displayedRate(rate: number, digits: number): number | "<1" | ">99" {
  const percent = rate * 100;
  if (percent > 0 && percent < 1) return "<1";
  const rounded = Number(percent.toFixed(digits));
  return percent < 100 && rounded === 100 ? ">99" : rounded;
}

/** The same of a lower bound, which is never rounded up. @param rate 0–1 */
export function lowerBoundOf100(rate: number): string {
  return rateOf100(Math.floor(100 * rate + 1e-6) / 100);
}

/** `(82–97)`. Ends are simply rounded, because an interval may start at 0. */
export function rangeOf100([lower, upper]: Interval): string {
  return `(${fixed(lower * 100)}–${fixed(upper * 100)})`;
}

/** The same without brackets: `82–97`. */
export function endsOf100(interval: Interval): string {
  return rangeOf100(interval).slice(1, -1);
}

/** Rounded as it is printed: ties are rounded away from zero, for both signs. */
function rounded(value: number, digits: number): number {
  return Math.sign(value) * Number(Math.abs(value).toFixed(digits));
}

export interface DifferenceWords {
  /** `27 more`, `<1 fewer`. */
  amount: string;
  /** `14 to 36`, `12 fewer to 45 more`. */
  range: string;
}

/** A difference per 100 patients and its interval, CAR-T relative to bispecifics. */
export function differenceWords(
  difference: number,
  interval: Interval,
  digits: 0 | 1 = 0,
): DifferenceWords {
  const { ends, direction } = endsOf(interval);
  const isSaid = direction === (difference > 0 ? "more" : "fewer");
  return {
    amount: signedDifference(difference, digits),
    range: isSaid ? ends : joinedEnds(ends, direction),
  };
}

/** `27 more`, `<1 fewer`. */
export function signedDifference(value: number, digits: 0 | 1 = 0): string {
  const size = rounded(Math.abs(value), digits);
  if (value === 0) return "0 more";
  return `${size === 0 ? "<1" : fixed(size, digits)} ${value > 0 ? "more" : "fewer"}`;
}

/** "14 to 36 more", "<1 fewer to 12 more". */
export function differenceRange(interval: Interval): string {
  const { ends, direction } = endsOf(interval);
  return joinedEnds(ends, direction);
}

const joinedEnds = (ends: string, direction: string) => withSpaces([ends, direction]);

/**
 * The smaller size first, and the direction of both. An interval that includes zero has both in its ends:
 * "<1 fewer to 12 more" is not "0 to 12 more".
 */
function endsOf([lower, upper]: Interval): { ends: string; direction: string } {
  const rounded = (value: number) => Math.round(Math.abs(value));
  const size = (value: number) => fixed(rounded(value));
  // "<1 to 16" is clear of 0, "0 to 16" is not.
  const least = (value: number) => (value !== 0 && rounded(value) === 0 ? "<1" : size(value));
  if (lower >= 0) return { ends: `${least(lower)} to ${least(upper)}`, direction: "more" };
  if (upper <= 0) return { ends: `${least(upper)} to ${least(lower)}`, direction: "fewer" };
  return { ends: `${least(lower)} fewer to ${least(upper)} more`, direction: "" };
}

/** The ends of values in order: "11.8 / 17.2" of two, "≈50 … 70" of more, one where all are alike. */
export function valuesInShort(values: readonly string[]): string {
  const distinct = [...new Set(values)];
  const [first = "", last = ""] = [distinct.at(0), distinct.at(-1)];
  if (distinct.length < 2) return first;
  return `${first}${distinct.length > 2 ? " … " : " / "}${last}`;
}
