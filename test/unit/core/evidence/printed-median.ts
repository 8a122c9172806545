/** A made-up printed median, so that a test states only what matters to it. */
import type { PrintedMedian } from "#data/survival.ts";

/** Returns a median of progression-free survival of all treated patients, from the primary cut of a paper. */
export function printedMedian(over: Partial<PrintedMedian> = {}): PrintedMedian {
  return {
    family: "pfs",
    months: 10,
    interval: null,
    population: "treated",
    cut: "primary",
    followUpMonths: 12,
    timeOrigin: null,
    tier: 1,
    ...over,
  };
}
