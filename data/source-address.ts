/** Returns where a source may be opened. A source that was read elsewhere is named and never linked. */
import hosts from "./own-hosts.json" with { type: "json" };
import { linkTo } from "./source-link.ts";

/** Addresses of a source; `seenAt` may be a copy, a preview or a proxy. */
type SourceAddresses = Partial<Parameters<typeof linkTo>[0]> & { seenAt: string | null };

/**
 * Returns the DOI or PubMed record of a source, else its page if the publisher's own host serves it; `null`
 * without either.
 */
export function addressOf({ doi = null, pmid = null, seenAt }: SourceAddresses): string | null {
  const record = linkTo({ doi, pmid });
  if (record !== null || seenAt === null) return record;
  return hosts.includes(new URL(seenAt).host.replace(/^www\./, "")) ? seenAt : null;
}
