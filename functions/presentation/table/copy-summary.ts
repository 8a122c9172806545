/** The answer in three to six plain lines, or one row, for a note. */

import { therapyClasses } from "#data/vocabulary.ts";
import type { RowStatement } from "../row/row-statement.ts";
import { numberText } from "../row/side-statement.ts";
import { isEmpty, type Statement } from "../views/statement.ts";
import type { Copy } from "../words/copied.ts";
import { nameOf } from "../words/row-name.ts";
import { screen } from "../words/screen.ts";
import { joinedClauses } from "../words/sentences.ts";
import { table } from "../words/table.ts";
import { widening } from "../words/widen-filters.ts";
import { type Copied, differenceText, escaped, sourceLines } from "./comparison-table.ts";

/** Lines about outcomes, if the headline tells of none. */
const mostLines = 2;

export interface Asked {
  permalink: string;
  /** The row that is copied; all of the answer if not given. */
  outcome?: string | undefined;
}

export function copiedSummary(
  { view, scope, made, collected: ofCollected }: Copied,
  { permalink, outcome }: Asked,
): Copy {
  const said = rowsOf(view, outcome).map((row) => lineOf(row, view));
  const [audience = "", cite = ""] = sourceLines(view, permalink);
  const collected = (outcome ?? view.headlineOutcome) === view.headlineOutcome && ofCollected;
  const lines = [
    [`${screen.title}: ${scope}.`, made, view.labels].filter(Boolean).join(" "),
    ...(outcome === undefined && view.randomised.length > 0
      ? [table.randomised(view.randomised.map(({ brief }) => brief))]
      : []),
    ...(isEmpty(view) ? [widening.empty] : said),
    ...(outcome === undefined && view.verdict.harms ? [view.verdict.harms] : []),
    [collected, table.brackets, view.certainty, view.patients, audience].filter(Boolean).join(" "),
    cite,
  ];
  return {
    text: lines.join("\r\n"),
    html: lines.map((line) => `<p>${escaped(line)}</p>`).join(""),
  };
}

function rowsOf(
  { rows, headlineOutcome }: Statement,
  outcome: string | undefined,
): readonly RowStatement[] {
  const asked = outcome ?? headlineOutcome;
  if (asked !== null) return rows.filter((one) => one.outcome === asked);
  const hasNumber = ({ sides }: RowStatement) =>
    therapyClasses.some((group) => sides[group].rate !== null);
  return rows.filter(hasNumber).slice(0, mostLines);
}

function lineOf(row: RowStatement, view: Statement) {
  const counted = row.outcome === view.headlineOutcome ? view.counted : null;
  const rates = therapyClasses.map((group) => {
    const { product, rate, isCount, range, evidence } = row.sides[group];
    const of100 = counted?.[group] ?? screen.of100;
    const number =
      rate === null ? evidence || table.noNumber : numberText({ rate, isCount, range }, of100);
    const amount = rate === null ? "" : ` [${evidence}]`;
    return `${screen.ofClass(screen.className[group], product)} ${number}${amount}`;
  });
  const difference = row.difference
    ? differenceText({ ...row, phrase: `${screen.of100} ${row.phrase}` }, row.difference, "")
    : row.missing && table.notCompared(row.missing);
  const said = joinedClauses([difference, row.difference?.strength]);
  return table.line(nameOf(row), rates, said);
}
