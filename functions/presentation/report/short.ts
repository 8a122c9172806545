/** The answer in few sentences and one table of five columns. */

import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import { foldedRows, foldedSentences } from "../screen/unreported.ts";
import { hasNumber } from "../statement/figures.ts";
import type { RowStatement } from "../statement/row.ts";
import { followUpsOf, type SideStatement } from "../statement/side.ts";
import { type Statement, statementOf } from "../statement/statement.ts";
import { reachOf } from "../svg/strip.tsx";
import type { Catalogue } from "../words/catalogue.ts";
import {
  type Block,
  type Cell,
  cell,
  linesOf,
  list,
  looking,
  paragraph,
  type Rates,
  type Row,
} from "./document.ts";
import { byReason } from "./left-out.ts";
import type { ReportParts } from "./report-parts.ts";

export function shortBlocks(parts: ReportParts, words: Catalogue): Block[] {
  const { comparison, extent } = parts;
  const { screen, report, unreported } = words;
  const { short } = report;
  const view = statementOf(comparison, screen);
  const { rows, folded } = foldedRows(view.rows);
  const shown = rows.flatMap((row) => {
    const outcome = comparison.outcomes.find((found) => found.outcome === row.outcome);
    return outcome ? [{ row, outcome }] : [];
  });
  const notes = extent === "short" ? footnotesOf(shown, comparison, short.footnotes) : [];
  const texts = notes.map(({ text }) => text);
  return [
    ...looking("lead", view.verdict.lead),
    ...paragraph(view.verdict.harms),
    ...ratesOf(view),
    ...paragraph(view.collected, view.certainty, view.patients),
    ...paragraph(!comparison.outcomes.some(isTold) && short.nothing),
    ...(shown.length > 0 ? summary(shown, notes, words) : []),
    ...list(null, texts, "footnotes"),
    ...foldedSentences(folded, unreported).flatMap((sentence) => paragraph(sentence)),
    ...paragraph(view.labels),
    ...list(
      short.limits,
      view.notes.filter((text) => !texts.includes(text)),
    ),
    ...looking("review", comparison.review.statement, screen.footer.audience),
  ];
}

/** Of the outcome that leads; none where it has no number. */
function ratesOf({ rows, told, names, counted }: Statement): Rates[] {
  const row = rows.find(({ outcome }) => outcome === told);
  const sides = therapyClasses.flatMap((group) => {
    const side = row?.sides[group];
    if (!side || side.rate === null) return [];
    return { ...side, group, name: side.product ?? names[group], counted: counted[group] };
  });
  return sides.length > 0 ? [{ kind: "rates", sides }] : [];
}

/** Survival at a month stands by trial. */
function isTold(row: ApiRow): boolean {
  return hasNumber(row) || therapyClasses.some((group) => row.pools[group].studies.length > 0);
}

interface Footnote {
  readonly text: string;
  readonly outcomes: ReadonlySet<string>;
}

const mostFootnotes = 3;

/** What to keep in mind of several rows: what concerns most of them first. */
function footnotesOf(
  shown: readonly Rated[],
  { notes }: ApiComparison,
  inPlainWords: Readonly<Record<string, string>>,
): Footnote[] {
  const own = shown.flatMap(({ outcome: row }) =>
    row.notes.map(({ code, text }) => ({ code, text, outcome: row.outcome })),
  );
  const told = notes.map(({ code }) => code);
  return byReason(
    own.filter(({ code }) => !told.includes(code)),
    ({ code }) => code,
  )
    .slice(0, mostFootnotes)
    .map(([code, all]) => ({
      text: inPlainWords[code] ?? all[0]?.text ?? code,
      outcomes: new Set(all.map(({ outcome }) => outcome)),
    }));
}

interface Rated {
  readonly row: RowStatement;
  readonly outcome: ApiRow;
}

function summary(rows: readonly Rated[], notes: readonly Footnote[], words: Catalogue): Block[] {
  const { screen, report } = words;
  const { table, columns } = report.short;
  const classes = therapyClasses.map((group) => screen.className[group]);
  return [
    {
      kind: "table",
      name: "summary",
      caption: table,
      columns: [columns.outcome, ...classes, columns.difference],
      bodies: [rows.map((rated) => rowOf(rated, notes, words))],
      strips: { cell: 2, reach: reachOf(rows.flatMap(({ row }) => row.difference ?? [])) },
    },
  ];
}

const marks = "¹²³";

function rowOf({ row, outcome }: Rated, notes: readonly Footnote[], words: Catalogue): Row {
  const { report } = words;
  const followUps = followUpsOf(outcome);
  const { label, detail, sides } = row;
  const noted = notes.flatMap(({ outcomes }, index) =>
    outcomes.has(row.outcome) ? (marks[index] ?? "") : [],
  );
  return {
    at: row.difference?.at,
    head: cell([label, ...noted].join(" "), detail),
    cells: [
      ...therapyClasses.map((group) => sideCell(sides[group])),
      [
        ...differenceCell(row, words),
        ...linesOf([followUps && report.short.followUp(...followUps)]),
      ],
    ],
  };
}

function sideCell({ product, rate, range, evidence, chain }: SideStatement): Cell {
  const said = [product, evidence].filter(Boolean).join(": ");
  if (rate !== null) return cell([{ text: rate, mark: "strong" }, ` ${range}`], said, chain);
  return said === "" ? cell("–") : cell("–", said, chain);
}

function differenceCell(
  { difference, missing, matched, outside }: RowStatement,
  { screen: { same }, table: { notCompared } }: Catalogue,
): Cell {
  if (difference === null) {
    return cell(missing ? notCompared(missing) : "–", matched, outside);
  }
  const { amount, strength, withWhat, range } = difference;
  // Exactly none is not the absence of a difference.
  if (amount === same) return cell(`${range} ${withWhat}`, strength, matched, outside);
  return cell(
    [`${amount} ${withWhat}`, { text: ` (${range})`, mark: "quiet" }],
    strength,
    matched,
    outside,
  );
}
