/** The two classes: the verdict, then one table of outcomes, each with its own numbers. */
import type { VNode } from "preact";
import { therapyClasses } from "#data/vocabulary.ts";
import { columnOf } from "#presentation/statement/column.ts";
import { foldedRows } from "#presentation/statement/numberless-rows.ts";
import type { GroupName, RowStatement } from "#presentation/statement/row.ts";
import { isEmpty } from "#presentation/statement/statement.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { reachOf } from "#presentation/svg/strip.tsx";
import { GroupHead } from "../group-head.tsx";
import type { View, ViewProps } from "../shell.tsx";
import { Head } from "./head.tsx";
import { Row } from "./row.tsx";
import { Unreported } from "./without-number.tsx";

export const classes: View<"classes"> = { Head, Body: Table };

const groups: readonly GroupName[] = ["efficacy", "toxicity", "survival"];

/** The outcomes by what they are about, then those without any number. */
function Table(props: ViewProps) {
  const { view, strings } = props;
  if (isEmpty(view)) return null;
  const { rows, folded } = foldedRows(view.rows);
  const column = columnOf(rows) ?? strings.withCarT;
  const isCompared = rows.some(({ difference }) => difference);
  const lists = groups
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group) }))
    .filter((list) => list.rows.length > 0);
  return (
    <>
      {/* Screen readers hear it with every row. */}
      <p class="heads" aria-hidden="true">
        <span>
          {view.ofWhom}
          {isCompared && <span class="narrow">{strings.moreOrFewer(column)}</span>}
        </span>
        {therapyClasses.map((group) => (
          <span key={group} class={group}>
            <Mark group={group} />
            {`\u00a0${view.names[group]}`}
          </span>
        ))}
        {isCompared && (
          <span class="column">
            <span>{strings.fewer}</span> <span>{column}</span> <span>{strings.more}</span>
          </span>
        )}
      </p>
      {lists.map((list) => (
        <Group key={list.group} {...props} {...list} all={rows} isAlone={lists.length === 1} />
      ))}
      <Unreported {...props} folded={folded} />
    </>
  );
}

interface GroupProps extends ViewProps {
  group: GroupName;
  rows: readonly RowStatement[];
  all: readonly RowStatement[];
  /** The question is about this group only. */
  isAlone: boolean;
}

function Group(props: GroupProps) {
  const { group, rows, all, isAlone, strings } = props;
  const title = strings.groups[group];
  return (
    <section class="group">
      {group === "efficacy" || isAlone ? (
        <h3 class="hidden">{title}</h3>
      ) : (
        <GroupHead {...props} title={title} leadsTo={group} />
      )}
      <ol class="rows">{rows.map(drawing(props, all))}</ol>
    </section>
  );
}

/** Draws one row as usual; the differences of all rows are on one axis. */
export type Draw = (row: RowStatement) => VNode;

export function drawing(props: ViewProps, rows: readonly RowStatement[], Drawn = Row): Draw {
  const { strings, view, stale = false, openRow, act } = props;
  const column = columnOf(rows) ?? strings.withCarT;
  const reach = reachOf(rows.flatMap(({ difference }) => difference ?? []));
  return (row) => (
    <Drawn
      key={row.outcome}
      row={row}
      strings={strings}
      names={view.names}
      column={column}
      reach={reach}
      isLead={row.outcome === view.headlineOutcome}
      previous={stale}
      open={row.outcome === openRow}
      onToggle={act && (() => act.toggleRow(row.outcome))}
    />
  );
}
