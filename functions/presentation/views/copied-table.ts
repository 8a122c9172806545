/** Makes the comparison on the screen for the clipboard: an HTML table, and text with tabs. */

import type { Answer } from "#core/answer/answer.ts";
import { survivalMonths } from "#core/evidence/survival-months.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { hasNoSelectedCohorts } from "../row/figures.ts";
import { joinLabelAndDetail } from "../row/names.ts";
import { withCarT } from "../row/products.ts";
import { isRowUnreported, listUnreportedRows } from "../row/row-view.ts";
import { elementTexts } from "../words/element.ts";
import { type Copy, escapeHtml, linkPlaceholder, makeClipboardText } from "../words/html.ts";
import {
  chooseStudyWord,
  className,
  divideGaps,
  type StudyWord,
  unreported,
} from "../words/names.ts";
import { joinBySpaces, pluralise } from "../words/sentences.ts";
import { widening } from "../words/widen-filters.ts";
import { describeCertaintyOfAnswer } from "./answer-texts.ts";
import {
  type CopiedSurvival,
  describeLabelNotes,
  describeRandomisedTable,
  describeSharedSideOfDifferences,
  listAudienceAndCitation,
  listCopiedCells,
  makeAnswerClipboardText,
} from "./copied-text.ts";
import { describeNonDefaultRulesAndModel } from "./counting-rules.ts";
import { describeDoubtBox } from "./doubt-box.ts";
import { describeQuestionScope } from "./scope.ts";
import type { ScreenOf } from "./screen.ts";
import { listLinesBelowDrugs, listScreenLines, makeSurvivalLines } from "./screen-lines.ts";

/** Holds an answer as text to copy: in a few lines for a note, and as a table. */
export interface CopiedForms {
  readonly answerVersion: string;
  readonly summary: Copy;
  readonly table: Copy;
}

/**
 * Returns the answer as a short text and as a table to copy, with `linkPlaceholder` in place of its address.
 *
 * @param survival The survival that is copied in place of rows; `null` if the screen shows rows.
 */
export function makeClipboardFormsOfAnswer(
  answer: Answer,
  survival: CopiedSurvival | null,
): CopiedForms {
  return {
    answerVersion: answer.answerVersion,
    summary: makeAnswerClipboardText(answer, { permalink: linkPlaceholder, survival }),
    table: survival
      ? makeSurvivalClipboardTable(answer, survival)
      : makeAnswerClipboardTable(answer, linkPlaceholder),
  };
}

/** Makes a table of the trials of one kind of survival, with medians and months, and one of its further rows. */
function makeSurvivalClipboardTable(answer: Answer, { lead, shown, rows }: CopiedSurvival): Copy {
  const head = [
    "Drug, trial",
    "Patients, months followed",
    "Median months (95 % interval)",
    ...survivalMonths.map((month) => `Of 100 at ${month} months`),
  ];
  const none = survivalMonths.map(() => unreported);
  const lines = makeSurvivalLines(shown).map(({ name, detail, median, months }) => [
    name,
    detail,
    median || unreported,
    ...(months.length > 0 ? months : none),
  ]);
  const notes = [
    ...(shown.randomised?.tables ?? []).map(describeRandomisedTable),
    ...shown.matched,
    joinBySpaces([shown.twice, shown.about, shown.notes]),
  ];
  const ofAnswer = [
    ...(hasNoSelectedCohorts(answer) ? [widening.empty] : []),
    [describeQuestionScope(answer), describeLabelNotes(answer)].filter(Boolean).join(". "),
    describeCertaintyOfAnswer(answer),
    ...listAudienceAndCitation(answer, linkPlaceholder),
  ];
  const title = joinBySpaces([lead]) || elementTexts.title;
  if (rows.length === 0) return makeClipboardTable(title, head, lines, [...notes, ...ofAnswer]);
  const table = makeClipboardTable(title, head, lines, notes);
  const further = makeAnswerClipboardTable({ ...answer, outcomes: rows }, linkPlaceholder);
  return {
    text: [table.text, further.text].join("\r\n\r\n"),
    html: `${table.html}${further.html}`,
  };
}

