/** The input of a report: an answer at length and the evidence beside it. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { CohortProvenance } from "#data/provenance.ts";
import type { StatedReview } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { SurvivalTables } from "../row/survival-tables.ts";
import type { FullStatement } from "../statement/full.ts";
import type { ComparedAtLength } from "../statement/head-to-head.ts";
import type { LateNeurotoxicity } from "../statement/late-neurotoxicity.ts";
import type { ReportedBy } from "../statement/subgroups.ts";
import type { StatedTiming, TimingOfClass } from "../statement/timing.ts";
import type { ReportWords } from "../words/catalogue.ts";
import type { Cites } from "./references.ts";
import type { PlacedRows } from "./rows.ts";

/** The whole page, or the answer in short to print on two pages. */
export const extents = ["whole", "short"] as const;
export type Extent = (typeof extents)[number];

/** A cohort that answers the question. */
export interface ReportedCohort
  extends ComputeCohort,
    Pick<CohortProvenance, "firstAuthor" | "patients"> {
  readonly group: TherapyClass;
  readonly ratings: readonly {
    readonly tool: string;
    readonly result: string;
    /** Said of all studies of a review together. */
    readonly ofAllStudies: boolean;
  }[];
  /** Its paper, else its registration; `null` if our data have neither. */
  readonly publication: Cites | null;
  /** By a clinician; `null` as long as there is none. */
  readonly review: StatedReview | null;
}

/** Addresses that the page leads to, without the origin. */
export interface ReportLinks {
  /** The address of this page or text. */
  readonly own: string;
  /** The same question about the two classes. */
  readonly classes: string;
  readonly extent: (extent: Extent) => string;
  readonly outcome: (id: string) => string;
  readonly without: (cohort: string) => string;
  /** The question without the filter that left the cohort out; `null` if that is no filter. */
  readonly including: (cohort: string, parameter: string) => string | null;
  readonly forest: (outcome: string) => string;
  /** Fits the numbers of one outcome again. */
  readonly fitted: (outcome: string) => string;
  readonly files: Readonly<Record<keyof ReportWords["take"]["files"] | "ris", string>>;
}

export interface ReportParts {
  readonly answer: FullStatement;
  readonly extent: Extent;
  readonly cohorts: readonly ReportedCohort[];
  /** The review of the rules. */
  readonly rulesReview: StatedReview | null;
  /** What single studies print of the outcomes by properties of their patients. */
  readonly subgroups: readonly ReportedBy[];
  readonly compared: readonly ComparedAtLength[];
  /** `null` without a month among the outcomes. */
  readonly survival: SurvivalTables | null;
  readonly lateNeurotoxicity: readonly LateNeurotoxicity[];
  /** Printed times of the treatment of these cohorts. */
  readonly timing: readonly TimingOfClass<StatedTiming>[];
  /** How to cite this page. */
  readonly citation: string;
  readonly links: ReportLinks;
}

/** With the place of each of its outcomes. */
export interface PlacedParts extends ReportParts {
  readonly placed: PlacedRows;
}
