/**
 * Lists what the counts that a reader added change: each row of a question with the added counts and without them, side
 * by side.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { makeRowDifferenceTexts } from "../row/difference.ts";
import { describeWhyNoDifference } from "../row/missing.ts";
import { makeRowView, mapClassesToSidesInWords, placingByItself } from "../row/row-view.ts";
import { chooseStudyWord, className, notFound } from "../words/names.ts";
import { omitStatusEqualToRange } from "../words/row-status.ts";
import { joinBySemicolons, joinBySpaces } from "../words/sentences.ts";

export interface ChangedRow {
  readonly outcome: string;
  readonly label: string;
  readonly lines: readonly ChangedLine[];
}

interface ChangedLine {
  /** Names the line, as in "CAR-T", "Difference" or "Analyses". */
  readonly name: string;
  readonly without: string;
  readonly with: string;
}

/**
 * Compares the rows of two answers, without and with added counts.
 *
 * @param outcomes The rows that include added counts; the others are equal.
 */
export function compareRowsWithAndWithoutAddedCounts(
  before: Answer,
  after: Answer,
  outcomes: ReadonlySet<string>,
): ChangedRow[] {
  return after.outcomes.flatMap((row) => {
    const earlier = before.outcomes.find(({ outcome }) => outcome === row.outcome);
    if (!earlier || !outcomes.has(row.outcome)) return [];
    const [without, counted] = [
      makeComparedRowTexts(earlier, before),
      makeComparedRowTexts(row, after),
    ];
    const names = [...new Set([...Object.keys(without), ...Object.keys(counted)])];
    const lines = names.map((name) => ({
      name,
      without: without[name] ?? notFound,
      with: counted[name] ?? notFound,
    }));
    return [{ outcome: row.outcome, label: row.label, lines }];
  });
}

function makeComparedRowTexts(row: Row, answer: Answer): Record<string, string> {
  const { status } = makeRowView(row, answer, placingByItself);
  const difference = makeRowDifferenceTexts(row);
  const noun = chooseStudyWord(answer.query);
  const sides = mapClassesToSidesInWords(row, answer, placingByItself);
  const rates = therapyClasses.flatMap((group) => {
    const side = sides.get(group);
    if (!side) return [];
    const behind = side.behind(noun);
    const text = joinBySemicolons([
      joinBySpaces([side.name && `${side.name}:`, side.written("")]),
      behind,
    ]);
    return [[className[group], text] as const];
  });
  return {
    ...Object.fromEntries(rates),
    Difference: difference
      ? `${difference.amount} (${difference.range})`
      : describeWhyNoDifference(row, answer) || "not compared",
    Analyses: omitStatusEqualToRange(difference?.range ?? "", status.text) || "none",
  };
}