function makeClipboardTable(
  title: string,
  head: readonly string[],
  lines: readonly (readonly string[])[],
  texts: readonly string[],
): Copy {
  const notes = texts.filter((text) => text !== "");
  return {
    text: [[title], head, ...lines, ...notes.map((note) => [note])]
      .map((cells) => cells.map(escapeSpreadsheetFormula).join("\t"))
      .join("\r\n"),
    html: makeTableHtml(title, head, lines, notes),
  };
}

function describePooling(study: StudyWord): string {
  return `Rates are pooled for a typical ${study}, or counted in the only one; differences are between separate ${pluralise(study)}.`;
}

/** Makes a table of four columns, which fit on a page in portrait, with the source below. */
export function makeAnswerClipboardTable(answer: Answer, permalink: string): Copy {
  const { title } = elementTexts;
  const rows = answer.outcomes.filter((row) => !isRowUnreported(row));
  const gaps = hasNoSelectedCohorts(answer) ? [] : listUnreportedRows(answer.outcomes, answer);
  const column = describeSharedSideOfDifferences(rows) ?? withCarT;
  const lines = hasNoSelectedCohorts(answer)
    ? []
    : rows.map((row) => listCopiedCells(row, answer, column));
  const head = [
    "Outcome",
    ...therapyClasses.map((group) => `${className[group]}, of 100 (95 % interval)`),
    `Difference of 100 ${column} (95 % interval)`,
  ];
  const notes = [
    ...(hasNoSelectedCohorts(answer) ? [widening.empty] : []),
    ...divideGaps(gaps).map(
      ({ heading, of }) => `${heading} ${of.map(({ name }) => name).join("; ")}.`,
    ),
    [describeQuestionScope(answer), describeLabelNotes(answer)].filter(Boolean).join(". "),
    joinBySpaces([
      describePooling(chooseStudyWord(answer.query)),
      describeNonDefaultRulesAndModel(answer),
      describeCertaintyOfAnswer(answer),
    ]),
    ...listAudienceAndCitation(answer, permalink),
  ];
  return makeClipboardTable(title, head, lines, notes);
}

/** Makes drugs side by side for the clipboard: each drug with its outcomes in words, as a screen reader hears them. */
export function makeClipboardFormsOfDrugs(view: ScreenOf<"products">, answer: Answer): CopiedForms {
  const { byDrug, verdict, doubt, answerVersion } = view;
  const { outcomes, drugs, furtherDrugs } = byDrug;
  const { title } = elementTexts;
  const doubts = describeDoubtBox(doubt);
  const [audience = "", cite = ""] = listAudienceAndCitation(answer, linkPlaceholder);
  const scope = joinBySpaces([`${title}: ${describeQuestionScope(answer)}.`, verdict.lead]);
  const texts = [scope, ...listScreenLines(view), joinBySpaces([doubts, audience]), cite];
  return {
    answerVersion,
    summary: makeClipboardText(texts),
    table: makeClipboardTable(
      title,
      ["Drug", "Label", ...outcomes.map(joinLabelAndDetail)],
      [...drugs, ...furtherDrugs].map(({ name, label, results }) => [
        name,
        label || "–",
        ...results.map(({ heard }) => heard),
      ]),
      [scope, ...listLinesBelowDrugs(view), doubts, audience, cite],
    ),
  };
}

function makeTableHtml(
  title: string,
  head: readonly string[],
  lines: readonly (readonly string[])[],
  notes: readonly string[],
): string {
  const cells = (open: string, close: string, texts: readonly string[]) =>
    texts.map((text) => `${open}${escapeHtml(escapeSpreadsheetFormula(text))}${close}`).join("");
  const body = lines.map(
    ([name = "", ...values]) =>
      `<tr>${cells('<th scope="row" align="left">', "</th>", [name])}${cells("<td>", "</td>", values)}</tr>`,
  );
  return [
    // Word processors draw no lines and centre headings unless these old attributes are set.
    `<table border="1" cellspacing="0" cellpadding="4"><caption>${escapeHtml(title)}</caption>`,
    `<thead><tr>${cells('<th scope="col" align="left">', "</th>", head)}</tr></thead>`,
    `<tbody>${body.join("")}</tbody></table>`,
    ...notes.map((note) => `<p>${escapeHtml(note)}</p>`),
  ].join("");
}

/** Marks a cell as text if a spreadsheet would read it as a formula, as the CSV does. */
function escapeSpreadsheetFormula(text: string): string {
  const cell = text.replace(/\s+/g, " ");
  return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}
