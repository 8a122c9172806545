/** The source of every figure. Loaded on demand, when a user opens a source. */
import type { Cohort, Figure, Landmark, Source } from "./schema.ts";

export interface CohortProvenance
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
  /** All landmarks, including those at months without an outcome. */
  landmarks: Landmark[];
}

export type Provenance = Record<string, CohortProvenance>;
