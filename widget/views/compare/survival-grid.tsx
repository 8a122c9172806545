/**
 * Survival at several months as one table: months as rows on a phone, as columns on a desktop. Not
 * part of the first view, because the default question has one month only. The server draws it,
 * too.
 */
// biome-ignore-all lint/a11y/noRedundantRoles: as a grid of CSS, a table is none for some browsers.

import type { ComponentChildren, VNode } from "preact";
import { therapyClasses } from "#data/vocabulary.ts";
import { gridStyles } from "#generated/grid-styles.ts";
import {
  type GridMonth,
  gridParts,
  hasGrid,
  isShown,
  type SurvivalGrid,
} from "#presentation/screen/survival-grid.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import { survival as words } from "#words/survival.ts";
import { adoptStyles } from "../../page/adopt-styles.ts";
import { Mark } from "../mark.tsx";
import type { SectionProps } from "./compare.tsx";
import { Opener } from "./opener.tsx";

/** Draws one row of the section as usual. */
type Draw = (row: RowStatement) => VNode;

/** Draws the rows of a section with grids; `null` if it has none. */
export function rowsWithGrids(section: SectionProps, draw: Draw): ComponentChildren {
  return hasGrid(section.rows)
    ? gridParts(section.rows).map((part) =>
        "grid" in part ? (
          <Grid key={part.grid.family} {...section} grid={part.grid} draw={draw} />
        ) : (
          <ol key={part.rows[0]?.outcome} class="rows">
            {part.rows.map(draw)}
          </ol>
        ),
      )
    : null;
}

interface GridProps extends Omit<SectionProps, "grid"> {
  grid: SurvivalGrid;
  draw: Draw;
}

const adopt = (node: Element | null) => adoptStyles(node, gridStyles);

function Grid(props: GridProps) {
  const { grid, strings, openRows = [], draw } = props;
  const { family, months, empty, medians } = grid;
  const opened = [...months, ...empty].filter(({ row }) => openRows.includes(row.outcome));
  return (
    <div class="survival" ref={adopt}>
      <h4 class="name" id={`grid-${family}`}>
        {words.title[family]}
      </h4>
      {months.length > 0 && (
        <table class="months" role="table" aria-labelledby={`grid-${family}`}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                <span class="hidden">{words.month}</span>
              </th>
              {therapyClasses.map((group) => (
                <th key={group} role="columnheader" scope="col">
                  <Mark group={group} /> {strings.className[group]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {months.map((month) => (
              <MonthLine key={month.month} {...props} month={month} />
            ))}
          </tbody>
        </table>
      )}
      {months.length > 1 && <p class="muted">{words.noCurve}</p>}
      <ul class="differences">
        {months
          .filter(({ row }) => therapyClasses.every((group) => isShown(row.sides[group])))
          .map(({ month, row }) => (
            <li key={month} aria-busy={isPrevious(row, props)}>
              {words.months(month)}: <Difference row={row} />
            </li>
          ))}
      </ul>
      {therapyClasses.map(
        (group) =>
          medians[group] && (
            <p key={group} class="printed">
              <Mark group={group} /> {strings.className[group]}: {medians[group]}
            </p>
          ),
      )}
      <p class="muted">
        {months.length > 0 && <span class="rule">{words.rule} </span>}
        {empty.length > 0 && (
          <>
            {words.empty}{" "}
            {empty.map((month) => (
              <Opener key={month.month} {...openerOf(month, props)}>
                {words.months(month.month)}
              </Opener>
            ))}
          </>
        )}
      </p>
      {opened.length > 0 && <ol class="rows">{opened.map(({ row }) => draw(row))}</ol>}
    </div>
  );
}

/** As in a row, but in one line: nothing stands above it. */
function Difference({ row: { difference, missing, beneath } }: { row: RowStatement }) {
  if (!difference) return <span class="muted">{missing}</span>;
  const { amount, sure, withWhat, note, range } = difference;
  return (
    <>
      <Mark group="car-t" /> <strong class={sure ? "" : "unsure"}>{amount}</strong>{" "}
      <span class="muted">{[withWhat, note, range, beneath].filter(Boolean).join(" ")}</span>
    </>
  );
}

/** Whether the numbers belong to the previous question. */
function isPrevious(
  { outcome }: RowStatement,
  { stale = false, fresh = [] }: Pick<GridProps, "stale" | "fresh">,
): true | undefined {
  return (stale && !fresh.includes(outcome)) || undefined;
}

function openerOf({ row: { outcome } }: GridMonth, { openRows = [], onToggleRow }: GridProps) {
  return { outcome, open: openRows.includes(outcome), onToggleRow };
}

interface MonthProps extends GridProps {
  month: GridMonth;
}

function MonthLine(props: MonthProps) {
  const { month, strings } = props;
  const { sides, caution } = month.row;
  return (
    <tr role="row" aria-busy={isPrevious(month.row, props)}>
      <th role="rowheader" scope="row">
        {words.months(month.month)}
        {caution && <span class="tag">{caution}</span>}
      </th>
      {therapyClasses.map((group) => {
        const { product, rate, range, evidence, thin, chain } = sides[group];
        return (
          <td key={group} role="cell" class={group}>
            {isShown(sides[group]) ? (
              <Opener {...openerOf(month, props)}>
                {rate !== null && (
                  <>
                    <strong>{rate}</strong> <span class="hidden">{strings.of100} </span>
                    <span class="muted range">{range}</span>{" "}
                  </>
                )}
                <small class={`${thin ? "thin" : ""}`}>
                  {product && `${product} `}
                  {evidence}
                </small>
                {chain && <small>{chain}</small>}
              </Opener>
            ) : (
              <span class="muted">
                <span aria-hidden="true">–</span>
                <span class="hidden">{words.none}</span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
