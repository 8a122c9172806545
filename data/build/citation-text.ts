/**
 * References as text, in the Vancouver style of the National Library of Medicine.
 *
 * For the build only. The processor behind it, citeproc, is under CPAL-1.0 or AGPL-1.0 and the style
 * under CC BY-SA 3.0, so they stay development dependencies and no part of what is served: nothing in
 * `functions/` or `widget/` may import this file, and a test holds them to it.
 */
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-csl";
import type { Reference } from "../schema.ts";
import type { CitationText } from "./cited.ts";

/** The formatted reference, and in brackets what of it was read. */
export function citationTexts(references: readonly Reference[]): CitationText {
  const formatted = new Map(formattedReferences(references));
  return ({ reference, detail }) => {
    const text = formatted.get(reference);
    if (text === undefined) throw new Error(`no reference "${reference}"`);
    return detail === null ? text : `${text.replace(/\.$/, "")} [${detail}]`;
  };
}

function formattedReferences(references: readonly Reference[]): [id: string, text: string][] {
  const entries = new Cite(references.map(printedFields)).format("bibliography", {
    style: "vancouver",
    lang: "en-US",
    format: "text",
    nosort: true,
    asEntryArray: true,
  });
  // The style numbers a bibliography from 1; here each entry stands alone.
  return entries.map(([id, text]) => [id, text.replace(/^\d+\. /, "").trim()]);
}

/** Addresses and identifiers are links of their source already, beside the text. */
function printedFields({ DOI, PMID, URL, ...printed }: Reference) {
  return printed;
}
