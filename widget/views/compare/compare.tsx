/**
 * The Compare view: the answer as a sentence, the filters, the rows. The server and the widget draw
 * the same markup.
 */

import type { ComponentChildren, VNode } from "preact";
import { therapyClasses } from "#data/vocabulary.ts";
import { columnOf } from "#presentation/statement/column.ts";
import type { Headline, Segment } from "#presentation/statement/headline.ts";
import type { RowStatement, SectionName } from "#presentation/statement/row.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { DrawnWords, SheetName, Tab } from "#presentation/words/catalogue.ts";

import { withOutcome } from "../../answers/ordered-query.ts";
import { permalinkOf } from "../../page/standalone-page.ts";
import { Chevron } from "../chevron.tsx";
import { Mark } from "../mark.tsx";

import type { Copying } from "./copying.tsx";
import { Footer } from "./footer.tsx";
import { Row } from "./row.tsx";

/** What few views have; its code comes after the first view. */
export interface LaterParts {
  /** Replaces the rows when a class has no cohorts. */
  relax?: ComponentChildren;
  /** Draws the rows of a section that has survival at several months; `null` for other sections. */
  grid?: ((section: SectionProps, draw: Draw) => ComponentChildren) | undefined;
  /** The rows that are drawn, if not all of them. */
  rows?: readonly RowStatement[];
  /** Draws the line with the outcomes that have no number. */
  unreported?: ((props: Props, draw: Draw) => ComponentChildren) | undefined;
}

type Draw = (row: RowStatement) => VNode;

interface Props extends LaterParts {
  view: Statement;
  strings: DrawnWords;
  /** The numbers are old, because new ones are loading. */
  stale?: boolean;
  /** The filters are above the rows, because they cannot stick to the screen. */
  inlineFilters?: boolean;
  /** If the numbers are stale: the outcomes whose rows are new already. */
  fresh?: readonly string[];
  openRows?: readonly string[];
  onToggleRow?: ((outcome: string) => void) | undefined;
  onOpenSheet?: ((name: SheetName) => void) | undefined;
  onReset?: (() => void) | undefined;
  onTab?: ((tab: Tab) => void) | undefined;
  /** A line about loading, errors or ignored parameters. */
  status?: ComponentChildren;
  /** What an opened row shows. */
  detail?: (outcome: string) => ComponentChildren;
  /** Origin of the service; empty on its own pages. */
  site: string;
  /** Address of another question; on a page of ours with the look of the page. */
  linkTo?: typeof permalinkOf;
  copy?: Copying | undefined;
}

export function Compare(props: Props) {
  const { view, strings, stale, inlineFilters, status, onOpenSheet, onReset, relax } = props;
  const { site, copy, rows = view.rows } = props;
  const anyCohort = Object.values(view.cohorts).some((count) => count > 0);
  return (
    <div class={`compare${stale ? " stale" : ""}${inlineFilters ? " inline-filters" : ""}`}>
      <header class="top">
        <p class="title">
          <strong>{strings.title}</strong>
          <span class="muted">
            {strings.dataDate(view.dataDate && strings.date(view.dataDate))}
          </span>
        </p>
        <HeadlineText headline={view.headline} />
        <p class="doubt">
          {view.headline.harm && <span class="harm">{view.headline.harm} </span>}
          {view.headline.doubt}
        </p>
        <p class="doubt scope">
          <button
            type="button"
            class="region"
            aria-haspopup="dialog"
            disabled={!onOpenSheet}
            onClick={onOpenSheet && (() => onOpenSheet("availability"))}
          >
            {strings.chip.availability}: <u>{view.region}</u> <Chevron />
          </button>{" "}
          {view.asked} {view.oneRegion}{" "}
          {view.canonical !== view.reset && (
            <button type="button" class="reset" disabled={!onReset} onClick={onReset}>
              {strings.sheet.reset}
            </button>
          )}
        </p>
      </header>
      <Chips view={view} strings={strings} onOpenSheet={onOpenSheet} />
      {status}
      {relax}
      {anyCohort && <Legend products={view.products} strings={strings} />}
      <Tabs {...props} />
      {anyCohort &&
        runsBySection(rows).map((run) => (
          <Section key={run.rows[0]?.outcome} {...props} {...run} />
        ))}
      {anyCohort && props.unreported?.(props, drawing(props, strings.withCarT))}
      <Footer key={view.canonical} view={view} strings={strings} site={site} copy={copy} />
    </div>
  );
}

