/** Defines what labels say of the first doses: the day of the first full one, and the days in hospital. */
import type { regions } from "./vocabulary.ts";

export interface FullDose {
  /** `region` is `null` where labels of several regions agree. */
  region: (typeof regions)[number] | null;
  day: number;
  /** Holds the name of the schedule, where a label has several. */
  schedule: string | null;
}

/** The key is the product; each schedule has one entry. Products without step-up doses are left out. */
export type FullDoses = Readonly<Record<string, readonly FullDose[]>>;

/** Holds the days in hospital that the label of a region asks for; the two are equal unless schedules differ. */
export interface HospitalDays {
  region: (typeof regions)[number] | null;
  days: readonly [fewest: number, most: number];
}

/** The key is the product. Products whose label asks for no days, or of which none are known, are left out. */
export type HospitalDaysByLabel = Readonly<Record<string, HospitalDays>>;
