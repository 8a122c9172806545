/** Rates as places on an axis of 0 to 100 and as texts of whole patients. */
import type { Interval } from "#core/answer/answer.ts";
import { rangeOf100 } from "../words/rates.ts";

/** @param rate of 0 to 1 */
export function of100(rate: number): number {
  return Math.round(1000 * rate) / 10;
}

/** The ends of a bar; `null` where the interval spans the whole axis, which says nothing. */
export function barOf(interval: Interval): Interval | null {
  const [lower, upper] = interval;
  return isTooWide(interval) ? null : [of100(lower), of100(upper)];
}

/** `68–96` */
export function rangeText(interval: Interval): string {
  return isTooWide(interval) ? "too wide" : rangeOf100(interval).slice(1, -1);
}

/** `68 to 96`, for a screen reader; beside a count with its unit, " of 100". */
export function heardRange(interval: Interval, unit = ""): string {
  return isTooWide(interval) ? "too wide to say" : rangeText(interval).replace("–", " to ") + unit;
}

/** `(68–96)`, for a text; beside a count with its unit, `(36–81 of 100)`. */
export function writtenRange(interval: Interval, unit = ""): string {
  return `(${rangeText(interval)}${isTooWide(interval) ? "" : unit})`;
}

function isTooWide([lower, upper]: Interval): boolean {
  return Math.round(100 * lower) === 0 && Math.round(100 * upper) === 100;
}

interface Count {
  readonly events: number | null;
  readonly n: number | null;
}

/** `12 of 20`; a dash where patients were not counted. */
export function countOf({ events, n }: Count): string {
  return events === null || n === null ? "–" : `${events} of ${n}`;
}
