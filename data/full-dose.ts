/** Defines the day of the first full dose by the labels, after the step-up doses. */
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
