/** The source of every figure, and what is known of a cohort in addition to the compute set. */
import type { Cohort, Figure, Landmark, Source } from "./schema.ts";

export type CitedSource = Pick<Source, "citation" | "doi" | "pmid" | "tier">;

/** A cohort's own paper. */
export interface Publication {
  citation: string;
  doi: string | null;
  pmid: string | null;
}

/** What answers cite. The bundle of the Worker contains only this. */
export interface CohortProvenance extends Pick<Cohort, "medians"> {
  registry: string[];
  publication: Publication | null;
  figures: Pick<Figure, "outcome" | "cut" | "locator">[];
  landmarks: Pick<Landmark, "family" | "month" | "cut" | "locator">[];
  sources: CitedSource[];
}

/** Everything, for the record of a cohort. */
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
  publication: Publication | null;
  figures: Pick<
    Figure,
    | "outcome"
    | "cut"
    | "derived"
    | "derivedRange"
    | "definition"
    | "locator"
    | "source"
    | "exposureMonths"
  >[];
  sources: Source[];
  /** All landmarks, including those at months without an outcome. */
  landmarks: Landmark[];
}

/** Keyed by cohort id. */
export type Provenance = Record<string, CohortProvenance>;
export type Details = Record<string, CohortDetails>;
