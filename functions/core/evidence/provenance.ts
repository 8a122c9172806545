import type { Source } from "#data/schema.ts";

/**
 * What identifies a printed figure: its cohort, the outcome under which it was printed, and the
 * cut.
 */
export interface FigureName {
  cohort: string;
  outcome: string;
  cut: string;
}

/** The key that joins a figure with its provenance; the build stores the two separately. */
export function figureKey({ cohort, outcome, cut }: FigureName): string {
  return `${cohort} ${outcome} ${cut}`;
}

/** Only ClinicalTrials.gov has an address for each of its numbers. */
export function registryLink(number: string): string | null {
  return /^NCT\d{8}$/.test(number) ? `https://clinicaltrials.gov/study/${number}` : null;
}

/** A link to the DOI or the PubMed record of a source; `null` if it has neither. */
export function linkTo({ doi, pmid }: Pick<Source, "doi" | "pmid">): string | null {
  if (doi !== null) return `https://doi.org/${doi}`;
  return pmid === null ? null : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
}
