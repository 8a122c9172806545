/** Where a source may be opened. What was read elsewhere is named, and never linked. */
import hosts from "./own-hosts.json" with { type: "json" };
import { linkTo } from "./source-link.ts";

/** What is known of a source; `seenAt` may be a copy, a preview or a proxy. */
type Read = Partial<Parameters<typeof linkTo>[0]> & { citation: string; seenAt: string | null };

/** Its DOI, also where only words name it, or PubMed record; else the page, at the own host of who published it. */
export function addressOf({ citation, doi = null, pmid = null, seenAt }: Read): string | null {
  const named = /\bdoi (10\.\d{4,}\/(?:\([^)\s]*\)|[^\s();,])+)/.exec(citation)?.[1] ?? null;
  const record = linkTo({ doi: doi ?? (pmid === null ? named : null), pmid });
  if (record !== null || seenAt === null) return record;
  return hosts.includes(new URL(seenAt).host.replace(/^www\./, "")) ? seenAt : null;
}
