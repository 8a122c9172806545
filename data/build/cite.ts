/** Replaces references by citation text, so that the code that is served needs no bibliography. */
import type { Cited, Citing } from "../schema.ts";

/** Returns the text of a citation; see `citation-text.ts`. */
export type CitationText = (source: Citing) => string;

export function withCitation<T extends Citing>(source: T, textOf: CitationText): Cited<T> {
  const { reference, detail, ...fields } = source;
  return { citation: textOf({ reference, detail }), ...fields };
}
