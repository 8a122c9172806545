/** Returns where a source may be opened. A source that was read elsewhere is named and never linked. */
import hosts from "./own-hosts.json" with { type: "json" };
import { linkToSourceRecord } from "./source-link.ts";

/** Addresses of a source; `seenAt` may be a copy, a preview or a proxy, `url` is that of its reference. */
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
  return linkToSourceRecord({ doi, pmid }) ?? [seenAt, url].find(isOwnPage) ?? null;
}

function isOwnPage(page: string | null | undefined): page is string {
  return page != null && hosts.includes(new URL(page).host.replace(/^www\./, ""));
}
