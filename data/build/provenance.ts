/** Collects the provenance of every figure from the full cohorts. */
import type { CohortProvenance, Provenance } from "../provenance.ts";
import type { Cohort } from "../schema.ts";
import { type CitationText, cited } from "./cited.ts";

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
