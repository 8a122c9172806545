/** The source of every figure, and what is known of a cohort in addition to the compute set. */
import type { Cited, Cohort, Figure, Landmark, RiskOfBias, Source, Statement } from "./schema.ts";

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
  /** The published ratings of the risk of bias, without their sources. */
  ratings: Pick<CohortRiskOfBias["ratings"][number], "tool" | "result" | "ofAllStudies">[];
}

/** What was published of the risk of bias. */
export interface CohortRiskOfBias {
  ratings: (Cited<RiskOfBias["ratings"][number]> & {
    /** Said of all studies of a review together, of which this is one. */
    ofAllStudies: boolean;
  })[];
  stated: Record<keyof RiskOfBias["stated"], Cited<Statement> | null>;
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
    | "priorBcmaKinds"
    | "baseline"
    | "medians"
    | "timing"
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
    | "percentPrinted"
  >[];
  sources: Source[];
  riskOfBias: CohortRiskOfBias;
  /** All landmarks, including those at months without an outcome. */
  landmarks: Landmark[];
}

/** Keyed by cohort id. */
export type Provenance = Record<string, CohortProvenance>;
export type Details = Record<string, CohortDetails>;
