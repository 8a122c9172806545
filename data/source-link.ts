import type { OwnPage } from "#data/provenance.ts";
import type { Source } from "#data/schema.ts";

/**
 * Returns a link to the record of a trial; `null` for other registries, because ClinicalTrials.gov alone has an
 * address for each of its numbers.
 */
export function linkToRegistryRecord(number: string): string | null {
  return /^NCT\d{8}$/.test(number) ? `https://clinicaltrials.gov/study/${number}` : null;
}

/** Returns a link to the DOI or the PubMed record of a source; `null` if the source has neither. */
export function linkToSourceRecord({ doi, pmid }: Pick<Source, "doi" | "pmid">): string | null {
  if (doi !== null) return `https://doi.org/${doi}`;
  return pmid === null ? null : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
}

/** Returns a link to a source that an answer cites: its record, else its publisher's own page; `null` without either. */
export function linkToCited({
  page,
  ...source
}: Parameters<typeof linkToSourceRecord>[0] & OwnPage): string | null {
  return linkToSourceRecord(source) ?? page ?? null;
}
