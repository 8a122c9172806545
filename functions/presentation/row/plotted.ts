/** Rates with their intervals and counts, as texts of whole patients and as places on the axis of 0 to 100. */
import type { Interval, Pool } from "#core/answer/answer.ts";
import type { Bound } from "#core/answer/evidence.ts";
import { ticksOf } from "#core/answer/ticks.ts";
import { endsOf100, rateOf100 } from "../words/rates.ts";

/** What stands of a rate or a time: its number, and what is drawn of it. Places are of 100. */
export interface Plotted {
  /** `88`, `<1`, `12 of 20`; empty where values stand beside their marks, and where the rate is unknown. */
  readonly number: string;
  /** `68–96`; empty beside a count; words in place of a number. */
  readonly under: string;
  /** Whether the number stands for its class: then its marks are filled and it is larger. */
  readonly filled: boolean;
  /** 95 % interval; absent where it is too wide to say anything, or not known. */
  readonly bar?: Interval;
  /** Until when patients are followed where a median or its upper limit was not reached: dotted. */
  readonly tails?: readonly Interval[];
  /** Rates of the trials. */
  readonly ticks?: readonly number[];
  readonly marks: readonly MarkView[];
}

export interface MarkView {
  /** 0 to 100. */
  readonly at: number;
  /**
   * `estimate` of a model or of one trial; `figure` of a trial where the class has no number, `other` if it is
   * of another outcome; `beyond` where something goes on past the end of the axis; else a bound.
   */
  readonly kind: "estimate" | "figure" | "other" | "beyond" | Bound["kind"];
}

/** The rate of a model or of one trial, with a filled mark. @param interval `null` where none was reported */
export function plotted(rate: {
  readonly estimate: number;
  readonly interval: Interval | null;
}): Plotted {
  return {
    number: rateOf100(rate.estimate),
    ...ranged(rate.interval),
    marks: [{ at: of100(rate.estimate), kind: "estimate" }],
    filled: true,
  };
}

/** An interval as text and as bar; without a bar where it says nothing. */
export function ranged(interval: Interval | null): Pick<Plotted, "under" | "bar"> {
  const bar = interval && barOf(interval);
  return { under: interval ? rangeText(interval) : "", ...(bar && { bar }) };
}

/** The number of a pool with the ticks of its trials; `null` without a number. */
export function plottedPool(pool: PlottedPool): Plotted | null {
  const { estimate, interval } = pool;
  if (estimate === null || interval === null) return null;
  return { ...plotted({ estimate, interval }), ...ticksFor(pool) };
}

type PlottedPool = Pick<Pool, "estimate" | "interval" | "k" | "studies" | "smaller">;

/** A tick a trial, in whole patients of 100. */
export function ticksFor(pool: Omit<PlottedPool, "estimate" | "interval">): Pick<Plotted, "ticks"> {
  const rates = ticksOf(pool);
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
  return isTooWide(interval) ? "too wide" : endsOf100(interval);
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
