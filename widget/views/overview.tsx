/** Both classes: the outcomes on one axis, under their headings, then those of which nothing is reported. */
import { Fragment } from "preact";
import type { RowView } from "#presentation/row/row-view.ts";
import { RandomisedTrials } from "../row/randomised.tsx";
import { OutcomeRow } from "../row/row.tsx";
import { AxisHead } from "../row/strip.tsx";
import { Unreported } from "../row/unreported.tsx";
import { FoldedBefore } from "./before-treatment.tsx";
import { CertaintyBox, Headline } from "./headline.tsx";
import type { Act, ViewParts, ViewProps } from "./shell.tsx";

export const overviewView: ViewParts<"classes"> = { Head: Headline, Body: OverviewBody };

function OverviewBody(props: ViewProps) {
  const { view } = props;
  return (
    <>
      {view.randomised && <RandomisedTrials view={view.randomised} />}
      {view.randomised?.heading && view.rows.length > 0 && (
        <h3 class="trial">{view.randomised.heading}</h3>
      )}
      {view.doubt?.isOfClasses && <CertaintyBox doubt={view.doubt} />}
      <RowsOnAxis {...props} rows={view.rows} />
      {view.before && (
        <FoldedBefore before={view.before}>
          <RowsOnAxis {...props} rows={view.before.rows} />
        </FoldedBefore>
      )}
      {view.key && <p class="key">{view.key}</p>}
      <Unreported {...props} />
    </>
  );
}

interface RowsOnAxisProps extends Pick<ViewProps, "stale" | "openRow"> {
  act?: Pick<Act, "toggleRow"> | undefined;
  rows: readonly RowView[];
  /** Sets the heading level of rows that stand under no heading of their own. */
  level?: "h3" | "h4" | "h5";
}

/** Draws rows below their axis. */
export function RowsOnAxis({ rows, level = "h3", stale = false, openRow, act }: RowsOnAxisProps) {
  const lists = rowLists(rows);
  if (rows.length === 0) return null;
  return (
    <div class="table">
      <AxisHead />
      {lists.map(({ heading, rows: ofHeading }) => (
        <Fragment key={heading}>
          {heading && (
            <h3 class="heading" part="section">
              {heading}
            </h3>
          )}
          <ol class="rows">
            {ofHeading.map((row) => (
              <OutcomeRow
                key={row.outcome}
                row={row}
                previous={stale}
                open={row.outcome === openRow}
                heading={heading ? "h4" : level}
                onToggle={act && (() => act.toggleRow(row.outcome))}
              />
            ))}
          </ol>
        </Fragment>
      ))}
    </div>
  );
}

interface RowList {
  readonly heading: string;
  readonly rows: readonly RowView[];
}

/** Groups rows into lists: a row with a heading begins a new list. */
function rowLists(rows: readonly RowView[]): RowList[] {
  const starts = rows.flatMap(({ heading }, index) =>
    index === 0 || heading !== undefined ? [index] : [],
  );
  return starts.map((start, index) => ({
    heading: rows[start]?.heading ?? "",
    rows: rows.slice(start, starts[index + 1]),
  }));
}
