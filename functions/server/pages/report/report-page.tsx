/** Draws the report as a page: page one, every row opened, and the evidence next to the rows. */

import type { ComponentChildren } from "preact";
import { assets } from "#generated/assets.ts";
import { reportStyles } from "#generated/styles.ts";
import { describeKey } from "#presentation/row/key.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Section } from "../kit/kit.tsx";
import { Compared, LateNeurotoxicity } from "./compared.tsx";
import { FirstPage } from "./first-page.tsx";
import { HowToCite, LeftOut, Method } from "./method.tsx";
import { ReportedOutcome, WithNumberedSources } from "./outcome.tsx";
import { Patients } from "./patients.tsx";
import { References, ReferencesOf } from "./references.tsx";
import { hasPart, type ReportView } from "./report-view.ts";
import { Survival } from "./survival.tsx";

/** @param linkNote Says that the link was made with other data, if it was. */
export function reportPage(report: ReportView, linkNote: string | null): string {
  const isLong = isLongOf(report);
  const { files } = report.links;
  return reportDocument({
    title: `${elementTexts.title}: Report`,
    description:
      "What separate trials of CAR-T cells and bispecific antibodies reported: every number with its trial and source.",
    look: isLong ? "page report long" : "page report",
    linkNote,
    children: (
      <>
        <FirstPage report={report} />
        <Whole report={report} isLong={isLong} />
        <Method report={report} />
        <References />
        <HowToCite
          citation={report.citation}
          answer={report.answer}
          files={files}
          hasRis
          pages={[
            { text: "Change the question: Compare", href: files.compare },
            { text: "Drugs side by side, each as counted", href: files.products },
            {
              text: "Explore one outcome: groups, meta-regression, published",
              href: files.explore,
            },
          ]}
        />
      </>
    ),
  });
}

interface Page {
  title: string;
  description: string;
  look?: string;
  linkNote: string | null;
  children: ComponentChildren;
}

/** Makes the frame of a report, which numbers its sources as they are drawn. */
export function reportDocument({
  title,
  description,
  look = "page report",
  linkNote,
  children,
}: Page): string {
  return sitePage({
    title,
    description,
    scripts: [assets.report],
    styles: reportStyles,
    current: "report",
    content: (
      <ReferencesOf.Provider value={new Map()}>
        <main class={look}>
          {linkNote !== null && <p role="note">{linkNote}</p>}
          <div class="root">
            <WithNumberedSources>{children}</WithNumberedSources>
          </div>
        </main>
      </ReferencesOf.Provider>
    ),
  });
}

/** With more outcomes, or trials of one outcome, each is folded. */
const mostOpen = 12;

function isLongOf({ rows }: ReportView): boolean {
  const trials = rows.map(({ tables }) => tables.flatMap((table) => table.trials).length);
  return Math.max(rows.length, ...trials) > mostOpen;
}

interface ReportPartProps {
  report: ReportView;
  isLong: boolean;
}

function Whole({ report, isLong }: ReportPartProps) {
  const { rows, links, families, answer, reviews } = report;
  const opened = rows.filter(hasPart);
  return (
    <>
      <Section id="outcomes" title="Outcome by outcome">
        {opened.length > 0 && (
          <p class="key">
            {describeKey(opened.map(({ head }) => head.view))} {legend}
          </p>
        )}
        {opened.map((row) => (
          <ReportedOutcome key={row.outcome} row={row} links={links} isFolded={isLong} />
        ))}
        <LateNeurotoxicity answer={answer} />
      </Section>
      <Compared answer={answer} />
      <Survival families={families} />
      <Patients answer={answer} reviews={reviews} />
      <LeftOut answer={answer} links={links} />
    </>
  );
}

const legend =
  "Of 100 treated patients, at the primary data cut unless a line says otherwise. Published pools are meta-analyses by others, of studies they chose; never mixed with ours. Times stand as each study reported them.";
