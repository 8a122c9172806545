/** Draws the report as a page: page one, every row opened, and the evidence next to the rows. */

import type { ComponentChildren } from "preact";
import { parseSurvivalFamily } from "#data/survival.ts";
import { assets } from "#generated/assets.ts";
import { reportStyles } from "#generated/styles.ts";
import type { SummaryRow } from "#presentation/report/summary-of-findings.ts";
import { describeKeyToMarks } from "#presentation/row/key.ts";
import type { TrialLine } from "#presentation/row/trial-lines.ts";
import { describeAnswerReview } from "#presentation/views/answer-texts.ts";
import { makeCountingRules } from "#presentation/views/counting-rules.ts";
import { placeNotes } from "#presentation/views/placed-notes.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { chooseStudyWord, divideGaps } from "#presentation/words/names.ts";
import { joinByCommas } from "#presentation/words/sentences.ts";
import { Notes } from "#widget/row/notes.tsx";
import { OpenedParts } from "#widget/row/opened-parts.tsx";
import { RandomisedTrials } from "#widget/row/randomised.tsx";
import {
  type LineSource,
  linkedSurface,
  type RowSurface,
  SurfaceProvider,
} from "#widget/row/surface.tsx";
import { CertaintyBox, Headline } from "#widget/views/headline.tsx";
import { renderSitePage } from "../html/site-frame.tsx";
import { Fold, RecordLink, Section } from "../kit/kit.tsx";
import { ComparedSection, LateNeurotoxicity } from "./compared.tsx";
import { HowToCite, LeftOutStudies, Method } from "./method.tsx";
import { Cite, OutcomeRead, References, ReferencesOf } from "./numbered-references.tsx";
import { Patients } from "./patients.tsx";
import { makeReportPath, type ReportLinks } from "./report-links.ts";
import { hasRowDetails, type ReportedRow, type ReportView } from "./report-view.ts";
import { ScopeOfSummary, Summary } from "./summary.tsx";
import { Survival } from "./survival.tsx";

// Draws one outcome of a report: its row, opened as in the panel of the element, with the numbers of its
// sources.

interface OutcomeProps {
  row: ReportedRow;
  links: Pick<ReportLinks, "forest" | "fitted">;
  /** True if the report has many outcomes or trials: each is then folded until a reader opens it. */
  isFolded: boolean;
}

function ReportedOutcome({ row, links, isFolded }: OutcomeProps) {
  const { outcome, title, head } = row;
  const parts = (
    <OutcomeRead.Provider value={head.view.label}>
      <div class="opened">
        <OpenedParts row={row} question={null} leaving={null} />
        <RowFileLinks row={row} links={links} />
      </div>
    </OutcomeRead.Provider>
  );
  if (isFolded) {
    return (
      <Fold id={outcome} title={title}>
        {parts}
      </Fold>
    );
  }
  return (
    <article id={outcome}>
      <h3>{title}</h3>
      <Fold id={`${outcome}-seen`} title="Numbers, analyses, trials, sources" look="narrow">
        {parts}
      </Fold>
    </article>
  );
}

/** Links to the files that fit and draw the row again; nothing without a number. */
function RowFileLinks({ row: { outcome, tables }, links }: Pick<OutcomeProps, "row" | "links">) {
  if (tables.length === 0) return null;
  return (
    <p class="files">
      <a href={links.fitted(outcome)}>Fit again (R script)</a>{" "}
      <a
        class="plot"
        href={links.forest(outcome)}
        data-label="Save as PNG"
        data-failed="Could not be saved: try again"
      >
        Forest plot (SVG)
      </a>
    </p>
  );
}

function NumberedFigures({ figures, review }: Pick<TrialLine, "figures" | "review">) {
  return (
    <>
      {figures.map(({ text, citation }) => (
        <small key={text}>
          {text}
          <Cite of={[citation]} />
        </small>
      ))}
      {review && <small>{review}</small>}
    </>
  );
}

function NumberedSources({ of }: { of: readonly LineSource[] }) {
  return <Cite of={of} />;
}

const FoldOfReport: RowSurface["Fold"] = ({ title, hasTrials, children }) => (
  <Fold title={title} look={hasTrials ? "narrow" : undefined}>
    {children}
  </Fold>
);

const surface: RowSurface = {
  ...linkedSurface,
  Fold: FoldOfReport,
  TrialName: RecordLink,
  Figures: NumberedFigures,
  Sources: NumberedSources,
};

/** Draws rows and trials with the numbers of their sources, which the report lists at its end. */
function NumberedSourcesProvider({ children }: { children: ComponentChildren }) {
  return <SurfaceProvider value={surface}>{children}</SurfaceProvider>;
}

/**
 * Returns the HTML of the report on both classes.
 *
 * @param linkNote Says that the link was made with other data, if it was.
 */
