/** Page one: the question, what separate trials saw and what makes it doubtful, and every outcome on one axis. */
import { Fragment } from "preact";
import { familyOf } from "#data/landmarks.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import { dateText } from "#presentation/words/dates.ts";
import { drawn } from "#presentation/words/element.ts";
import { Block } from "#widget/row/randomised.tsx";
import { RowHead, Sides } from "#widget/row/row.tsx";
import { Axis } from "#widget/row/strip.tsx";
import { Headline } from "#widget/views/headline.tsx";
import { Fold } from "../kit/fold.tsx";
import { Link } from "./link.tsx";
import { Cite } from "./references.tsx";
import { type Extent, extents, hasPart, type ReportView } from "./report-view.ts";

export function FirstPage({ report }: { report: ReportView }) {
  const { overview, question, extent, links } = report;
  const { dataDate, review, unreported, rows } = overview;
  return (
    <header class="compare" data-view={overview.kind}>
      <h1>{question.asked}</h1>
      <Headline view={overview} />
      <p class="muted">
        {drawn.dataDate(dateText(dataDate))}. {review} {drawn.footer.audience}{" "}
        <span class="lengths">
          {extents.map((length) => (
            <a
              key={length}
              href={links.extent(length)}
              aria-current={length === extent ? "true" : undefined}
            >
              {lengthNames[length]}
            </a>
          ))}
        </span>
      </p>
      <RandomisedFirst report={report} />
      <Overview rows={rows} report={report} />
      {unreported.length > 0 && (
        <p class="muted">
          {drawn.unreported} {unreported.map(({ name }) => name).join(" · ")}
        </p>
      )}
      <LeftOut report={report} />
      {report.labels && <p>{report.labels}</p>}
      <Limits report={report} />
    </header>
  );
}

const lengthNames: Readonly<Record<Extent, string>> = { short: "Two pages", whole: "In full" };

/** Trials that lead the answer, or have a line above its rows. */
function RandomisedFirst({ report: { overview, randomised } }: { report: ReportView }) {
  if (overview.randomised === null) return null;
  const { blocks, note } = overview.randomised;
  const drawnBlocks = blocks.filter(({ drawings }) => drawings.length > 0);
  const lines = blocks
    .filter(({ drawings }) => drawings.length === 0)
    .flatMap(({ texts }) => texts);
  return (
    <section class="randomised">
      {drawnBlocks.length > 0 && <Axis />}
      {drawnBlocks.map((block) => (
        <Block key={block.texts[0]} block={{ ...block, sources: [] }} />
      ))}
      <p>
        {lines.join(" ")}
        <Cite of={randomised.map(({ citation, href, tier }) => ({ text: citation, href, tier }))} />{" "}
        {note}
      </p>
    </section>
  );
}

interface OverviewProps {
  rows: readonly RowView[];
  report: ReportView;
}

function Overview({ rows, report }: OverviewProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <div class="table">
        <Axis />
        {listsOf(rows).map((list) => (
          <Fragment key={list[0]?.outcome}>
            {list[0]?.heading && <h2 class="heading">{list[0].heading}</h2>}
            <ol class="rows">
              {list.map((row) => (
                <OverviewRow key={row.outcome} row={row} href={hrefOf(row, report)} />
              ))}
            </ol>
          </Fragment>
        ))}
      </div>
      <p class="key">
        {drawn.key} {report.overview.names}
      </p>
    </>
  );
}

/** A heading begins a list of its own. */
function listsOf(rows: readonly RowView[]): (readonly RowView[])[] {
  const starts = rows.flatMap(({ heading }, index) =>
    index === 0 || heading !== undefined ? [index] : [],
  );
  return starts.map((start, index) => rows.slice(start, starts[index + 1]));
}

/** The part of the report about an outcome; `null` without one. */
function hrefOf({ outcome }: RowView, { extent, rows, survival }: ReportView): string | null {
  if (extent !== "whole") return null;
  if (rows.some((row) => row.outcome === outcome && hasPart(row))) return `#${outcome}`;
  return survival !== null && familyOf(outcome) !== null ? "#survival" : null;
}

function OverviewRow({ row, href }: { row: RowView; href: string | null }) {
  const { label, brief, status, notes, heard } = row;
  return (
    <li class="row">
      <RowHead status={status} heading="h3">
        <Link href={href}>{label}</Link>
        {brief && <small> {brief}</small>}
        <span class="hidden">. {heard}</span>
      </RowHead>
      <Sides row={row} />
      {notes.length > 0 && <p class="notes">{notes.join(" ")}</p>}
    </li>
  );
}

/** What was left out for its label, or which class has no trial, with what would bring it back. */
function LeftOut({ report: { overview } }: { report: ReportView }) {
  const { leftOut } = overview;
  if (leftOut === null) return null;
  const { lead, text, offers } = leftOut;
  return (
    <p class="left-out">
      {lead && <strong>{lead} </strong>}
      {text}
      {offers.map(({ query, label, leadsTo }) => [
        " ",
        <a key={query} class="screen" href={`/report?${query}`}>
          {[label, leadsTo].filter(Boolean).join(", ")}
        </a>,
      ])}
    </p>
  );
}

const mostLimits = 3;

/** The heaviest first. What an outcome says at length stands there, if it is here. */
function Limits({ report: { overview, collected, extent } }: { report: ReportView }) {
  const limits = overview.notes.filter((text) => extent === "short" || text !== collected);
  if (limits.length === 0) return null;
  const others = limits.slice(mostLimits);
  return (
    <section class="limits">
      <h2>Limits</h2>
      <ul class="notes columns">
        {limits.slice(0, mostLimits).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {others.length > 0 && (
        <Fold id="limits-others" title="Further limits" aside={others.length}>
          <ul class="notes">
            {others.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  );
}
