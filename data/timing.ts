/** Defines the printed times of the cohorts with their sources. They are loaded when a row is opened. */
import type { CitedSource } from "./provenance.ts";
import type { Timing } from "./schema.ts";

/** Holds a time with its source in place of the index. */
export interface CitedTiming extends Omit<Timing, "source"> {
  source: CitedSource;
}

/** The key is the id of the cohort. Cohorts without a time are left out. */
export type Timings = Readonly<Record<string, readonly CitedTiming[]>>;

/** Maps the words that some sources use for a start of time to the words that most sources use. */
const sameStart: ReadonlyMap<string, string> = new Map([["the last dose", "the most recent dose"]]);

/** Returns the start of a time; a time whose kind names its start needs no words of its source for it. */
export function findTimingStart({ what, from }: Pick<Timing, "what" | "from">): string | null {
  if (what === "apheresis-to-infusion") return "apheresis";
  return from === null ? null : (sameStart.get(from) ?? from);
}
