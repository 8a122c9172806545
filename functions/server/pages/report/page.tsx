/** The report as a page of the site. */
import type { ComponentChild, VNode } from "preact";
import { assets } from "#generated/assets.ts";
import { reportStyles } from "#generated/styles.ts";
import { reportOf } from "#presentation/report/report.ts";
import type { ReportParts } from "#presentation/report/report-parts.ts";
import { type SideBySideParts, sideBySideOf } from "#presentation/report/side-by-side.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { linkDateNote } from "../../answers/link-date.ts";
import { sitePage } from "../html/site-frame.tsx";
import { DocumentMain } from "./document-main.tsx";

/** @param older The date of the data that the link was made with, if they were older. */
export function reportPage(parts: ReportParts, words: Catalogue, older: string | null): string {
  const { report, screen } = words;
  const { extent } = parts;
  return page({
    title: `${screen.title}: ${report.title}`,
    description: report.description,
    content: (
      <DocumentMain
        document={reportOf(parts, words)}
        extent={extent}
        {...(extent === "whole" && { contents: report.contents })}
        note={noteOf(older)}
      />
    ),
  });
}

export function sideBySidePage(
  parts: SideBySideParts,
  words: Catalogue,
  older: string | null,
): string {
  const document = sideBySideOf(parts, words);
  return page({
    title: document.title,
    description: words.report.sideBySide.description,
    content: <DocumentMain document={document} extent="whole" note={noteOf(older)} />,
  });
}

function noteOf(older: string | null): ComponentChild {
  return older && <p role="note">{linkDateNote(older)}</p>;
}

interface Page {
  title: string;
  description: string;
  content: VNode;
}

function page(parts: Page): string {
  return sitePage({
    ...parts,
    scripts: [assets.report],
    styles: reportStyles,
    current: "report",
  });
}
