/** The two classes: what a reader sees first, then the compared outcomes, and those that cannot be. */
import type { ComponentChildren, VNode } from "preact";
import { therapyClasses } from "#data/vocabulary.ts";
import { foldedRows } from "#presentation/screen/unreported.ts";
import { columnOf, countsFirst } from "#presentation/statement/column.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { Screen } from "#presentation/statement/screen.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { reachOf } from "#presentation/svg/strip.tsx";
import type { View, ViewProps } from "../shell.tsx";
import { Told } from "./head.tsx";
import { Row } from "./row.tsx";
import { Unreported } from "./without-number.tsx";

export const classes: View<"classes"> = { Head, Body: Rows };

/** Draws one row as usual. */
export type Draw = (row: RowStatement) => VNode;

/** What the view draws as rows: survival has some of them with its own parts. */
function rowsOf({ view }: Pick<ViewProps, "view">, own: readonly string[] = []) {
  const { told } = view;
  const { rows, folded } = foldedRows(view.rows.filter(({ outcome }) => !own.includes(outcome)));
  const others = rows.filter(({ outcome }) => outcome !== told);
  // Where nobody answers, nothing leads.
  const counts = hasCohorts(view) ? countsFirst(view, others) : undefined;
  return { told: rows.find(({ outcome }) => outcome === told), others, counts, folded };
}

const hasCohorts = ({ cohorts }: Screen) => Object.values(cohorts).some((count) => count > 0);

interface HeadProps extends ViewProps {
  /** Outcomes whose rows are drawn elsewhere. */
  own?: readonly string[];
}

export function Head({ own, ...props }: HeadProps) {
  const { view, strings, share, offer } = props;
  const { told, others, counts } = rowsOf(props, own);
  const draw = drawing(props, others);
  return (
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
      offer={offer}
      {...(told ? stateOf(told, props) : { open: false })}
    />
  );
}

interface RowsProps extends HeadProps {
  /** Draws what follows the rows. */
  after?: (draw: Draw) => ComponentChildren;
}

/** The compared outcomes as a table, then those that cannot be compared, and those without a number. */
export function Rows({ own, after, ...props }: RowsProps) {
  const { view, strings } = props;
  if (!hasCohorts(view)) return null;
  const { others, counts, folded } = rowsOf(props, own);
  const draw = drawing(props, others);
  const rows = others.filter((row) => row !== counts);
  const compared = rows.filter(({ difference }) => difference);
  const apart = rows.filter(({ difference }) => !difference);
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
          <ol class="rows">{apart.map(draw)}</ol>
        </section>
      )}
      {after?.(draw)}
      <Unreported {...props} folded={folded} draw={draw} />
    </>
  );
}

/** Differences of all rows are drawn on one axis. */
function drawing(props: ViewProps, rows: readonly RowStatement[]): Draw {
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

/** Whether a row is open, or still that of the previous question, and what it shows. */
function stateOf({ outcome }: RowStatement, props: ViewProps) {
  const { stale = false, openRows = [], act, detail, changed } = props;
  return {
    changed: changed?.includes(outcome),
    previous: stale,
    open: openRows.includes(outcome),
    onToggle: act && (() => act.toggleRow(outcome)),
    children: detail?.(outcome),
  };
}
