/** The part of the evidence that comparing needs, small enough to be sent to a phone. */
import type { ComparedClasses } from "./between-classes.ts";
import type { Cohort, Figure, Landmark, Outcome, Preset, Product, Review } from "./schema.ts";

export type Overlap = Cohort["overlaps"][number];
export type Tier = Cohort["sources"][number]["tier"];

export interface ComputeFigure
  extends Omit<
    Figure,
    "derived" | "derivedRange" | "definition" | "locator" | "exposureMonths" | "percentPrinted"
  > {
  /** Only where it stands for a count; the record of a cohort has every one. */
  percentPrinted: Figure["percentPrinted"];
  /** Of a number infused, where its definition has a doubt about the others. */
  collection?: CollectionDoubt;
  /** Tier of the source in which the figure was read; 4 = not reviewed. */
  tier: Tier;
}

/** `assumed`: that the others had cells collected, too; `waiting`: they may be infused yet. */
export type CollectionDoubt = "assumed" | "waiting";

export interface ComputeLandmark extends Omit<Landmark, "family" | "month" | "locator"> {
  /** Family and month: `pfs-12`. */
  outcome: string;
  tier: Tier;
}

/** The fields of a cohort that comparing reads as they are. */
export const comparedFields = [
  "id",
  "label",
  "year",
  "therapyClass",
  "product",
  "targets",
  "construct",
  "phase",
  "design",
  "doses",
  "evidence",
  "regimen",
  "setting",
  "priorBcma",
  "region",
  "followUpMonths",
  "network",
] as const satisfies readonly (keyof Cohort)[];

export const comparedBaseline = [
  // Patients treated (single-arm) or randomised (randomised arms).
  "n",
  "medianAge",
  "ageRange",
  "medianPriorLines",
  "priorLinesRange",
  "highRiskCytogeneticsPercent",
  "extramedullaryPercent",
  "tripleClassRefractoryPercent",
] as const satisfies readonly (keyof Cohort["baseline"])[];

type PriorBcmaKind = Cohort["priorBcmaKinds"][number];

/** The fields of a kind of earlier therapy that comparing reads. */
export const comparedOfKind = [
  "kind",
  "directed",
  "n",
  "of",
  "responders",
] as const satisfies readonly (keyof PriorBcmaKind)[];

export interface ComputeCohort
  extends Pick<Cohort["baseline"], (typeof comparedBaseline)[number]>,
    Pick<Cohort, (typeof comparedFields)[number]> {
  priorBcmaKinds: Pick<PriorBcmaKind, (typeof comparedOfKind)[number]>[];
  /** Whether patients were enrolled before COVID-19 vaccines, after, or both; `null` if not stated. */
  covidVaccines: "before" | "across" | "after" | null;
  /** Ids of the cohorts that a label pool holds; empty for any other cohort. */
  parts: string[];
  /** By outcome: the cut that holds every outcome nested with it, where the primary one does not. */
  nestedCuts: Record<string, string>;
  /** Cohorts that share patients with this one, including those of networks without bounds. */
  overlaps: Overlap[];
  figures: ComputeFigure[];
  landmarks: ComputeLandmark[];
}

export const comparedOfProduct = [
  "slug",
  "name",
  "therapyClass",
  "sponsor",
  "targets",
  "contains",
] as const satisfies readonly (keyof Product)[];

export interface ComputeProduct extends Pick<Product, (typeof comparedOfProduct)[number]> {
  /** Regions with an approval in force on the date of the data. */
  approvedIn: string[];
}

/** A published meta-analysis whose question can be repeated here. */
export interface ComputeSetOfCohorts {
  id: string;
  /** Short name: "Vandenboom 2025". */
  name: string;
  /** Fields of its question; they replace the defaults. */
  pins: Record<string, string>;
  /** Those of its cohorts that are in our data; `null` if its list of cohorts is not public. */
  cohorts: string[] | null;
  /** Number of cohorts it pooled; `null` if that is not printed. */
  used: number | null;
}

export interface ComputeSet {
  sets: ComputeSetOfCohorts[];
  cohorts: ComputeCohort[];
  products: ComputeProduct[];
  /** Regions whose approvals were collected; elsewhere a missing approval says nothing. */
  approvalsIn: string[];
  /** Those that a question can ask for. */
  outcomes: Outcome[];
  presets: Preset[];
  review: Review;
  /** How many studies of others set the classes against each other. */
  compared: ComparedClasses;
}
