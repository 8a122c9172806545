/** The report as a page of the site. */
import type { ComponentChild } from "preact";
import { assets } from "#generated/assets.ts";
import { reportStyles } from "#generated/styles.ts";
import { DocumentMain } from "#presentation/report/as-html.tsx";
import { reportOf } from "#presentation/report/report.ts";
import type { ReportParts } from "#presentation/report/report-parts.ts";
import { type SideBySideParts, sideBySideOf } from "#presentation/report/side-by-side.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { AsOfNote } from "../changes/as-of-note.tsx";
import type { HistoricRows } from "../changes/since.ts";
import { sitePage } from "../html/site-frame.tsx";

/** @param asOf The earlier version of the data that the link was made with, if any. */
export function reportPage(parts: ReportParts, words: Catalogue, asOf: string | null): string {
  const { report, screen } = words;
  const { comparison, extent } = parts;
  return page(words, {
    title: `${screen.title}: ${report.title}`,
    description: report.description,
    content: (
      <DocumentMain
        document={reportOf(parts, words)}
        extent={extent}
        {...(extent === "whole" && { contents: report.contents })}
        note={noteOf(comparison, asOf, words)}
      />
    ),
  });
}

export function sideBySidePage(
  parts: SideBySideParts,
  words: Catalogue,
  asOf: string | null,
): string {
  const document = sideBySideOf(parts, words);
  // The history holds the two classes only.
  const note = noteOf({ ...parts.comparison, outcomes: [] }, asOf, words);
  return page(words, {
    title: document.title,
    description: words.report.sideBySide.description,
    content: <DocumentMain document={document} extent="whole" note={note} />,
  });
}

function noteOf(comparison: HistoricRows, asOf: string | null, words: Catalogue): ComponentChild {
  return asOf && <AsOfNote comparison={comparison} asOf={asOf} words={words} />;
}

interface Page {
  title: string;
  description: string;
  content: ComponentChild;
}

function page(words: Catalogue, parts: Page): string {
  return sitePage({
    ...parts,
    language: words.screen.language,
    script: assets.report,
    styles: reportStyles,
    current: "report",
  });
}
