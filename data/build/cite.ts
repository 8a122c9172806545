/** Replaces references by citation text, so that the code that is served needs no bibliography. */
import type { CitedSource, OwnPage } from "../provenance.ts";
import type { Cited, Citing, Reference } from "../schema.ts";
import { findSourceAddress, linkToSourceRecord } from "../source-address.ts";

type SourceAddresses = Parameters<typeof findSourceAddress>[0] &
  Parameters<typeof linkToSourceRecord>[0];

/** Returns the text of a citation; see `citation-text.ts`. */
export type CitationText = (source: Citing) => string;

export function replaceReferenceByCitation<T extends Citing>(
  source: T,
  textOf: CitationText,
): Cited<T> {
  const { reference, detail, ...fields } = source;
  return { citation: textOf({ reference, detail }), ...fields };
}

/** Returns where a source may be opened, also where a copy was read whose reference names the original. */
function findAddressElseReferenceUrl(
  source: Citing & Parameters<typeof findSourceAddress>[0],
  references: readonly Reference[],
): string | null {
  const url = references.find(({ id }) => id === source.reference)?.URL;
  return findSourceAddress({ ...source, url });
}

/** Returns a source with its text and, where it has no record, the page on which it stands; see `findAddressElseReferenceUrl`. */
export function citeWithPageIfNoRecord<T extends Citing & SourceAddresses>(
  source: T,
  textOf: CitationText,
  references: readonly Reference[],
): Cited<T> & OwnPage {
  const page =
    linkToSourceRecord(source) === null ? findAddressElseReferenceUrl(source, references) : null;
  return { ...replaceReferenceByCitation(source, textOf), ...(page !== null && { page }) };
}

/** Returns what answers cite of a source. */
export function pickCitationFields({ citation, doi, pmid, tier, page }: CitedSource): CitedSource {
  return { citation, doi, pmid, tier, ...(page !== undefined && { page }) };
}
