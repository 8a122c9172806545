/** Replaces references by citation text, so that the code that is served needs no bibliography. */
import type { Cited, Citing, Reference } from "../schema.ts";
import { addressOf } from "../source-address.ts";

/** Returns the text of a citation; see `citation-text.ts`. */
export type CitationText = (source: Citing) => string;

export function withCitation<T extends Citing>(source: T, textOf: CitationText): Cited<T> {
  const { reference, detail, ...fields } = source;
  return { citation: textOf({ reference, detail }), ...fields };
}

/** Returns where a source may be opened, also where a copy was read whose reference names the original. */
export function findAddress(
  source: Citing & Parameters<typeof addressOf>[0],
  references: readonly Reference[],
): string | null {
  const url = references.find(({ id }) => id === source.reference)?.URL;
  return addressOf({ ...source, url });
}
