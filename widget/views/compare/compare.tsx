/**
 * The Compare view: the question as chips, the answer, the rows. The server and the widget draw the
 * same markup.
 */
import { type ComponentChildren, Fragment, type VNode } from "preact";
import { therapyClasses } from "#data/vocabulary.ts";
import { reachOf } from "#presentation/screen/strip.tsx";
import { apartOf } from "#presentation/statement/apart.ts";
import { columnOf, countsFirst } from "#presentation/statement/column.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { DrawnWords, SheetName, Tab } from "#presentation/words/catalogue.ts";
import { withOutcome } from "../../answers/ordered-query.ts";
import { permalinkOf } from "../../page/standalone-page.ts";
import { Chevron } from "../chevron.tsx";
import { Mark } from "../mark.tsx";
import { Footer } from "./footer.tsx";
import { Row } from "./row.tsx";
import { Told } from "./told.tsx";

/** What few views have; its code comes after the first view. */
export interface LaterParts {
  /** Replaces the rows when a class has no cohorts. */
  relax?: ComponentChildren;
  /** The rows that are drawn, if not all of them. */
  rows?: readonly RowStatement[];
  /** What stands in place of the answer and its rows. */
  instead?: ComponentChildren;
  /** Ways to copy the answer. */
  share?: ComponentChildren;
  /** What is offered beside them. */
  offer?: ComponentChildren;
  /** The outcomes whose rows are not as in the answer before. */
  changed?: readonly string[];
  /** Draws what follows the rows: survival, trial by trial, and the outcomes without a number. */
  after?: ((props: Props, draw: Draw) => ComponentChildren) | undefined;
}

type Draw = (row: RowStatement) => VNode;

interface Props extends LaterParts {
  view: Statement;
  strings: DrawnWords;
  /** The numbers are old, because new ones are loading. */
  stale?: boolean;
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
  /** The reader wants to copy, which is a part that comes later. */
  onShare?: (() => void) | undefined;
}

interface RowsProps extends Props {
  rows: readonly RowStatement[];
  draw: Draw;
}

export function Compare(props: Props) {
  const { view, strings, stale, status, relax, share, onShare, site, rows = view.rows } = props;
  const { instead } = props;
  const anyCohort = Object.values(view.cohorts).some((count) => count > 0);
  const told = rows.find(({ outcome }) => outcome === view.told);
  const others = rows.filter((row) => row !== told);
  const draw = drawing(props, others);
  const counts = anyCohort ? countsFirst(view, others) : undefined;
  return (
    <div class={`compare${stale ? " stale" : ""}`}>
      <Chips {...props} />
      {!instead && (
        <Told
          view={view}
          row={told}
          strings={strings}
          counts={
            counts && (
              <>
                <h3 class="hidden">{strings.apart}</h3>
                <ol class="rows">{draw(counts)}</ol>
              </>
            )
          }
          share={share}
          offer={props.offer}
          onShare={onShare}
          {...(told ? stateOf(told, props) : { open: false })}
        />
      )}
      {status}
      {relax}
      <Tabs {...props} />
      {instead ??
        (anyCohort && (
          <Rows {...props} rows={others.filter((row) => row !== counts)} draw={draw} />
        ))}
      <Footer view={view} strings={strings} site={site} />
    </div>
  );
}

/** Differences of all rows are drawn on one axis. */
function drawing(props: Props, rows: readonly RowStatement[]): Draw {
  const { strings, view } = props;
  const column = columnOf(rows) ?? strings.withCarT;
  const reach = reachOf(rows.flatMap(({ difference }) => difference ?? []));
  return (row) => (
    <Row
      key={row.outcome}
      row={row}
      strings={strings}
      names={view.names}
      column={column}
      reach={reach}
      {...stateOf(row, props)}
    />
  );
}

/** The compared outcomes as a table, then those that cannot be compared. */
function Rows(props: RowsProps) {
  const { rows, strings, view, draw } = props;
  const compared = rows.filter(({ difference }) => difference);
  const apart = apartOf(view, rows);
  return (
    <>
      {compared.length > 0 && (
        <>
          {view.told === null && (
            <p class="legend">
              {therapyClasses.map((group) => (
                <span key={group}>
                  <Mark group={group} /> {view.names[group]}
                </span>
              ))}
            </p>
          )}
          {/* Screen readers hear it with every row. */}
          <p class="heads" aria-hidden="true">
            {/* The rates above the table say so. */}
            <span>{view.told === null && strings.of100}</span>
            {therapyClasses.map((group) => (
              <span key={group} class={group}>
                <Mark group={group} /> <span class="wide">{view.names[group]}</span>
              </span>
            ))}
            <span class="column">
              {strings.fewer}
              <span>{columnOf(rows) ?? strings.withCarT}</span>
              {strings.more}
            </span>
          </p>
          <ol class="rows">{compared.map(draw)}</ol>
        </>
      )}
      {apart.length > 0 && (
        <section>
          <h3 class="group" part="section">
            {strings.apart}
          </h3>
          {apart.map(({ reason, rows: own }) => (
            <Fragment key={reason}>
              <p class="muted side beneath">{reason}</p>
              <ol class="rows">{own.map(draw)}</ol>
            </Fragment>
          ))}
        </section>
      )}
      {props.after?.(props, draw)}
    </>
  );
}

/** Whether a row is open, or still that of the previous question, and what it shows. */
function stateOf({ outcome }: RowStatement, props: Props) {
  const { stale = false, fresh = [], openRows = [], onToggleRow, detail, changed } = props;
  return {
    changed: changed?.includes(outcome),
    previous: stale && !fresh.includes(outcome),
    open: openRows.includes(outcome),
    onToggle: onToggleRow && (() => onToggleRow(outcome)),
    children: detail?.(outcome),
  };
}

const tabs: readonly Tab[] = ["summary", "efficacy", "toxicity", "survival"];

/** Links, which work without a script. No landmark, because a page may have several widgets. */
function Tabs({ view: { canonical }, strings, site, onTab, linkTo = permalinkOf }: Props) {
  const asked = new URLSearchParams(canonical).get("outcome") ?? "summary";
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

function Chips({ view, strings, onOpenSheet, onReset }: Props) {
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
          {value} <Chevron />
        </button>
      ))}
      {view.canonical !== view.reset && (
        <button type="button" class="chip reset" disabled={!onReset} onClick={onReset}>
          {strings.sheet.reset}
        </button>
      )}
    </fieldset>
  );
}
