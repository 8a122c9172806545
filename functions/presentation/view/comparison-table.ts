/**
 * The comparison as shown on the screen, for the clipboard: as an HTML table and as text with tabs.
 * Loaded on demand.
 */

import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/contract/catalogue.ts";
import { columnOf } from "./column.ts";
import { compareView, type RowView } from "./compare-view.ts";
import { remarksOf } from "./remarks.ts";
import { scopeOf } from "./scope.ts";
import { shownOf } from "./shown-numbers.ts";

/** The same table in two formats: for word processors and for spreadsheets. */
export interface Copy {
  text: string;
  html: string;
}

type Words = Pick<Catalogue, "screen" | "table">;

/**
 * @param ofPatient Whether the answer on the screen is about a patient. The table has no data about
 * patients.
 */
export function comparisonTable(
  comparison: Comparison,
  permalink: string,
  words: Words,
  ofPatient = false,
): Copy {
  const { screen: strings, table } = words;
  const { rows, headline, dataDate, answerVersion, review } = compareView(comparison, strings);
  const { title, footer } = strings;
  const column = columnOf(rows) ?? strings.withCarT;
  const lines = rows.flatMap((row, index) => {
    const outcome = comparison.outcomes[index];
    return outcome ? [cellsOf(row, outcome, column, words)] : [];
  });
  const head = headOf(comparison, column, words);
  const { typical, withoutPatient } = table;
  const notes = [
    scopeOf(comparison, words),
    ofPatient ? withoutPatient : "",
    [typical, headline.doubt].filter(Boolean).join(" "),
    [footer.audience, review].filter(Boolean).join(" "),
    `${strings.dataDate(dataDate)}. ${footer.version(answerVersion)}`,
    permalink,
  ].filter(Boolean);
  return {
    text: [[title], head, ...lines, ...notes.map((note) => [note])]
      .map((cells) => cells.map(harmless).join("\t"))
      .join("\r\n"),
    html: htmlOf(title, head, lines, notes),
  };
}

function headOf({ query }: Comparison, column: string, { screen, table }: Words): string[] {
  const noun = query.evidence === "trial" ? table.trials : table.cohorts;
  const ofClass = (group: TherapyClass) => {
    const name = screen.className[group];
    return [
      table.rate(name),
      table.interval(name),
      noun(name),
      table.patients(name),
      table.products(name),
    ];
  };
  return [
    table.outcome,
    ...groups.flatMap(ofClass),
    table.difference(column),
    table.differenceInterval,
    table.certainty,
    table.cautions,
  ];
}

function cellsOf(
  row: RowView,
  outcome: OutcomeComparison,
  column: string,
  { screen, table }: Words,
): string[] {
  const { certainty, numbers } = screen;
  const { pools } = outcome;
  const ofClass = (group: TherapyClass) => {
    const { k, n, products, rate: overTime } = pools[group];
    const { rate } = row.sides[group];
    const interval = shownOf(outcome, group)?.interval;
    return [
      rate ?? table.none,
      rate === null || interval === undefined
        ? table.none
        : table.range(numbers.fixed(interval[0] * 100), numbers.fixed(interval[1] * 100)),
      numbers.plain(k),
      n === null ? table.none : numbers.plain(n),
      (outcome.measure === "rate" ? (overTime?.products ?? []) : products)
        .map(({ product }) => product)
        .join(", ") || table.none,
    ];
  };
  return [
    [row.label, row.detail].filter(Boolean).join(", "),
    ...groups.flatMap(ofClass),
    row.difference ? differenceText(row, row.difference, column) : row.missing || table.none,
    row.difference?.range ?? table.none,
    certainty[outcome.certainty.level],
    remarksOf(outcome)
      .map(({ label }) => label)
      .join("; ") || table.none,
  ];
}

function differenceText(
  { phrase }: RowView,
  { amount, note, withWhat }: NonNullable<RowView["difference"]>,
  column: string,
): string {
  const text = withWhat === column ? `${amount} ${phrase}` : `${amount} ${phrase} ${withWhat}`;
  return note ? `${text} ${note}` : text;
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
      `<tr>${cells('<th scope="row">', "</th>", [name])}${cells("<td>", "</td>", rest)}</tr>`,
  );
  return [
    `<table><caption>${escaped(title)}</caption>`,
    `<thead><tr>${cells('<th scope="col">', "</th>", head)}</tr></thead>`,
    `<tbody>${body.join("")}</tbody></table>`,
    ...notes.map((note) => `<p>${escaped(note)}</p>`),
  ].join("");
}

/**
 * Like the API's CSV: a cell that a spreadsheet would read as a formula is marked as text. Tabs and
 * line breaks become spaces.
 */
function harmless(text: string): string {
  const cell = text.replace(/\s+/g, " ");
  return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
