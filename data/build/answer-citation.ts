/** Makes the citation of an answer, as text and as RIS: the build formats it, so that the app needs no library. */
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { type AnswerCitation, addressPlaceholder } from "../answer-citation.ts";

// The plug-in for RIS has no types of its own.
declare module "@citation-js/core" {
  namespace plugins.output {
    interface Formats {
      ris: () => string;
    }
  }
}

/** @param date Of the data, as `2026-11-20`. */
export function makeAnswerCitation(dataVersion: string, date: string): AnswerCitation {
  const cite = new Cite([
    {
      id: "myeloma-compare",
      type: "webpage",
      // Short, because the library breaks longer lines of RIS.
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
