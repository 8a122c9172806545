/** Printed times of the cohorts with their sources. They are loaded when a row is opened. */
import type { CitedSource } from "./provenance.ts";
import type { Timing } from "./schema.ts";

/** What began, lasted or was waited for. The first three are times of an outcome. */
export const timingKinds = [
  "onset",
  "duration",
  "time-to-response",
  "apheresis-to-infusion",
  "hospital-stay",
] as const;

/** A week or a year is not converted: another unit needs a word for it first. */
export const timingUnits = ["hours", "days", "months"] as const;

/** Those that belong to the treatment and to no outcome. */
export const treatmentTimings = [
  "apheresis-to-infusion",
  "hospital-stay",
] as const satisfies readonly (typeof timingKinds)[number][];

/** With its source in place of the index. */
export interface CitedTiming extends Omit<Timing, "source"> {
  source: CitedSource;
}

/** Keyed by cohort id. Cohorts without a time are left out. */
export type Timings = Readonly<Record<string, readonly CitedTiming[]>>;
