/**
 * Defines the times of cohorts with their sources, and what labels say of the first doses. They are loaded when a row
 * is opened.
 */
import type { CitedSource } from "./provenance.ts";
import type { Product, Timing } from "./schema.ts";
import type { regions } from "./vocabulary.ts";

/** Holds a time with its source in place of the index. */
export interface CitedTiming extends Omit<Timing, "source"> {
  source: CitedSource;
}

/** The key is the id of the cohort. Cohorts without a time are left out. */
export type Timings = Readonly<Record<string, readonly CitedTiming[]>>;

/** Maps the words that some sources use for a start of time to the words that most sources use. */
const sameStart: ReadonlyMap<string, string> = new Map([["the last dose", "the most recent dose"]]);

/** Returns the start of a time; a time whose kind names its start needs no words of its source for it. */
export function normaliseTimingStart({ what, from }: Pick<Timing, "what" | "from">): string | null {
  if (what === "apheresis-to-infusion") return "apheresis";
  return from === null ? null : (sameStart.get(from) ?? from);
}

// Defines what labels say of the first doses: the day of the first full one, and the hours in hospital.

export interface FullDose {
  /** `region` is `null` where labels of several regions agree. */
  region: (typeof regions)[number] | null;
  day: number;
  /** Holds the name of the schedule, where a label has several. */
  schedule: string | null;
}

/** Holds the hours in hospital after each of the first doses, as the label of a region prints them. */
export interface HospitalHours {
  region: (typeof regions)[number];
  hours: Product["monitoring"][number]["value"]["hospital"];
}

/** The key is the product; each schedule has one full dose. Products without step-up doses are left out. */
export type FirstDoses = Readonly<
  Record<string, { full: readonly FullDose[]; hospital: readonly HospitalHours[] }>
>;
