/** Turns rates with their intervals and counts into texts of whole patients and positions on the axis of 0 to 100. */
import type { Interval, Pool } from "#core/answer/answer.ts";
import type { Bound } from "#core/answer/evidence.ts";
import {
  listFiguresByTrial,
  listTrialRatesToDraw,
  type PoolOfStudies,
} from "#core/answer/figures-of-trials.ts";
import { makeRateWithExactInterval } from "#core/answer/outcome-types.ts";
import { formatRate, formatRateInterval } from "../words/rates.ts";

/** Holds a rate or a time as it is shown: its number as text, and its drawing in positions of 0 to 100. */
export interface Plotted {
  /**
   * The number is text such as `88`, `<1`, `12 of 20`; empty if values stand next to their marks, or if the rate is
   * unknown.
   */
  readonly number: string;
  /** Holds the interval, such as `68–96`; empty under a count; words if there is no number. */
  readonly under: string;
  /** True if the number is that of its class: then the marks are filled, and the number is larger. */
  readonly filled: boolean;
  /** The bar is the 95 % interval; absent if it is too wide to say anything, or not known. */
  readonly bar?: Interval;
  /** Lists dotted spans up to the end of follow-up, if a median or its upper limit was not reached. */
  readonly tails?: readonly Interval[];
  /** Lists the rates of the trials, in whole patients of 100. */
  readonly ticks?: readonly number[];
  readonly marks: readonly MarkView[];
}

export interface MarkView {
  /** The position on the axis is 0 to 100. */
  readonly at: number;
  /**
   * `estimate`: the number of a class or of a single trial. `figure`: a trial of a class without a number; `other` if
   * it counts another outcome. `beyond`: the line goes on past the end of the axis. `other-patients`: the rest of the report of a
   * group, in the colour of no class. Any other kind is a bound.
   */
  readonly kind: "estimate" | "figure" | "other" | "beyond" | "other-patients" | Bound["kind"];
}

/** Draws the rate of a model or of a single trial with a filled mark. */
export function makePlottedRate(rate: {
  readonly estimate: number;
  /** The interval is `null` if none was reported. */
  readonly interval: Interval | null;
}): Plotted {
  return {
    number: formatRate(rate.estimate),
    ...makeIntervalTextAndBar(rate.interval),
    marks: [{ at: placeRate(rate.estimate), kind: "estimate" }],
    filled: true,
  };
}

/** Writes an interval and draws its bar; an interval over the whole axis has no bar. */
export function makeIntervalTextAndBar(interval: Interval | null): Pick<Plotted, "under" | "bar"> {
  const bar = interval && placeIntervalEnds(interval);
  return { under: interval ? formatIntervalOrTooWide(interval) : "", ...(bar && { bar }) };
}

/**
 * Draws the number of a pool with the ticks of its trials; `null` without a number. The count of a number of few events
 * stands in place of its interval.
 */
export function makePlottedPool(pool: PlottedPool): Plotted | null {
  const { estimate, interval } = pool;
  if (estimate === null || interval === null) return null;
  const few = formatCountIfFewEvents(pool);
  return {
    ...makePlottedRate({ estimate, interval }),
    ...(few && { under: few }),
    ...placeTrialTicks(pool),
  };
}

type TickedPool = Pick<Pool, "k" | "studies" | "smallTrials">;

type PlottedPool = FittedPool & TickedPool & Pick<Pool, "interval">;

/** Holds what tells whether the size of a number depends on its model. */
export type FittedPool = PoolOfStudies & Pick<Pool, "events" | "n" | "estimate">;

/** With fewer events than these, the number depends more on the model than on the trials. */
const fewEvents = 5;

/** Returns "2 of 405", which replaces the interval of a number of few events; empty for any other. */
export function formatCountIfFewEvents(pool: FittedPool): string {
  return isModelledNumberOfFewEvents(pool) && pool.n !== null ? formatEventCount(pool) : "";
}

/** Tells whether the size of a number depends on its model, because its trials saw too few events. */
export function isModelledNumberOfFewEvents({ events, estimate, ...pool }: FittedPool): boolean {
  const isOfModel = pool.k > 1 && estimate !== null && listFiguresByTrial(pool).length !== 1;
  return isOfModel && events !== null && events < fewEvents;
}

/** Holds a count as it is drawn, and its exact interval, 0 to 1. */
interface PlottedCount {
  readonly drawing: Plotted;
  readonly interval: Interval;
}

/**
 * Returns the drawing of a count, hollow, and its interval: the exact one of these patients, 0 to 1, never that of a
 * model, which is of a typical trial. Returns `null` where events or patients were not counted.
 */
export function makePlottedCountWithInterval({ events, n }: Count): PlottedCount | null {
  if (events === null || n === null) return null;
  const rate = makeRateWithExactInterval(events, n);
  const number = formatEventCount({ events, n });
  return {
    drawing: { ...makePlottedRate(rate), number, under: "", filled: false },
    interval: rate.interval,
  };
}

/**
 * Returns a tick for each trial, in whole patients of 100, or five quantiles of more than twelve trials; an empty
 * object if no trial has a tick.
 */
export function placeTrialTicks(pool: TickedPool): Pick<Plotted, "ticks"> {
  const rates = listTrialRatesToDraw(pool);
  // Rounding moves a tick by less than its width.
  return rates.length > 0 ? { ticks: rates.map((rate) => Math.round(100 * rate)) } : {};
}

/**
 * Returns the position of a rate on the axis of 0 to 100, to a tenth.
 *
 * @param rate A fraction, 0 to 1.
 */
export function placeRate(rate: number): number {
  return Math.round(1000 * rate) / 10;
}

/** Returns the ends of a bar; `null` if the interval spans the whole axis, because it then says nothing. */
export function placeIntervalEnds(interval: Interval): Interval | null {
  const [lower, upper] = interval;
  return isIntervalTooWide(interval) ? null : [placeRate(lower), placeRate(upper)];
}

/** Returns the interval in patients of 100, as in `68–96`, or "too wide". */
export function formatIntervalOrTooWide(interval: Interval): string {
  return isIntervalTooWide(interval) ? "too wide" : formatRateInterval(interval);
}

/**
 * Returns the interval for a screen reader, as in `68 to 96`.
 *
 * @param unit " of 100" after a count, because the count has another unit.
 */
export function formatIntervalAloud(interval: Interval, unit = ""): string {
  return isIntervalTooWide(interval)
    ? "too wide to say"
    : formatIntervalOrTooWide(interval).replace("–", " to ") + unit;
}

/** Returns the interval in brackets, as in `(68–96)`; with the unit of {@link formatIntervalAloud} `(36–81 of 100)`. */
export function formatIntervalInBrackets(interval: Interval, unit = ""): string {
  return `(${formatIntervalOrTooWide(interval)}${isIntervalTooWide(interval) ? "" : unit})`;
}

function isIntervalTooWide([lower, upper]: Interval): boolean {
  return Math.round(100 * lower) === 0 && Math.round(100 * upper) === 100;
}

interface Count {
  readonly events: number | null;
  readonly n: number | null;
}

/** Returns a count such as `12 of 20`; "count not reported" without events or patients. */
export function formatEventCount({ events, n }: Count): string {
  return events === null || n === null ? "count not reported" : `${events} of ${n}`;
}
