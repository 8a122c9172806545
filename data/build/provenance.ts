/**
 * Collects from the full cohorts the provenance of every figure, and everything that comparing does
 * not need.
 */
import type { Evidence } from "../evidence.ts";
import type { CohortDetails, CohortProvenance, Details, Provenance } from "../provenance.ts";
import type { Cohort, PublishedFile } from "../schema.ts";
import { type CitationText, cited } from "./cited.ts";
import { riskOfBiasOf } from "./risk-of-bias.ts";

export function detailsOf(
  { cohorts, published }: Pick<Evidence, "cohorts" | "published">,
  textOf: CitationText,
): Details {
  return Object.fromEntries(
    cohorts.map((cohort) => [cohort.id, cohortDetailsOf(cohort, published, textOf)]),
  );
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

function cohortDetailsOf(
  cohort: Cohort,
  published: readonly PublishedFile[],
  textOf: CitationText,
): CohortDetails {
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
    riskOfBias: riskOfBiasOf(cohort, published, textOf),
    sources: cohort.sources.map((source) => cited(source, textOf)),
    missing: cohort.missing,
    notes: cohort.notes,
  };
}
