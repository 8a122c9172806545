/** The answer in three to five plain lines, or one row, for a note. */
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { nameOf } from "../screen/unreported.ts";
import type { Copy } from "../statement/copied.ts";
import { doubtOf, largestHarm } from "../statement/headline.ts";
import { lostText } from "../statement/lost-check.ts";
import { isNotRepresented } from "../statement/products.ts";
import { hasNumber } from "../statement/reported.ts";
import type { RowStatement } from "../statement/row.ts";
import { scopeOf } from "../statement/scope.ts";
import { type Statement, statementOf } from "../statement/statement.ts";
import { outcomeToTell } from "../statement/told.ts";
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
  comparison: Comparison,
  { permalink, outcome }: Asked,
  words: Words,
): Copy {
  const { screen, table } = words;
  const view = statementOf(comparison, screen);
  const told = toldRows(comparison, outcome, screen).flatMap((answered) => {
    const row = view.rows.find((one) => one.outcome === answered.outcome);
    return row ? [lineOf(row, answered, view, words)] : [];
  });
  // A harm that has no line of its own is in the words of the verdict.
  const harms = outcome === undefined && !largestHarm(comparison.outcomes, screen);
  const [audience = "", cite = ""] = sourceLines(view, permalink, words);
  const collected = (outcome ?? view.told) === view.told && view.collected;
  const doubt = doubtOf(comparison, words);
  const lines = [
    [`${screen.title}: ${scopeOf(comparison, words)}.`, view.oneRegion].filter(Boolean).join(" "),
    ...told,
    ...(harms && view.verdict.harms ? [view.verdict.harms] : []),
    [collected, table.brackets, doubt, view.patients, audience].filter(Boolean).join(" "),
    cite,
  ];
  return {
    text: lines.join("\r\n"),
    html: lines.map((line) => `<p>${escaped(line)}</p>`).join(""),
  };
}

function toldRows(
  { outcomes }: Comparison,
  outcome: string | undefined,
  screen: Words["screen"],
): readonly OutcomeComparison[] {
  if (outcome !== undefined) return outcomes.filter((one) => one.outcome === outcome);
  const told = new Set([outcomeToTell(outcomes), largestHarm(outcomes, screen)?.row]);
  const found = [...told].filter((one) => one !== undefined);
  return found.length > 0 ? found : outcomes.filter(hasNumber).slice(0, mostLines);
}

function lineOf(row: RowStatement, answered: OutcomeComparison, view: Statement, words: Words) {
  const { screen, table } = words;
  const counted = row.outcome === view.told ? view.counted : null;
  const {
    certainty,
    pools,
    contrasts: [contrast],
  } = answered;
  const rates = therapyClasses.map((group) => {
    const { product, rate, range, evidence } = row.sides[group];
    const of100 = counted?.[group] ?? screen.of100;
    const number = rate === null ? evidence || table.noNumber : `${rate} ${of100} ${range}`;
    const amount = rate === null ? "" : ` [${evidence}]`;
    if (isNotRepresented(pools[group])) return `${product} ${number}`;
    return table.ofClass(screen.className[group], product, number + amount);
  });
  const difference = row.difference
    ? differenceText({ ...row, phrase: `${screen.of100} ${row.phrase}` }, row.difference, "")
    : row.missing && table.notCompared(row.missing);
  const lost = contrast && row.difference && lostText(contrast, screen);
  const sure =
    certainty.level === "not-rated" ? "" : screen.certaintyIs(screen.certainty[certainty.level]);
  return table.line(nameOf(row), rates, [difference, lost, sure].filter(Boolean).join("; "));
}