export function renderReportPage(report: ReportView, linkNote: string | null): string {
  const isLong = isLongReport(report);
  const { files } = report.links;
  return renderReportDocument({
    title: `${elementTexts.title}: Report`,
    description:
      "What separate trials of CAR-T cells and bispecific antibodies reported: every number with its trial and source.",
    look: isLong ? "page report long" : "page report",
    linkNote,
    children: (
      <>
        <FirstPage report={report} />
        <ReportSections report={report} isLong={isLong} />
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
export function renderReportDocument({
  title,
  description,
  look = "page report",
  linkNote,
  children,
}: Page): string {
  return renderSitePage({
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
            <NumberedSourcesProvider>{children}</NumberedSourcesProvider>
          </div>
        </main>
      </ReferencesOf.Provider>
    ),
  });
}

/** With more outcomes, or trials of one outcome, each is folded. */
const mostOpen = 12;

function isLongReport({ rows }: ReportView): boolean {
  const trials = rows.map(({ tables }) => tables.flatMap((table) => table.trials).length);
  return Math.max(rows.length, ...trials) > mostOpen;
}

interface ReportPartProps {
  report: ReportView;
  isLong: boolean;
}

function ReportSections({ report, isLong }: ReportPartProps) {
  const { rows, links, families, answer } = report;
  const opened = rows.filter(hasRowDetails);
  return (
    <>
      <Section id="outcomes" title="Outcome by outcome">
        {opened.length > 0 && (
          <p class="key">
            {describeKeyToMarks(opened.map(({ head }) => head.view))} {legend}
          </p>
        )}
        {opened.map((row) => (
          <ReportedOutcome key={row.outcome} row={row} links={links} isFolded={isLong} />
        ))}
        <LateNeurotoxicity answer={answer} />
      </Section>
      <ComparedSection answer={answer} />
      <Survival families={families} />
      <Patients answer={answer} />
      <LeftOutStudies answer={answer} links={links} />
    </>
  );
}

const legend =
  "Of 100 treated patients, at the primary data cut unless a line says otherwise. Published pools are meta-analyses by others, of studies they chose; never mixed with ours. Times stand as each study reported them.";

interface FirstPageProps {
  report: ReportView;
}

function FirstPage({ report }: FirstPageProps) {
  const { overview, answer, summary, families } = report;
  const { dataDate, unreported } = overview;
  const labels = placeNotes("report", answer)("labels").join(" ");
  const isOfSurvival = overview.kind === "survival";
  const trials = isOfSurvival ? families.map(({ view }) => view.randomised) : [overview.randomised];
  const isLed = trials.some((view) => view && view.tables.length > 0);
  const randomised = trials.map(
    (view, index) => view && <RandomisedTrials key={index} view={view} />,
  );
  return (
    <header data-view={overview.kind}>
      <h1>{makeCountingRules(answer).question}</h1>
      <Headline view={overview} />
      <p class="muted">
        {elementTexts.dataDate(formatDate(dataDate))}. {describeAnswerReview(answer)}{" "}
        {elementTexts.footer.audience}
      </p>
      <ScopeOfSummary answer={answer} />
      {isLed && randomised}
      {!isOfSurvival && overview.doubt?.isOfClasses && <CertaintyBox doubt={overview.doubt} />}
      {summary.rows.length > 0 && (
        <Summary
          summary={summary}
          noun={chooseStudyWord(answer.query)}
          hrefOf={(row) => findRowHref(row, report)}
        />
      )}
      {divideGaps(unreported).map(({ heading, of }) => (
        <p key={heading} class="muted">
          {heading} {of.map(({ name }) => name).join(" · ")}
        </p>
      ))}
      {/* The headline of classes has the line of these trials. */}
      {!isLed && overview.kind !== "classes" && randomised}
      <LeftOutForLabel report={report} />
      {labels && <p>{labels}</p>}
      <AnswerLimits notes={overview.notes} />
    </header>
  );
}

/** Returns the link to the part of the report about an outcome, or to another report; `null` if there is none. */
function findRowHref(
  { outcome, isElsewhere }: Pick<SummaryRow, "outcome" | "isElsewhere">,
  { rows, families, links }: ReportView,
): string | null {
  if (isElsewhere) return links.outcome(outcome);
  if (rows.some((row) => row.outcome === outcome && hasRowDetails(row))) return `#${outcome}`;
  return families.length > 0 && parseSurvivalFamily(outcome) !== null ? "#survival" : null;
}

/** Names what was left out for its label, or the class without a trial, with a link that brings it back. */
function LeftOutForLabel({
  report: {
    overview: { leftOut },
  },
}: FirstPageProps) {
  if (leftOut === null) return null;
  const { lead, text, offers } = leftOut;
  return (
    <p class="left-out">
      {lead && <strong>{lead} </strong>}
      {text}
      {offers.map(({ query, label, leadsTo }) => [
        " ",
        <a key={query} class="screen" href={makeReportPath(query)}>
          {joinByCommas([label, leadsTo])}
        </a>,
      ])}
    </p>
  );
}

/** Draws the limits, the most important first. */
function AnswerLimits({ notes }: Pick<Screen, "notes">) {
  if (notes.length === 0) return null;
  return (
    <section class="limits">
      <h2>Limits</h2>
      <Notes notes={notes} most={notes.length} />
    </section>
  );
}
