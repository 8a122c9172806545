/** Printed times of the cohorts with their sources. They are loaded when a row is opened. */
import type { CitedSource } from "./provenance.ts";
import type { Timing } from "./schema.ts";

/** With its source in place of the index. */
export interface CitedTiming extends Omit<Timing, "source"> {
  source: CitedSource;
}

/** Keyed by cohort id. Cohorts without a time are left out. */
export type Timings = Readonly<Record<string, readonly CitedTiming[]>>;
