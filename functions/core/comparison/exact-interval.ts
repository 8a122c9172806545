import { clopperPearson } from "../statistics/single-proportion.ts";
import type { Interval } from "./answer.ts";

/** By count; there are no more than the data hold. */
const known = new Map<string, Interval>();

/** The exact interval of a count of the data. Cached, because every row of a cohort shows its own. */
export function exactInterval(events: number, n: number): Interval {
  const key = `${events}/${n}`;
  const interval = known.get(key) ?? clopperPearson(events, n);
  known.set(key, interval);
  return interval;
}
