/** Makes the comparison on the screen for the clipboard: an HTML table, and text with tabs. */

import type { Answer } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { isEmpty } from "../row/figures.ts";
import { withCarT } from "../row/products.ts";
import { nameOf, nameOfRow } from "../row/row-name.ts";
import { isUnreported } from "../row/row-view.ts";
import { className } from "../words/class-names.ts";
import { type Copy, linkPlaceholder } from "../words/copied.ts";
import { plural } from "../words/counts.ts";
import { elementTexts } from "../words/element.ts";
import { escapeHtml } from "../words/escape-html.ts";
import { withSpaces } from "../words/sentences.ts";
import { type StudyWord, studyWordOf } from "../words/study-word.ts";
import { widening } from "../words/widen-filters.ts";
import { certaintyText } from "./answer-texts.ts";
import { columnOf, copiedCells, copiedText, labelsText, sourceLines } from "./copied-text.ts";
import { madeOtherwise } from "./counting-rules.ts";
import { doubtText } from "./doubt-box.ts";
import { scopeOf } from "./scope.ts";
import type { ScreenOf } from "./screen.ts";
import { linesBelowDrugs, screenLines } from "./screen-lines.ts";

/** Holds an answer as text to copy: in a few lines for a note, and as a table. */
export interface CopiedForms {
  readonly answerVersion: string;
  readonly summary: Copy;
  readonly table: Copy;
}

export function copiedForms(answer: Answer): CopiedForms {
  return {
    answerVersion: answer.answerVersion,
    summary: copiedText(answer, { permalink: linkPlaceholder }),
    table: copiedTable(answer, linkPlaceholder),
  };
}

function typicalText(study: StudyWord): string {
  return `Rates are pooled for a typical ${study}, or counted in the only one; differences are between separate ${plural(study)}.`;
}

/** Makes a table of four columns, which fit on a page in portrait, with the source below. */
export function copiedTable(answer: Answer, permalink: string): Copy {
  const { title } = elementTexts;
  const rows = answer.outcomes.filter((row) => !isUnreported(row));
  const unreported = answer.outcomes.filter(isUnreported).map((row) => nameOfRow(row, answer));
  const column = columnOf(rows) ?? withCarT;
  const lines = isEmpty(answer) ? [] : rows.map((row) => copiedCells(row, answer, column));
  const head = [
    "Outcome",
    ...therapyClasses.map((group) => `${className[group]}, of 100 (95 % interval)`),
    `Difference of 100 ${column} (95 % interval)`,
  ];
  const notes = [
    ...(isEmpty(answer) ? [widening.empty] : []),
    ...(unreported.length > 0 && !isEmpty(answer)
      ? [`${elementTexts.unreported} ${unreported.join("; ")}.`]
      : []),
    [scopeOf(answer), labelsText(answer)].filter(Boolean).join(". "),
    withSpaces([
      typicalText(studyWordOf(answer.query)),
      madeOtherwise(answer),
      certaintyText(answer),
    ]),
    ...sourceLines(answer, permalink),
  ];
  return writeTable({ title, head, lines, notes });
}

interface TableToCopy {
  readonly title: string;
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

function writeTable({ title, head, lines, notes }: TableToCopy): Copy {
  return {
    text: [[title], head, ...lines, ...notes.map((note) => [note])]
      .map((cells) => cells.map(harmless).join("\t"))
      .join("\r\n"),
    html: htmlOf(title, head, lines, notes),
  };
}

/** Makes drugs side by side for the clipboard: each drug with its outcomes in words, as a screen reader hears them. */
export function copyDrugs(view: ScreenOf<"products">, answer: Answer): CopiedForms {
  const { byDrug, verdict, doubt, answerVersion } = view;
  const { outcomes, drugs, furtherDrugs } = byDrug;
  const { title } = elementTexts;
  const doubts = doubtText(doubt);
  const [audience = "", cite = ""] = sourceLines(answer, linkPlaceholder);
  const scope = withSpaces([`${title}: ${scopeOf(answer)}.`, verdict.lead]);
  const texts = [scope, ...screenLines(view), withSpaces([doubts, audience]), cite];
  return {
    answerVersion,
    summary: {
      text: texts.join("\r\n"),
      html: texts.map((text) => `<p>${escapeHtml(text)}</p>`).join(""),
    },
    table: writeTable({
      title,
      head: ["Drug", "Label", ...outcomes.map(nameOf)],
      lines: [...drugs, ...furtherDrugs].map(({ name, label, results }) => [
        name,
        label || "–",
        ...results.map(({ heard }) => heard),
      ]),
      notes: [scope, ...linesBelowDrugs(view), doubts, audience, cite],
    }),
  };
}

function htmlOf(
  title: string,
  head: readonly string[],
  lines: readonly (readonly string[])[],
  notes: readonly string[],
): string {
  const cells = (open: string, close: string, texts: readonly string[]) =>
    texts.map((text) => `${open}${escapeHtml(harmless(text))}${close}`).join("");
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
function harmless(text: string): string {
  const cell = text.replace(/\s+/g, " ");
  return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}
