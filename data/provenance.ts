/** Where every figure comes from: loaded on demand, when somebody opens a source. */
import { type CitationText, cited } from "./build/cited.ts";
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

export function provenanceOf(cohorts: readonly Cohort[], textOf: CitationText): Provenance {
  return Object.fromEntries(
    cohorts.map((cohort) => [cohort.id, cohortProvenanceOf(cohort, textOf)]),
  );
}

function cohortProvenanceOf(cohort: Cohort, textOf: CitationText): CohortProvenance {
  return {
    firstAuthor: cohort.firstAuthor,
    registry: cohort.registry,
    dose: cohort.dose,
    settingBasis: cohort.settingBasis,
    eligibility: cohort.eligibility,
    regionDetail: cohort.regionDetail,
    enrolment: cohort.enrolment,
    baseline: cohort.baseline,
    figures: cohort.figures.map((figure) => ({
      outcome: figure.outcome,
      cut: figure.cut,
      derived: figure.derived,
      derivedRange: figure.derivedRange,
      definition: figure.definition,
      locator: figure.locator,
      source: figure.source,
    })),
    landmarks: cohort.landmarks,
    medians: cohort.medians,
    riskOfBias: cohort.riskOfBias,
    sources: cohort.sources.map((source) => cited(source, textOf)),
    missing: cohort.missing,
    notes: cohort.notes,
  };
}