function HeadlineText({ headline }: { headline: Headline }) {
  return (
    <h2 class="headline" part="headline">
      {headline.efficacy.map(segment)}
    </h2>
  );
}

function segment(part: Segment) {
  if (typeof part === "string") return part;
  return (
    <strong key={part.group} class={part.group}>
      <Mark group={part.group} />
      {part.text}
    </strong>
  );
}

/** Explains the marks, the products behind the headline, and what the numbers count. */
function Legend({ products, strings }: { products: Statement["products"]; strings: DrawnWords }) {
  return (
    <ul class="legend">
      {products.label && <li>{products.label}:</li>}
      {therapyClasses.map((group) => (
        <li key={group}>
          <Mark group={group} /> <strong>{strings.className[group]}</strong> {products[group]}
        </li>
      ))}
      <li>{strings.rule}</li>
    </ul>
  );
}

const tabs = ["summary", "efficacy", "toxicity", "survival"] as const;

/** Links, which work without a script. No landmark, because a page may have several widgets. */
function Tabs({ view: { canonical }, strings, site, onTab, linkTo = permalinkOf }: Props) {
  const asked = new URLSearchParams(canonical).get("outcome") ?? tabs[0];
  return (
    <fieldset class="tabs" aria-label={strings.tabs.label}>
      {tabs.map((tab) => (
        <a
          key={tab}
          href={linkTo(site, withOutcome(canonical, tab))}
          aria-current={tab === asked || undefined}
          onClick={
            onTab &&
            ((event) => {
              // Another tab or window was asked for.
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onTab(tab);
            })
          }
        >
          {strings.tabs[tab]}
        </a>
      ))}
    </fieldset>
  );
}

function Chips({ view, strings, onOpenSheet }: Pick<Props, "view" | "strings" | "onOpenSheet">) {
  return (
    <fieldset class="chips" part="filters" aria-label={strings.filters}>
      {view.chips.map(({ name, value, changed }) => (
        <button
          key={name}
          type="button"
          class={`chip${changed ? " changed" : ""}`}
          aria-haspopup="dialog"
          disabled={!onOpenSheet}
          onClick={onOpenSheet && (() => onOpenSheet(name))}
        >
          <span class="muted">{strings.chip[name]}</span> <span class="value">{value}</span>
          <Chevron />
        </button>
      ))}
    </fieldset>
  );
}

interface Run {
  name: SectionName;
  rows: RowStatement[];
}

export type SectionProps = Props & Run;

/** @param column What the differences are with, if a row says nothing else. */
function drawing(props: Props, column: string): Draw {
  const { strings, stale = false, fresh = [], openRows = [], onToggleRow, detail } = props;
  return (row) => (
    <Row
      key={row.outcome}
      row={row}
      strings={strings}
      column={column}
      previous={stale && !fresh.includes(row.outcome)}
      open={openRows.includes(row.outcome)}
      onToggle={onToggleRow && (() => onToggleRow(row.outcome))}
    >
      {detail?.(row.outcome)}
    </Row>
  );
}

function Section(props: SectionProps) {
  const { name, rows, strings } = props;
  // If no row speaks of the class, its only product stands above them.
  const column = columnOf(rows) ?? strings.withCarT;
  const draw = drawing(props, column);
  return (
    <section>
      <h3 class="group" part="section">
        <span>
          <strong>{strings[name]}</strong> –{" "}
          {name === "harm" ? strings.harmRule : strings.benefitRule}
        </span>
        {/* Heading of the column of differences; screen readers get it with every row. */}
        {rows.some(({ difference }) => difference) && (
          <span class="column" aria-hidden="true">
            {column}
          </span>
        )}
      </h3>
      {props.grid?.(props, draw) ?? <ol class="rows">{rows.map(draw)}</ol>}
    </section>
  );
}

/** Groups neighbouring rows of a section. The order of the rows is that of the vocabulary. */
function runsBySection(rows: readonly RowStatement[]): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.name === row.section) run.rows.push(row);
    else runs.push({ name: row.section, rows: [row] });
  }
  return runs;
}
