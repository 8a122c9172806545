/** A made-up printed time with defaults, so that a test states only what matters to it. */
import type { CitedTiming } from "#data/timing.ts";

export function time(over: Partial<CitedTiming> = {}): CitedTiming {
  return {
    what: "onset",
    outcome: "crs",
    median: 2,
    range: [1, 9],
    quartiles: null,
    unit: "days",
    from: "the most recent dose",
    definition: null,
    locator: "section 5.1",
    source: { citation: "A label", doi: null, pmid: null, tier: 1 },
    ...over,
  };
}
