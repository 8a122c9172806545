/** The report as a page: page one, every row opened, and the evidence beside them. */

import type { VNode } from "preact";
import { assets } from "#generated/assets.ts";
import { reportStyles } from "#generated/styles.ts";
import { screen } from "#presentation/words/screen.ts";
import { Checks } from "#widget/row/checks.tsx";
import { linkDateNote } from "../../answers/link-date.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Fold } from "../kit/fold.tsx";
import { Compared, LateNeurotoxicity } from "./compared.tsx";
import { Counts } from "./counts.tsx";
import { FirstPage } from "./first-page.tsx";
import { LeftOut } from "./left-out.tsx";
import { HowToCite, Method } from "./method.tsx";
import { Outcome } from "./outcome.tsx";
import { Patients } from "./patients.tsx";
import { ReferenceList, ReferencesOf } from "./references.tsx";
import { hasPart, type ReportView } from "./report-view.ts";
import { Survival } from "./survival.tsx";

const title = "Report";

/** @param older The date of the data that the link was made with, if they were older. */
export function reportPage(report: ReportView, older: string | null): string {
  return page({
    title: `${screen.title}: ${title}`,
    description:
      "What separate studies of CAR-T cells and bispecific antibodies showed: every number, every study, every source.",
    content: (
      <ReferencesOf.Provider value={new Map()}>
        <main class={isLong(report) ? "page report long" : "page report"}>
          <OlderData date={older} />
          <div class="root">
            <FirstPage report={report} />
            {report.extent === "whole" ? <Whole report={report} /> : <Short report={report} />}
          </div>
        </main>
      </ReferencesOf.Provider>
    ),
  });
}

export function OlderData({ date }: { date: string | null }) {
  return date === null ? null : <p role="note">{linkDateNote(date)}</p>;
}

/** More outcomes, or trials of one, are unfolded one by one. */
const mostOpen = 12;

function isLong({ rows }: ReportView): boolean {
  const trials = rows.map(({ tables }) =>
    tables.reduce(
      (sum, { products }) => sum + products.reduce((of, product) => of + product.trials.length, 0),
      0,
    ),
  );
  return rows.length > mostOpen || Math.max(0, ...trials) > mostOpen;
}

function Whole({ report }: { report: ReportView }) {
  const { rows, links, survival } = report;
  const isFolded = isLong(report);
  const shown = rows.filter(hasPart);
  return (
    <>
      <section id="outcomes">
        <h2>Outcome by outcome</h2>
        {shown.length > 0 && <p class="key">{legend}</p>}
        {shown.map((row) => (
          <Outcome key={row.outcome} row={row} links={links} isFolded={isFolded} />
        ))}
        <LateNeurotoxicity report={report} />
      </section>
      <Compared report={report} />
      {survival && <Survival survival={survival} />}
      <Patients report={report} />
      <LeftOut report={report} />
      <Method report={report} />
      <References />
      <Citation report={report} />
    </>
  );
}

const legend =
  "Of 100 treated patients, at the primary data cut unless a line says otherwise. Published pools are meta-analyses by others, of studies they chose; never mixed with ours. Times stand as each study reported them.";

/** Page one with how sure its differences are, and the counts behind its numbers. */
function Short({ report }: { report: ReportView }) {
  const checked = report.rows.flatMap(({ outcome, title: name, checks }) =>
    checks && checks.lines.length > 1 ? [{ outcome, name, checks }] : [],
  );
  const shown = isLong(report) ? checked.slice(0, 2) : checked;
  return (
    <>
      {shown.length > 0 && (
        <section id="holds">
          <h2>How sure</h2>
          <div class="parts">
            {shown.map(({ outcome, name, checks }) => (
              <article key={outcome}>
                <h3>{name}</h3>
                <Checks checks={checks} />
              </article>
            ))}
          </div>
        </section>
      )}
      <Counts rows={report.rows} />
      {report.survival && report.overview.kind === "survival" && (
        <Survival survival={report.survival} />
      )}
      <Method report={report} />
      <References />
      <Citation report={report} />
    </>
  );
}

export function References() {
  return (
    <section id="references">
      <h2>Sources</h2>
      <Fold id="sources" title="All sources, with the places that were read">
        <ReferenceList />
      </Fold>
    </section>
  );
}

function Citation({ report: { citation, links, answer } }: { report: ReportView }) {
  const { files } = links;
  return (
    <HowToCite
      citation={citation}
      ris={files.ris}
      answer={answer}
      files={[
        { text: "Change the question: Compare", href: files.compare },
        { text: "Products side by side, each as counted", href: files.products },
        { text: "Explore one outcome: groups, meta-regression, published", href: files.explore },
        { text: "All numbers as a table (CSV)", href: files.csv },
        { text: "The answer as data (JSON)", href: files.json },
        { text: "Fit again (R script)", href: files.r },
        { text: "Report an error", href: files.error },
      ]}
    />
  );
}

interface Page {
  title: string;
  description: string;
  content: VNode;
}

export function page(parts: Page): string {
  return sitePage({
    ...parts,
    scripts: [assets.report],
    styles: reportStyles,
    current: "report",
  });
}
