/**
 * Defines the times of cohorts with their sources, and what labels say of the course of a treatment. They are loaded
 * when a row or the course is opened.
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

// Defines what labels, and for stays in hospital series, say of the course of a treatment.

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

/** Holds how many weeks lie between doses, as the label of a region allows them. */
export interface DoseInterval extends Omit<FullDose, "day"> {
  weeks: number;
}

export interface ProductCourse {
  /** True if the treatment is given once. */
  once: boolean;
  lymphodepletion: boolean;
  /** Each schedule has one full dose. */
  full: readonly FullDose[];
  intervals: readonly DoseInterval[];
  until: readonly { region: FullDose["region"]; text: string }[];
  hospital: readonly HospitalHours[];
  /** Lists days in hospital as series counted them. */
  stays: readonly Product["logistics"]["stays"][number]["value"][];
}

/** The key is the product. Products whose course is not known are left out. */
export type ProductCourses = Readonly<Record<string, ProductCourse>>;
