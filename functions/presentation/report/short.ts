/** The answer in few sentences and one table of five columns. */
import { therapyClasses } from "#data/vocabulary.ts";
import { foldedRows, foldedSentences } from "../screen/unreported.ts";
import type { FullRow, FullStatement } from "../statement/full.ts";
import type { RowStatement } from "../statement/row.ts";
import type { SideStatement } from "../statement/side.ts";
import type { Statement } from "../statement/statement.ts";
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

export function shortBlocks({ answer, extent }: ReportParts, words: Catalogue): Block[] {
  const { screen, report, unreported } = words;
  const { short } = report;
  const { view, review } = answer;
  const { rows, folded } = foldedRows(answer.rows);
  const notes = extent === "short" ? footnotesOf(rows, answer, short.footnotes) : [];
  const texts = notes.map(({ text }) => text);
  return [
    ...looking("lead", view.verdict.lead),
    ...paragraph(view.verdict.harms),
    ...ratesOf(view),
    ...paragraph(view.collected, view.certainty, view.patients),
    ...paragraph(!answer.rows.some(isTold) && short.nothing),
    ...(rows.length > 0 ? summary(rows, notes, words) : []),
    ...list(null, texts, "footnotes"),
    ...(answer.isEmpty
      ? paragraph(words.relaxed.empty)
      : foldedSentences(folded, unreported).flatMap((sentence) => paragraph(sentence))),
    ...paragraph(view.labels),
    ...list(
      short.limits,
      view.notes.filter((text) => !texts.includes(text)),
    ),
    ...looking("review", review, screen.footer.audience),
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
function isTold({ hasNumber, classes }: FullRow): boolean {
  return hasNumber || therapyClasses.some((group) => classes[group].trials.length > 0);
}

interface Footnote {
  readonly text: string;
  readonly outcomes: ReadonlySet<string>;
}

const mostFootnotes = 3;

/** What to keep in mind of several rows: what concerns most of them first. */
function footnotesOf(
  rows: readonly FullRow[],
  { notes }: FullStatement,
  inPlainWords: Readonly<Record<string, string>>,
): Footnote[] {
  const own = rows.flatMap((row) =>
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

function summary(rows: readonly FullRow[], notes: readonly Footnote[], words: Catalogue): Block[] {
  const { screen, report } = words;
  const { table, columns } = report.short;
  const classes = therapyClasses.map((group) => screen.className[group]);
  return [
    {
      kind: "table",
      name: "summary",
      caption: table,
      columns: [columns.outcome, ...classes, columns.difference],
      bodies: [rows.map((row) => rowOf(row, notes, words))],
      strips: { cell: 2, reach: reachOf(rows.flatMap(({ difference }) => difference ?? [])) },
    },
  ];
}

const marks = "¹²³";

function rowOf(row: FullRow, notes: readonly Footnote[], words: Catalogue): Row {
  const { label, detail, sides, followUp } = row;
  const noted = notes.flatMap(({ outcomes }, index) =>
    outcomes.has(row.outcome) ? (marks[index] ?? "") : [],
  );
  return {
    at: row.difference?.at,
    head: cell([label, ...noted].join(" "), detail),
    cells: [
      ...therapyClasses.map((group) => sideCell(sides[group])),
      [...differenceCell(row, words), ...linesOf([followUp])],
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
  { table: { notCompared } }: Catalogue,
): Cell {
  if (difference === null) {
    return cell(missing ? notCompared(missing) : "–", matched, outside);
  }
  const { amount, strength, withWhat, range } = difference;
  return cell(
    [`${amount} ${withWhat}`, { text: ` (${range})`, mark: "quiet" }],
    strength,
    matched,
    outside,
  );
}
