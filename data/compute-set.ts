/**
 * The part of the evidence that comparing needs; `build/compute-set.ts` takes it from the full
 * cohorts. Citation text, locators and definitions stay behind in `provenance.ts`, so that this set
 * is small enough to travel to a phone.
 */

import type { Cohort, Figure, Landmark, Outcome, Preset, Product, Review } from "./schema.ts";

export type Overlap = Cohort["overlaps"][number];
export type Tier = Cohort["sources"][number]["tier"];

export interface ComputeFigure
  extends Pick<
    Figure,
    | "outcome"
    | "events"
    | "n"
    | "percentPrinted"
    | "population"
    | "cut"
    | "followUpMonths"
    | "timeOrigin"
    | "grading"
    | "grades"
    | "hold"
    | "source"
  > {
  /** Of the source the figure was read in; 4 = reviewed by nobody. */
  tier: Tier;
}

export interface ComputeLandmark
  extends Pick<
    Landmark,
    | "survival"
    | "interval"
    | "atRisk"
    | "n"
    | "population"
    | "cut"
    | "followUpMonths"
    | "timeOrigin"
    | "hold"
    | "source"
  > {
  /** Family and month in one: `pfs-12`. */
  outcome: string;
  tier: Tier;
}

/** What comparing reads of a cohort's baseline. */
export const comparedBaseline = [
  // Patients treated (single-arm) or randomised (randomised arms).
  "n",
  "medianAge",
  "ageRange",
  "medianPriorLines",
  "priorLinesRange",
  "issIIIPercent",
  "highRiskCytogeneticsPercent",
  "extramedullaryPercent",
  "tripleClassRefractoryPercent",
] as const satisfies readonly (keyof Cohort["baseline"])[];

export interface ComputeCohort
  extends Pick<Cohort["baseline"], (typeof comparedBaseline)[number]>,
    Pick<
      Cohort,
      | "id"
      | "label"
      | "year"
      | "therapyClass"
      | "product"
      | "targets"
      | "construct"
      | "phase"
      | "design"
      | "doses"
      | "evidence"
      | "regimen"
      | "setting"
      | "priorBcma"
      | "region"
      | "followUpMonths"
    > {
  /** Cohorts that share patients with this one, those of networks without bounds included. */
  overlaps: Overlap[];
  figures: ComputeFigure[];
  landmarks: ComputeLandmark[];
}

export interface ComputeProduct
  extends Pick<Product, "slug" | "name" | "therapyClass" | "sponsor" | "targets" | "contains"> {
  /** Regions with an approval in force on the data date. */
  approvedIn: string[];
}

/** A published meta-analysis whose question can be asked here. */
export interface ComputeSetOfCohorts {
  id: string;
  /** Short name: "Vandenboom 2025". */
  name: string;
  /** Parameters of its question; they stand in place of the defaults. */
  pins: Record<string, string>;
  /** Ours of its cohorts; `null` where its list is not public. */
  cohorts: string[] | null;
  /** How many it pooled; `null` where that is not printed. */
  used: number | null;
}

export interface ComputeSet {
  sets: ComputeSetOfCohorts[];
  cohorts: ComputeCohort[];
  products: ComputeProduct[];
  outcomes: Outcome[];
  presets: Preset[];
  review: Review;
}

/** The id under which a landmark is compared. */
export function landmarkOutcome({ family, month }: Pick<Landmark, "family" | "month">): string {
  return `${family}-${month}`;
}
