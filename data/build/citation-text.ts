/**
 * Formats references as text in the Vancouver style of the National Library of Medicine.
 *
 * This file is only for the build. The library behind it, citeproc, is licensed under CPAL-1.0 or AGPL-1.0 and the
 * style under CC BY-SA 3.0. They stay development dependencies and are never served: nothing in `functions/` or
 * `widget/` may import this file. A test checks that.
 */
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { Cite } from "@citation-js/core";
import { type AnswerCitation, addressPlaceholder } from "../provenance.ts";
import type { Reference } from "../schema.ts";
import type { CitationText } from "./cite.ts";

/**
 * Returns a function for the text of a citation: the formatted reference, followed in brackets by the part of it that
 * was read. The function throws an `Error` for an unknown reference.
 */
export function makeCitationFormatter(references: readonly Reference[]): CitationText {
  const indices = new Map(references.map(({ id }, index) => [id, index]));
  const formatted = new Map<string, string>();
  return ({ reference, detail }) => {
    const index = indices.get(reference);
    if (index !== undefined && !formatted.has(reference)) {
      const start = index - (index % bibliographyLength);
      const bibliography = references.slice(start, start + bibliographyLength);
      for (const [id, text] of formatReferences(bibliography)) formatted.set(id, text);
    }
    const text = formatted.get(reference);
    if (text === undefined) throw new Error(`no reference "${reference}"`);
    return detail === null ? text : `${text.replace(/\.$/, "")} [${detail}]`;
  };
}

/**
 * citeproc compares every entry of a bibliography with every other one, so short bibliographies are faster; each is
 * formatted when one of its references is first cited.
 */
const bibliographyLength = 20;

/**
 * Returns the id of each reference with its text in Vancouver style, in the order given; the text has no number,
 * address or identifier.
 */
function formatReferences(references: readonly Reference[]): [id: string, text: string][] {
  return (
    new Cite(references.map(dropDoiPmidAndUrl))
      .format("bibliography", {
        style: "vancouver",
        lang: "en-US",
        format: "text",
        nosort: true,
        asEntryArray: true,
      })
      // The style numbers every bibliography from 1. Here each entry is used alone.
      .map(([id, text]): [string, string] => [id, text.replace(/^\d+\. /, "").trim()])
  );
}

/** Returns the fields to print. URL and identifiers are left out, because pages show them as links next to the text. */
function dropDoiPmidAndUrl({ DOI, PMID, URL, ...printed }: Reference) {
  return printed;
}

// Makes the citation of an answer, as text and as RIS: the build formats it, so that the app needs no
// library.

// The plug-in for RIS has no types of its own.
declare module "@citation-js/core" {
  namespace plugins.output {
    interface Formats {
      ris: () => string;
    }
  }
}

/**
 * Returns the citation of an answer from these data, as text in Vancouver style and as RIS; both have
 * `addressPlaceholder` in place of the address of the answer.
 *
 * @param date The date of the data, such as `2026-11-20`.
 */
export function makeAnswerCitation(dataVersion: string, date: string): AnswerCitation {
  const cite = new Cite([
    {
      id: "myeloma-compare",
      type: "webpage",
      // The title is short, because the library breaks longer lines of RIS.
      title: `CAR-T or bispecific antibody, data ${dataVersion}`,
      "container-title": "Myeloma Compare",
      URL: addressPlaceholder,
      issued: { "date-parts": [date.split("-").map(Number)] },
    },
  ]);
  const text = cite.format("bibliography", { style: "vancouver", lang: "en-US", format: "text" });
  return {
    text: text.replace(/^1\. /, "").trim(),
    ris: cite.format("ris").replace(/\r?\n/g, "\r\n"),
  };
}
