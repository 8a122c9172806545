/** Gives a count as a rate with the exact interval, which rests on no model. */
import { clopperPearson } from "../statistics/interval.ts";
import type { Interval } from "./answer.ts";

export interface ExactRate {
  /** 0 to 1. */
  readonly estimate: number;
  readonly interval: Interval;
}

/** Caches intervals by count. The counts in the data limit its size. */
const rates = new Map<string, ExactRate>();

/** Returns the rate of a count; it is cached, because every row of a cohort shows its own interval. */
export function makeExactRate(events: number, n: number): ExactRate {
  const key = `${events}/${n}`;
  const rate = rates.get(key) ?? { estimate: events / n, interval: clopperPearson(events, n) };
  rates.set(key, rate);
  return rate;
}
