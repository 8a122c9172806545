/** Where every figure comes from: loaded on demand, when somebody opens a source. */
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
  /** All landmarks, also those at months that no outcome names. */
  landmarks: Landmark[];
}

export type Provenance = Record<string, CohortProvenance>;
