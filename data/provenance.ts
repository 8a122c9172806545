/** Where every figure comes from, and what else is known of a cohort besides what comparing reads. */
import type { Cohort, Figure, Landmark, Source } from "./schema.ts";

export type CitedSource = Pick<Source, "citation" | "doi" | "pmid" | "tier">;

/** What an answer cites: the Worker carries this much. */
export interface CohortProvenance extends Pick<Cohort, "firstAuthor" | "medians"> {
  figures: Pick<Figure, "outcome" | "cut" | "locator">[];
  landmarks: Pick<Landmark, "family" | "month" | "cut" | "locator">[];
  sources: CitedSource[];
}

/** All of it, for the record of a cohort. */
export interface CohortDetails
  extends Pick<
    Cohort,
    | "firstAuthor"
    | "registry"
    | "dose"
    | "settingBasis"
    | "eligibility"
    | "regionDetail"
    | "enrolment"
    | "baseline"
    | "medians"
    | "riskOfBias"
    | "missing"
    | "notes"
  > {
  figures: Pick<
    Figure,
    "outcome" | "cut" | "derived" | "derivedRange" | "definition" | "locator" | "source"
  >[];
  sources: Source[];
  /** All landmarks, also those at months that no outcome names. */
  landmarks: Landmark[];
}

/** By id of the cohort. */
export type Provenance = Record<string, CohortProvenance>;
export type Details = Record<string, CohortDetails>;
