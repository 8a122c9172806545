/** Citations as text in place of references: what the code imports knows no bibliography. */
import type { Cited, Citing } from "../schema.ts";

/** The text of a citation: see `citation-text.ts`. */
export type CitationText = (source: Citing) => string;

export function cited<T extends Citing>(source: T, textOf: CitationText): Cited<T> {
  const { reference, detail, ...rest } = source;
  return { citation: textOf({ reference, detail }), ...rest };
}
