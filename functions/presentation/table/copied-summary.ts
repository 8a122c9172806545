/** The answer in three to five plain lines, or one row, for a note. */

import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import { nameOf } from "../screen/unreported.ts";
import type { Copy } from "../statement/copied.ts";
import { hasNumber } from "../statement/figures.ts";
import { doubtOf } from "../statement/headline.ts";
import { headlineOutcome } from "../statement/headline-outcome.ts";
import type { RowStatement } from "../statement/row.ts";
import { scopeOf } from "../statement/scope.ts";
import { type Statement, statementOf } from "../statement/statement.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { differenceText, escaped, sourceLines } from "./comparison-table.ts";

type Words = Pick<Catalogue, "screen" | "headline" | "table">;

/** Lines about outcomes, if the headline tells of none. */
const mostLines = 2;

export interface Asked {
  permalink: string;
  /** The row that is copied; all of the answer if not given. */
  outcome?: string | undefined;
}

export function copiedSummary(
  comparison: ApiComparison,
  { permalink, outcome }: Asked,
  words: Words,
): Copy {
  const { screen, table } = words;
  const view = statementOf(comparison, screen);
  const told = toldRows(comparison, outcome).flatMap((answered) => {
    const row = view.rows.find((one) => one.outcome === answered.outcome);
    return row ? [lineOf(row, view, words)] : [];
  });
  const [audience = "", cite = ""] = sourceLines(view, permalink, words);
  const collected = (outcome ?? view.told) === view.told && view.collected;
  const doubt = doubtOf(comparison, words);
  const lines = [
    [`${screen.title}: ${scopeOf(comparison, words)}.`, view.labels].filter(Boolean).join(" "),
    ...told,
    ...(outcome === undefined && view.verdict.harms ? [view.verdict.harms] : []),
    [collected, table.brackets, doubt, view.patients, audience].filter(Boolean).join(" "),
    cite,
  ];
  return {
    text: lines.join("\r\n"),
    html: lines.map((line) => `<p>${escaped(line)}</p>`).join(""),
  };
}

function toldRows({ outcomes }: ApiComparison, outcome: string | undefined): readonly ApiRow[] {
  if (outcome !== undefined) return outcomes.filter((one) => one.outcome === outcome);
  const told = headlineOutcome(outcomes);
  return told ? [told] : outcomes.filter(hasNumber).slice(0, mostLines);
}

function lineOf(row: RowStatement, view: Statement, { screen, table }: Words) {
  const counted = row.outcome === view.told ? view.counted : null;
  const rates = therapyClasses.map((group) => {
    const { product, rate, range, evidence } = row.sides[group];
    const of100 = counted?.[group] ?? screen.of100;
    const number = rate === null ? evidence || table.noNumber : `${rate} ${of100} ${range}`;
    const amount = rate === null ? "" : ` [${evidence}]`;
    return table.ofClass(screen.className[group], product, number + amount);
  });
  const difference = row.difference
    ? differenceText({ ...row, phrase: `${screen.of100} ${row.phrase}` }, row.difference, "")
    : row.missing && table.notCompared(row.missing);
  const said = [difference, row.difference?.strength].filter(Boolean).join("; ");
  return table.line(nameOf(row), rates, said);
}
