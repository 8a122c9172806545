/**
 * Collects from the full cohorts the provenance of every figure, and everything that comparing does
 * not need.
 */
import type { CohortDetails, CohortProvenance, Details, Provenance } from "../provenance.ts";
import type { Cohort } from "../schema.ts";
import { type CitationText, cited } from "./cited.ts";

export function detailsOf(cohorts: readonly Cohort[], textOf: CitationText): Details {
  return Object.fromEntries(cohorts.map((cohort) => [cohort.id, cohortDetailsOf(cohort, textOf)]));
}

/** The part of the details that answers cite. */
export function provenanceOf(details: Details): Provenance {
  return Object.fromEntries(
    Object.entries(details).map(([id, { firstAuthor, figures, landmarks, medians, sources }]) => {
      const cited: CohortProvenance = {
        firstAuthor,
        figures: figures.map(({ outcome, cut, locator }) => ({ outcome, cut, locator })),
        landmarks: landmarks.map(({ family, month, cut, locator }) => ({
          family,
          month,
          cut,
          locator,
        })),
        medians,
        sources: sources.map(({ citation, doi, pmid, tier }) => ({ citation, doi, pmid, tier })),
      };
      return [id, cited];
    }),
  );
}

function cohortDetailsOf(cohort: Cohort, textOf: CitationText): CohortDetails {
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
