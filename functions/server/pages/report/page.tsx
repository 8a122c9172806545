/** The report as a page of the site. */

import type { ComponentChild } from "preact";
import { render } from "preact-render-to-string";
import { assets } from "#generated/assets.ts";
import { reportStyles } from "#generated/styles.ts";
import { Report } from "#presentation/report/report.tsx";
import type { ReportParts } from "#presentation/report/report-parts.ts";
import { SideBySide, type SideBySideParts, titleOf } from "#presentation/report/side-by-side.tsx";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { AsOfNote } from "../changes/as-of-note.tsx";
import type { HistoricRows } from "../changes/since.ts";
import { htmlDocument } from "../html/document.ts";
import { SiteFrame } from "../html/site-frame.tsx";
import { siteName } from "../html/site-name.ts";

/** @param asOf The earlier version of the data that the link was made with, if any. */
export function reportPage(parts: ReportParts, words: Catalogue, asOf: string | null): string {
  const { report, screen } = words;
  return page(words, {
    title: `${screen.title}: ${report.title}`,
    description: report.description,
    content: <Report parts={parts} words={words} note={noteOf(parts.comparison, asOf, words)} />,
  });
}

export function sideBySidePage(
  parts: SideBySideParts,
  words: Catalogue,
  asOf: string | null,
): string {
  // The history holds the two classes only.
  const note = noteOf({ ...parts.comparison, outcomes: [] }, asOf, words);
  return page(words, {
    title: titleOf(parts.comparison, words),
    description: words.report.sideBySide.description,
    content: <SideBySide parts={parts} words={words} note={note} />,
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

function page(words: Catalogue, { title, description, content }: Page): string {
  return htmlDocument({
    language: words.screen.language,
    title: `${title} – ${siteName}`,
    description,
    script: assets.report,
    styles: reportStyles,
    body: render(
      <SiteFrame words={words} current="report">
        {content}
      </SiteFrame>,
    ),
  });
}
