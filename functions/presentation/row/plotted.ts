/** A rate with its interval, as text and as places on the axis of 0 to 100. */
import type { Interval, Pool } from "#core/answer/answer.ts";
import { ticksOf } from "#core/answer/ticks.ts";
import { rateOf100 } from "../words/rates.ts";
import { barOf, of100, rangeText } from "./places.ts";
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
