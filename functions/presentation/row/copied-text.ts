/** The answer in a few plain lines, or one row, for a note. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { Copy } from "../words/copied.ts";
import { dateText } from "../words/dates.ts";
import { escapeHtml } from "../words/escape-html.ts";
import { screen } from "../words/screen.ts";
import { table } from "../words/table.ts";
import { widening } from "../words/widen-filters.ts";
import { copiedLine } from "./copied-row.ts";
import { displayedRateOf, headlineOutcome } from "./figures.ts";
import { notesOfAnswer, textsAt } from "./notes.ts";
import { aboveRows, armInText } from "./randomised-trials.ts";

/** An answer with what is said around its rows. */
export interface ToCopy {
  readonly answer: Answer;
  /** The evidence that was asked for in one line. */
  readonly scope: string;
  /** How its numbers are made, where it is not as usual; else empty. */
  readonly made: string;
  /** What the rates are of all whose cells were collected; empty where it is not known. */
  readonly collected: string;
  /** How certain all of it is; empty without a figure. */
  readonly certainty: string;
  /** Who was in these trials. */
  readonly patients: string;
  /** States what nobody has reviewed yet; empty after a clinician's review. */
  readonly review: string;
}

/** Lines about outcomes, if the headline tells of none. */
const mostLines = 2;

interface Asked {
  readonly permalink: string;
  /** The row that is copied; all of the answer if not given. */
  readonly outcome?: string | undefined;
}

export function copiedText(toCopy: ToCopy, { permalink, outcome }: Asked): Copy {
  const { answer, scope, made, certainty, patients } = toCopy;
  const rows = rowsOf(answer, outcome);
  const above = (outcome === undefined ? aboveRows(answer) : []).flatMap((trial) =>
    trial.arms.map((arm) => armInText(arm, trial)),
  );
  const [audience = "", cite = ""] = sourceLines(toCopy, permalink);
  const headline = headlineOutcome(answer.outcomes)?.outcome;
  const collected = (outcome ?? headline) === headline && toCopy.collected;
  const lines = [
    [`${screen.title}: ${scope}.`, made, labelsText(answer)].filter(Boolean).join(" "),
    ...(above.length > 0 ? [table.randomised(above)] : []),
    ...(isEmpty(answer) ? [widening.empty] : rows.map((row) => copiedLine(row, answer))),
    [collected, table.brackets, certainty, patients, audience].filter(Boolean).join(" "),
    cite,
  ];
  return {
    text: lines.join("\r\n"),
    html: lines.map((line) => `<p>${escapeHtml(line)}</p>`).join(""),
  };
}

/** Where a side rests on the label of some regions only, or on none; else empty. */
export function labelsText(answer: Answer): string {
  return textsAt(notesOfAnswer(answer), "labels").join(" ");
}

/** Whether no study answers the question. */
export function isEmpty({ selection }: Pick<Answer, "selection">): boolean {
  return therapyClasses.every((group) => selection.cohorts[group] === 0);
}

/** Whom it is for, who reviewed it, and how to cite it. */
export function sourceLines(
  { answer: { dataDate, answerVersion }, review }: Pick<ToCopy, "answer" | "review">,
  link: string,
): string[] {
  return [
    [screen.footer.audience, review].filter(Boolean).join(" "),
    table.cite({ title: screen.title, date: dateText(dataDate), version: answerVersion, link }),
  ];
}

/** The row asked for; else that of the headline with its harms, or the first rows where there is no headline. */
function rowsOf({ outcomes }: Answer, outcome: string | undefined): readonly Row[] {
  if (outcome !== undefined) return outcomes.filter((row) => row.outcome === outcome);
  const hasNumber = (row: Row) =>
    therapyClasses.some((group) => displayedRateOf(row, group) !== null);
  const headline = headlineOutcome(outcomes);
  if (!headline) return outcomes.filter(hasNumber).slice(0, mostLines);
  const isHarm = (row: Row) => row.role === "headline-harm" && row !== headline;
  return [headline, ...outcomes.filter((row) => isHarm(row) && hasNumber(row))];
}
