/** Tells where a source may be opened, and which sources a definition names. */
import hosts from "./own-hosts.json" with { type: "json" };
import type { OwnPage } from "./provenance.ts";
import type { Source } from "./schema.ts";

/** Holds the addresses of a source; `seenAt` may be a copy, a preview or a proxy, `url` is that of its reference. */
type SourceAddresses = Partial<Parameters<typeof linkToSourceRecord>[0]> & {
  seenAt: string | null;
  url?: string | undefined;
};

/**
 * Returns the DOI or PubMed record of a source, else the page that was read or that of its reference, if the publisher's
 * own host serves it; `null` without either.
 */
export function findSourceAddress({
  doi = null,
  pmid = null,
  seenAt,
  url,
}: SourceAddresses): string | null {
  return linkToSourceRecord({ doi, pmid }) ?? [seenAt, url].find(isSecurePublisherPage) ?? null;
}

/**
 * Returns whether a publisher's own host serves the page with encryption; without it, anybody on the way may change
 * what the page says.
 */
function isSecurePublisherPage(page: string | null | undefined): page is string {
  if (page == null) return false;
  const { protocol, host } = new URL(page);
  return protocol === "https:" && hosts.includes(host.replace(/^www\./, ""));
}

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
export function linkToRecordElsePage({
  page,
  ...source
}: Parameters<typeof linkToSourceRecord>[0] & OwnPage): string | null {
  return linkToSourceRecord(source) ?? page ?? null;
}

/** Holds a piece of text, or the place of a source of the cohort that a definition names. */
type Part = string | { readonly source: number };

/**
 * Splits a definition such as "n=87 from source 5" into texts and the sources of its cohort that it names.
 */
export function splitDefinitionAtSources(definition: string): Part[] {
  // Every second part is a match of the expression.
  return definition
    .split(/\bsource (\d+)\b/)
    .map((part, index) => (index % 2 === 1 ? { source: Number(part) } : part));
}
