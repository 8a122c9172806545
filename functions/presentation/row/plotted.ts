/** Rates with their intervals and counts, as texts of whole patients and as places on the axis of 0 to 100. */
import type { Interval, Pool } from "#core/answer/answer.ts";
import { ticksOf } from "#core/answer/ticks.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import type { SideView } from "./side-view.ts";

/** What stands of a rate: its number, its interval, its bar and its mark. */
export type Plotted = Pick<SideView, "number" | "under" | "bar" | "tails" | "marks" | "filled">;

interface Rate {
  /** 0 to 1. */
  readonly estimate: number;
  readonly interval: Interval;
}

/** The rate of a model or of one trial, with a filled mark; without a bar where the interval says nothing. */
export function plotted({ estimate, interval }: Rate): Plotted {
  const bar = barOf(interval);
  return {
    number: rateOf100(estimate),
    under: rangeText(interval),
    ...(bar && { bar }),
    marks: [{ at: of100(estimate), kind: "estimate" }],
    filled: true,
  };
}

export type Ticks = Pick<SideView, "ticks">;

/** A tick a trial, in whole patients of 100. */
export function ticksFor(pool: Pick<Pool, "k" | "studies" | "smaller">): Ticks {
  const { rates } = ticksOf(pool);
  // A tick is wider than what whole patients leave out.
  return rates.length > 0 ? { ticks: rates.map((rate) => Math.round(100 * rate)) } : {};
}

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
