/** The report as a page of the site. */
import { render } from "preact-render-to-string";
import { Report } from "#presentation/report/report.tsx";
import type { ReportParts } from "#presentation/report/report-parts.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import { assets } from "#widget/generated/assets.ts";
import { reportStyles } from "#widget/generated/styles.ts";
import { htmlDocument } from "../html/document.ts";
import { SiteFrame } from "../html/site-frame.tsx";
import { siteName } from "../html/site-name.ts";

export function reportPage(parts: ReportParts, words: Catalogue): string {
  const { report, screen } = words;
  return htmlDocument({
    language: screen.language,
    title: `${screen.title}: ${report.title} – ${siteName}`,
    description: report.description,
    script: assets.report,
    styles: reportStyles,
    body: render(
      <SiteFrame words={words} current="report">
        <Report parts={parts} words={words} />
      </SiteFrame>,
    ),
  });
}
