/** The answer in few sentences and one table of five columns. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { foldedRows, foldedSentences } from "../screen/unreported.ts";
import { remarksOf } from "../statement/notes.ts";
import { hasNumber } from "../statement/reported.ts";
import type { RowStatement } from "../statement/row.ts";
import { sentenceOf } from "../statement/sentence.ts";
import type { SideStatement } from "../statement/side.ts";
import { statementOf } from "../statement/statement.ts";
import type { Catalogue } from "../words/catalogue.ts";
import {
  type Block,
  type Cell,
  cell,
  type Depth,
  list,
  looking,
  ofPage,
  paragraph,
  quiet,
  type Row,
} from "./document.ts";
import type { ReportParts } from "./report-parts.ts";

export function shortBlocks({ comparison, depth, extent }: ReportParts, words: Catalogue): Block[] {
  const { screen, report, unreported } = words;
  const { short } = report;
  const view = statementOf(comparison, screen);
  const { harm, doubt } = view.headline;
  const { rows, folded } = foldedRows(view.rows);
  const shown = rows.flatMap((row) => {
    const outcome = comparison.outcomes.find((found) => found.outcome === row.outcome);
    return outcome ? [{ row, outcome }] : [];
  });
  const cautions = shown.map(
    ({ outcome }) => `${outcome.label}: ${labelsOf(outcome).join("; ") || "–"}`,
  );
  return [
    ...looking("lead", sentenceOf(view)),
    ...[harm, doubt].flatMap((sentence) => paragraph(sentence)),
    ...paragraph(!comparison.outcomes.some(hasNumber) && short.nothing),
    ...(shown.length > 0 ? summary(shown, depth, words) : []),
    // On paper nothing can be opened. The whole report has each of them in its outcome.
    ...(extent === "short" ? list(short.cautions, cautions, "quiet cautions") : []),
    ...foldedSentences(folded, unreported).flatMap((sentence) => paragraph(sentence)),
    ...paragraph(view.oneRegion),
    ...list(short.limits, view.cautions),
    ...looking("review", comparison.review.statement, screen.footer.audience),
  ];
}

function labelsOf(outcome: OutcomeComparison): string[] {
  return remarksOf(outcome).map(({ label }) => label);
}

interface Rated {
  readonly row: RowStatement;
  readonly outcome: OutcomeComparison;
}

function summary(rows: readonly Rated[], depth: Depth, { screen, report }: Catalogue): Block[] {
  const { table, columns, sure } = report.short;
  const classes = therapyClasses.map((group) => screen.className[group]);
  return [
    {
      kind: "table",
      name: "summary",
      caption: table,
      columns: [columns.outcome, ...classes, columns.difference, columns.certainty],
      bodies: [rows.map((rated) => rowOf(rated, depth, screen))],
    },
    ...quiet(rows.some(({ row }) => row.difference?.sure) && sure).map(ofPage),
  ];
}

function rowOf({ row, outcome }: Rated, depth: Depth, screen: Catalogue["screen"]): Row {
  const { label, detail, followUp, sides } = row;
  const { level } = outcome.certainty;
  const certainty = level === "not-rated" ? "–" : screen.certainty[level];
  return {
    head: cell(label, detail),
    cells: [
      ...therapyClasses.map((group) => sideCell(sides[group])),
      differenceCell(row, depth, screen),
      cell(certainty, followUp),
    ],
  };
}

function sideCell({ product, rate, range, evidence, chain }: SideStatement): Cell {
  const said = [product, evidence].filter(Boolean).join(": ");
  if (rate !== null) return cell([{ text: rate, mark: "strong" }, ` ${range}`], said, chain);
  // On the page the dash stands where others have a number.
  return said === "" ? cell("–") : cell({ text: "–", isOfPage: true }, said, chain);
}

/** For generalists only the range: the two whole rates before it may not subtract to the difference. */
function differenceCell(
  { difference, missing, beneath }: RowStatement,
  depth: Depth,
  { same }: Catalogue["screen"],
): Cell {
  const isPlain = depth === "generalist";
  if (difference === null) return cell(missing || "–", !isPlain && beneath);
  const { amount, sure, withWhat, note, range } = difference;
  if (isPlain) return cell(`${range} ${withWhat}`);
  // Exactly none is not the absence of a difference.
  if (amount === same) return cell(`${range} ${withWhat}`, beneath);
  const size = sure ? ({ text: amount, mark: "sure" } as const) : amount;
  return cell([size, ` ${withWhat} ${note}`.trimEnd()], range, beneath);
}
