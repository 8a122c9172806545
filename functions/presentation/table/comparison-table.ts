/** The comparison as on the screen, for the clipboard: an HTML table, and text with tabs. */

import { therapyClasses } from "#data/vocabulary.ts";
import { columnOf } from "../row/column.ts";
import { foldedRows, foldedSentences } from "../row/numberless-rows.ts";
import type { RowStatement } from "../row/row-statement.ts";
import { isEmpty, type Statement } from "../views/statement.ts";
import type { Copy } from "../words/copied.ts";
import { dateText } from "../words/dates.ts";
import { nameOf } from "../words/row-name.ts";
import { screen } from "../words/screen.ts";
import { joinedClauses } from "../words/sentences.ts";
import { table } from "../words/table.ts";
import { widening } from "../words/widen-filters.ts";

/** What a copy is made of: the statement, and the evidence that was asked for in one line. */
export interface Copied {
  readonly view: Statement;
  readonly scope: string;
  /** How its numbers are made, where it is not as usual; else empty. */
  readonly made: string;
  /** What the rates are of all whose cells were collected; empty where it is not known. */
  readonly collected: string;
}

/** Four columns, which fit on a page in portrait, and the source beneath. */
export function comparisonTable({ view, scope, made }: Copied, permalink: string): Copy {
  const { title } = screen;
  const { rows, folded } = foldedRows(view.rows);
  const column = columnOf(rows) ?? screen.withCarT;
  const lines = rows.map((row) => cellsOf(row, column));
  const head = [
    table.outcome,
    ...therapyClasses.map((group) => table.rate(screen.className[group])),
    table.difference(column),
  ];
  const notes = [
    ...(isEmpty(view) ? [widening.empty] : foldedSentences(folded)),
    [scope, view.labels].filter(Boolean).join(". "),
    [table.typical, made, view.certainty].filter(Boolean).join(" "),
    ...sourceLines(view, permalink),
  ];
  return {
    text: [[title], head, ...lines, ...notes.map((note) => [note])]
      .map((cells) => cells.map(harmless).join("\t"))
      .join("\r\n"),
    html: htmlOf(title, head, lines, notes),
  };
}

/** Whom it is for, who reviewed it, and how to cite it. */
export function sourceLines(
  { dataDate, answerVersion, review }: Statement,
  link: string,
): string[] {
  return [
    [screen.footer.audience, review].filter(Boolean).join(" "),
    table.cite({ title: screen.title, date: dateText(dataDate), version: answerVersion, link }),
  ];
}

function cellsOf(row: RowStatement, column: string): string[] {
  return [
    nameOf(row),
    ...therapyClasses.map((group) => {
      const { product, rate, range, evidence, chain } = row.sides[group];
      const amount = [product, evidence].filter(Boolean).join(": ");
      return [rate && `${rate} ${range}`, amount, chain].filter(Boolean).join(", ") || table.none;
    }),
    row.difference
      ? joinedClauses([differenceText(row, row.difference, column), row.difference.strength])
      : row.missing
        ? table.notCompared(row.missing)
        : table.none,
  ];
}

/** @param column What needs not be said, because the heading says it. */
export function differenceText(
  { phrase }: RowStatement,
  { amount, withWhat, range }: NonNullable<RowStatement["difference"]>,
  column: string,
): string {
  const text = withWhat === column ? `${amount} ${phrase}` : `${amount} ${phrase} ${withWhat}`;
  return `${text} (${range})`;
}

function htmlOf(
  title: string,
  head: readonly string[],
  lines: readonly (readonly string[])[],
  notes: readonly string[],
): string {
  const cells = (open: string, close: string, texts: readonly string[]) =>
    texts.map((text) => `${open}${escaped(harmless(text))}${close}`).join("");
  const body = lines.map(
    ([name = "", ...rest]) =>
      `<tr>${cells('<th scope="row" align="left">', "</th>", [name])}${cells("<td>", "</td>", rest)}</tr>`,
  );
  return [
    // Word processors draw no lines and centre headings, unless these old attributes say otherwise.
    `<table border="1" cellspacing="0" cellpadding="4"><caption>${escaped(title)}</caption>`,
    `<thead><tr>${cells('<th scope="col" align="left">', "</th>", head)}</tr></thead>`,
    `<tbody>${body.join("")}</tbody></table>`,
    ...notes.map((note) => `<p>${escaped(note)}</p>`),
  ].join("");
}

/** A cell that a spreadsheet would read as a formula is marked as text, as in the CSV. */
function harmless(text: string): string {
  const cell = text.replace(/\s+/g, " ");
  return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
