/** Defines the source of every figure, and what is known of a cohort in addition to the compute set. */
import type { Cited, Cohort, Figure, Landmark, RiskOfBias, Source, Statement } from "./schema.ts";

export interface OwnPage {
  /** `page` is present if the source has neither DOI nor PMID, but stands on its publisher's own page. */
  page?: string;
}

export type CitedSource = Pick<Source, "citation" | "doi" | "pmid" | "tier"> & OwnPage;

export interface Publication {
  citation: string;
  doi: string | null;
  pmid: string | null;
}

/** Lists the facts on the patients of a trial that comparing does not read. */
export const patientFields = [
  "priorAutoSctPercent",
  "issIIIPercent",
  "rissIIIPercent",
  "refractoryPercent",
  "pentaRefractoryPercent",
] as const satisfies readonly (keyof Cohort["baseline"])[];

/** Tells where a figure was printed, and how its count was made if no source prints one. */
export interface CitedFigure extends Pick<Figure, "outcome" | "cut" | "locator"> {
  /**
   * `derivedRange` is present if the count was computed from a percentage: the lowest and the highest count that
   * round to it; `null` if only one does.
   */
  derivedRange?: Figure["derivedRange"];
}

/** Lists the sources that answers cite. The bundle of the Worker contains only this. */
export interface CohortProvenance extends Pick<Cohort, "firstAuthor" | "medians"> {
  patients: Pick<Cohort["baseline"], (typeof patientFields)[number]>;
  registry: string[];
  publication: Publication | null;
  figures: CitedFigure[];
  landmarks: Pick<Landmark, "family" | "month" | "cut" | "locator">[];
  sources: CitedSource[];
  /** `ratings` holds the published ratings of the risk of bias without their sources. */
  ratings: Pick<CohortRiskOfBias["ratings"][number], "tool" | "result" | "ofAllStudies">[];
}

export interface CohortRiskOfBias {
  ratings: (Cited<RiskOfBias["ratings"][number]> & {
    /** `ofAllStudies` is true if a review rated all its studies together, and this study is one of them. */
    ofAllStudies: boolean;
  })[];
  stated: Record<keyof RiskOfBias["stated"], Cited<Statement> | null>;
}

/** Lists the fields of a cohort that only its record has. */
export const recordFields = [
  "firstAuthor",
  "registry",
  "phase",
  "dose",
  "regimenPartners",
  "settingBasis",
  "eligibility",
  "admittedLines",
  "regionDetail",
  "enrolment",
  "priorBcmaKinds",
  "baseline",
  "medians",
  "timing",
  "missing",
  "notes",
] as const satisfies readonly (keyof Cohort)[];

/** Lists the facts on a figure that only a record shows. */
export const figureFields = [
  "outcome",
  "cut",
  "derived",
  "derivedRange",
  "definition",
  "by",
  "locator",
  "source",
  "exposureMonths",
  "percentPrinted",
] as const satisfies readonly (keyof Figure)[];

export interface CohortDetails extends Pick<Cohort, (typeof recordFields)[number]> {
  publication: Publication | null;
  figures: Pick<Figure, (typeof figureFields)[number]>[];
  sources: (Source & OwnPage)[];
  riskOfBias: CohortRiskOfBias;
  /** `landmarks` holds all landmarks, including those at months for which there is no outcome. */
  landmarks: Landmark[];
}

export type Provenance = Record<string, CohortProvenance>;
export type Details = Record<string, CohortDetails>;

/** Stands in a citation for the address of the answer, which replaces it. */
export const addressPlaceholder = "https://answer.invalid/";

export interface AnswerCitation {
  readonly text: string;
  /** Holds the citation in the RIS format of citation managers. */
  readonly ris: string;
}
