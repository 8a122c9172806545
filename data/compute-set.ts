/** Defines the part of the evidence that comparing needs, which is small enough to be sent to a phone. */
import type { ComparedClasses } from "./between-classes.ts";
import type {
  Approval,
  Cohort,
  Figure,
  Landmark,
  Outcome,
  Preset,
  Product,
  Review,
} from "./schema.ts";

export type Overlap = Cohort["overlaps"][number];
export type Tier = Cohort["sources"][number]["tier"];

export interface ComputeFigure
  extends Omit<
    Figure,
    | "derived"
    | "derivedRange"
    | "definition"
    | "by"
    | "locator"
    | "exposureMonths"
    | "percentPrinted"
  > {
  /** `percentPrinted` is `null` unless it stands in for a count; the record of a cohort has every percentage. */
  percentPrinted: Figure["percentPrinted"];
  /** `tier` is that of the source in which the figure was read; 4 means that the source was not reviewed. */
  tier: Tier;
}

export interface ComputeLandmark extends Omit<Landmark, "family" | "month" | "locator"> {
  /**
   * `outcome` joins the family and the month: `pfs-12`. At a month that is no outcome, the landmark only bounds
   * earlier months.
   */
  outcome: string;
  tier: Tier;
}

/** Lists the fields of a cohort that comparing reads as they are. */
export const comparedFields = [
  "id",
  "label",
  "year",
  "therapyClass",
  "product",
  "targets",
  "construct",
  "design",
  "doses",
  "evidence",
  "regimen",
  "regimenPartners",
  "setting",
  "admittedLines",
  "refractoryTo",
  "priorBcma",
  "region",
  "followUpMonths",
  "network",
] as const satisfies readonly (keyof Cohort)[];

export const comparedBaseline = [
  // `n` counts the patients treated (single-arm) or randomised (randomised arms).
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

/** Lists the fields of a kind of earlier therapy that comparing reads. */
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
  /** States whether patients were enrolled before COVID-19 vaccines, after, or both; `null` if not stated. */
  covidVaccines: "before" | "across" | "after" | null;
  /** `parts` are the ids of the cohorts that a label pool holds; empty for any other cohort. */
  parts: string[];
  /**
   * `trial` is the same text for all parts of one trial: the first registry number of the trial, else its paper. Patients
   * treated outside trials, whom the same paper may report, are another study.
   */
  trial: string;
  /** `pooledTrials` are the trials of the parts of a label pool that holds several; empty for any other cohort. */
  pooledTrials: string[];
  /** `overlaps` lists the cohorts that share patients with this one, including those of networks without bounds. */
  overlaps: Overlap[];
  figures: ComputeFigure[];
  landmarks: ComputeLandmark[];
}

export const comparedOfProduct = [
  "slug",
  "name",
  "brandNames",
  "therapyClass",
  "targets",
  "contains",
] as const satisfies readonly (keyof Product)[];

/** Lists the fields of an approval from which labels are read. */
export const comparedOfApproval = [
  "region",
  "status",
  "date",
  "decisionBy",
  "kind",
  "partners",
  "priorLines",
  "requires",
  "refractoryTo",
  "progressionOnLast",
  "confidence",
  "sources",
] as const satisfies readonly (keyof Approval)[];

export interface ComputeApproval extends Pick<Approval, (typeof comparedOfApproval)[number]> {
  /** States whether the approval is in force on the date of the data. */
  inForce: boolean;
  /** States whether a decision was expected before the date of the data and none was found. */
  isOverdue: boolean;
}

export interface ComputeProduct extends Pick<Product, (typeof comparedOfProduct)[number]> {
  approvals: ComputeApproval[];
}

/** Describes a published meta-analysis whose question can be repeated here. */
export interface ComputeSetOfCohorts {
  id: string;
  /** `name` is short: "Vandenboom 2025". */
  name: string;
  /** `pins` are the fields of the publication's question, which replace the defaults. */
  pins: Record<string, string>;
  /** `cohorts` are those of the publication that are in our data; `null` if its list of cohorts is not public. */
  cohorts: string[] | null;
  /** `cohortsPooled` is the number of cohorts that the publication pooled; `null` if that is not printed. */
  cohortsPooled: number | null;
  /** `cuts` are the values at which the publication divides its cohorts by a median, keyed by parameter. */
  cuts?: Record<string, number>;
}

export interface ComputeSet {
  sets: ComputeSetOfCohorts[];
  cohorts: ComputeCohort[];
  products: ComputeProduct[];
  /** `outcomes` are those that a question can ask for. */
  outcomes: Outcome[];
  presets: Preset[];
  review: Review;
  /** `compared` counts the published studies that compare the two classes. */
  compared: ComparedClasses;
}
