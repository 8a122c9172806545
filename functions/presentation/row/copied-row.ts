/** A row in words, for texts that are copied: its numbers are those that it draws, with what each rests on. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { type StudyWord, studyWordOf } from "../words/arguments.ts";
import { nameOf } from "../words/row-name.ts";
import { screen } from "../words/screen.ts";
import { joinedClauses, sentence } from "../words/sentences.ts";
import { table } from "../words/table.ts";
import { differenceOf } from "./difference.ts";
import { countsTreated } from "./figures.ts";
import { missingInRow } from "./missing.ts";
import { withFirst } from "./products.ts";
import { byItself, type RowView, rowView, sidesInWords } from "./row-view.ts";
import type { SideInWords } from "./side-view.ts";

/**
 * "Response: CAR-T 88 of 100 infused (68–96) [73–97 in 4 trials, 290 patients], bispecific …; 21 more of 100
 * responded with CAR-T (1 to 33); unclear in 4 of 5 checks." and what must be said beside the numbers.
 */
export function copiedLine(row: Row, answer: Answer): string {
  const view = rowView(row, answer, byItself);
  const noun = studyWordOf(answer.query);
  const sides = sidesInWords(row, answer, byItself);
  const rates = [...sides].map(([group, side]) => {
    const name = screen.ofClass(screen.className[group], side?.name ?? null);
    const behind = side?.behind(noun);
    return `${name} ${numberText(side, ` ${ofWhom(group, row)}`)}${behind ? ` [${behind}]` : ""}`;
  });
  const line = table.line(nameOf(view), rates, endOf(row, view, answer, ""));
  return [line, ...view.notes].join(" ");
}

/**
 * The cells of a row: its name, both classes, and their difference.
 *
 * @param column What the heading says that all differences are with.
 */
export function copiedCells(row: Row, answer: Answer, column: string): string[] {
  const view = rowView(row, answer, byItself);
  const noun = studyWordOf(answer.query);
  const sides = sidesInWords(row, answer, byItself);
  const end = endOf(row, view, answer, column);
  return [
    nameOf(view),
    ...therapyClasses.map((group) => {
      const side = sides.get(group);
      return side === undefined ? table.none : cellText(side, noun);
    }),
    [end && (view.notes.length > 0 ? `${end}.` : end), ...view.notes].filter(Boolean).join(" ") ||
      table.none,
  ];
}

/** "94 (72–98), cilta-cel: 137 of 145" */
function cellText(side: SideInWords | null, noun: StudyWord): string {
  const behind = [side?.name, side?.behind(noun)].filter(Boolean).join(": ");
  return [numberText(side, ""), behind].filter(Boolean).join(", ");
}

function numberText(side: SideInWords | null, unit: string): string {
  return side?.written(unit) ?? table.notReported;
}

/** "of 100 infused" */
function ofWhom(group: TherapyClass, row: Row): string {
  return screen.countedOf[countsTreated(row, group) ? group : "others"];
}

/** The difference and how sure it is, or why there is none; empty where a notice says it of all rows. */
function endOf(row: Row, view: RowView, answer: Answer, column: string): string {
  const { difference, status } = view;
  if (!difference) {
    const why = missingInRow(row, answer);
    const isNote = view.notes.includes(sentence(why));
    return why === "" || isNote ? "" : table.notCompared(why);
  }
  const { amount, range } = difference;
  const withWhat = withFirst(row);
  const what = column === "" ? `${screen.of100} ${row.phrase}` : row.phrase;
  const end = withWhat === column ? "" : ` ${withWhat}`;
  return joinedClauses([`${amount} ${what}${end} (${range})`, status.text]);
}

/**
 * What all differences of these rows are with: "with CAR-T", or with its only product. `null` if
 * they do not agree, or if there is none.
 */
export function columnOf(rows: readonly Row[]): string | null {
  const compared = rows.filter((row) => differenceOf(row) !== null);
  const [first, another] = new Set(compared.map(withFirst));
  return another === undefined ? (first ?? null) : null;
}
