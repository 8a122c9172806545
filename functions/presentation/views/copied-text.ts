/**
 * Writes the answer, or one row of it, in a few plain lines for a note: numbers as rows draw them, with what each rests
 * on.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { findDifferenceNumbers, makeRowDifferenceTexts } from "../row/difference.ts";
import {
  findHeadlineRow,
  hasNoSelectedCohorts,
  hasRateOfAnyClass,
  hasTreatedPatientsOnly,
} from "../row/figures.ts";
import { describeWhyNoDifference } from "../row/missing.ts";
import { joinLabelAndDetail } from "../row/names.ts";
import { describeWithCarTOrOnlyProduct } from "../row/products.ts";
import { makeRandomisedTable, type RandomisedTable } from "../row/randomised-table.ts";
import { listTrialsAboveRows } from "../row/randomised-trials.ts";
import { formatNumberWithRange, type RankedText } from "../row/randomised-words.ts";
import {
  listAllRowRemarks,
  makeRowView,
  mapClassesToSidesInWords,
  placingByItself,
  type RowView,
} from "../row/row-view.ts";
import type { SideInWords } from "../row/side-view.ts";
import { formatDate } from "../words/dates-and-times.ts";
import { elementTexts } from "../words/element.ts";
import { type Copy, makeClipboardText } from "../words/html.ts";
import { chooseStudyWord, className, type StudyWord, unreported } from "../words/names.ts";
import {
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  uncapitalise,
  writeSentence,
} from "../words/sentences.ts";
import { widening } from "../words/widen-filters.ts";
import {
  describeAnswerReview,
  describeCertaintyOfAnswer,
  describePatientCharacteristics,
} from "./answer-texts.ts";
import { describeNonDefaultRulesAndModel } from "./counting-rules.ts";
import { placeNotes } from "./placed-notes.ts";
import { describeQuestionScope } from "./scope.ts";
import { listSurvivalSentences } from "./screen-lines.ts";
import type { FamilyView } from "./survival.ts";

/** This many outcomes are copied if no outcome leads the headline. */
const mostLines = 2;

/** Explains the brackets of a copied line. */
const brackets = "In brackets: 95 % intervals, counts of single trials; [what a number rests on].";

export interface CopiedPlace {
  readonly permalink: string;
  /** Holds the kind of survival on screen, which is copied in place of rows; `null` on any other screen. */
  readonly survival?: CopiedSurvival | null | undefined;
  /** Names the row to copy; if absent, the whole answer is copied. */
  readonly outcome?: string | undefined;
}

/** Holds what is copied of survival: its headline, the view that the screen draws, and the outcomes of further rows. */
export interface CopiedSurvival {
  readonly lead: string | null;
  readonly shown: FamilyView;
  readonly rows: readonly Row[];
}

export function makeAnswerClipboardText(
  answer: Answer,
  { permalink, outcome, survival }: CopiedPlace,
): Copy {
  if (survival) return makeSurvivalClipboardText(answer, permalink, survival);
  const rows = chooseRowsToCopy(answer, outcome);
  const above = (outcome === undefined ? listTrialsAboveRows(answer) : []).flatMap((trial) =>
    trial.arms.map((arm) =>
      describeRandomisedTable(makeRandomisedTable(arm, trial, { part: "benefits" })),
    ),
  );
  const [audience = "", cite = ""] = listAudienceAndCitation(answer, permalink);
  const lines = [
    describeCopiedQuestion(answer),
    ...(above.length > 0 ? [above.join(" ")] : []),
    ...(hasNoSelectedCohorts(answer)
      ? [widening.empty]
      : rows.map((row) => describeCopiedRow(row, answer))),
    joinBySpaces([
      brackets,
      describeCertaintyOfAnswer(answer),
      describePatientCharacteristics(answer),
      audience,
    ]),
    cite,
  ];
  return makeClipboardText(lines);
}

/** Copies one kind of survival: its headline, randomised trials, then each drug in its own trial. */
function makeSurvivalClipboardText(
  answer: Answer,
  permalink: string,
  { lead, shown, rows }: CopiedSurvival,
): Copy {
  const [audience = "", cite = ""] = listAudienceAndCitation(answer, permalink);
  return makeClipboardText([
    joinBySpaces([describeCopiedQuestion(answer), lead]),
    ...(shown.randomised?.tables ?? []).map(describeRandomisedTable),
    ...(hasNoSelectedCohorts(answer) ? [widening.empty] : listSurvivalSentences(shown)),
    ...rows
      .filter(hasRateOfAnyClass)
      .slice(0, mostLines)
      .map((row) => describeCopiedRow(row, answer)),
    ...shown.matched,
    joinBySpaces([
      shown.twice,
      shown.about,
      keyOfMonths,
      describeCertaintyOfAnswer(answer),
      describePatientCharacteristics(answer),
      audience,
    ]),
    cite,
  ]);
}

/** Explains the signs of copied months. */
const keyOfMonths =
  "In brackets after a median: 95 % intervals; NR: not reached. ≥, <50, ≈50, >50: bounds by later months or medians.";

function describeCopiedQuestion(answer: Answer): string {
  return joinBySpaces([
    `${elementTexts.title}: ${describeQuestionScope(answer)}.`,
    describeNonDefaultRulesAndModel(answer),
    describeLabelNotes(answer),
  ]);
}

/** Writes a randomised trial as sentences: each row with both arms, then early deaths. */
export function describeRandomisedTable({
  title,
  about,
  axis,
  rows,
  deaths,
  missing,
}: RandomisedTable): string {
  const unit = axis ? "" : " of 100";
  const outcomes = rows.map(({ name, at, arms, beside, beneath }) => {
    const numbers = arms.map(({ side: { number, under } }) =>
      number ? formatNumberWithRange(number, under) : under,
    );
    return joinBySemicolons([
      joinBySpaces([name, at, numbers.length > 0 && `${numbers.join(" v ")}${unit}`]),
      formatTextWithSourceKind(beside),
      ...beneath.map(formatTextWithSourceKind),
    ]);
  });
  return joinBySpaces([
    `${title}: ${uncapitalise(about)}`,
    ...[...outcomes, ...deaths.map(formatTextWithSourceKind)].map(writeSentence),
    missing,
  ]);
}

function formatTextWithSourceKind({ text, rank }: RankedText): string {
  return rank === "" ? text : `${text} (${rank})`;
}

/**
 * Returns the notes on regimens that are labelled in some of the regions only, or in none; empty if there are none.
 */
export function describeLabelNotes(answer: Answer): string {
  return placeNotes("copy", answer)("scope").join(" ");
}

/** Returns two lines: the audience with the state of review, and the citation. */
export function listAudienceAndCitation(answer: Answer, link: string): string[] {
  const { dataDate, answerVersion } = answer;
  return [
    joinBySpaces([elementTexts.footer.audience, describeAnswerReview(answer)]),
    `Cite as: Myeloma Compare. ${elementTexts.title}. Data of ${formatDate(dataDate)}, version ${answerVersion}. ${link}`,
  ];
}

/**
 * Returns the requested row; without one, the row of the headline with its harms, or the first rows if there is no
 * headline.
 */
function chooseRowsToCopy({ outcomes }: Answer, outcome: string | undefined): readonly Row[] {
  if (outcome !== undefined) return outcomes.filter((row) => row.outcome === outcome);
  const headline = findHeadlineRow(outcomes);
  if (!headline) return outcomes.filter(hasRateOfAnyClass).slice(0, mostLines);
  const isHarm = (row: Row) => row.role === "headline-harm" && row !== headline;
  return [headline, ...outcomes.filter((row) => isHarm(row) && hasRateOfAnyClass(row))];
}

/**
 * Returns the line of a row with the remarks that its numbers require, as in "Response: CAR-T 88 of 100 infused (68–96)
 * [73–97 in 4 trials, 290 patients], bispecific …; 21 more of 100 responded with CAR-T (1 to 33).".
 */
export function describeCopiedRow(row: Row, answer: Answer): string {
  const view = makeRowView(row, answer, placingByItself);
  const noun = chooseStudyWord(answer.query);
  const sides = mapClassesToSidesInWords(row, answer, placingByItself);
  const rates = [...sides].map(([group, side]) => {
    const name = `${className[group]}${side?.name ? ` (${side.name})` : ""}`;
    const behind = side?.behind(noun);
    return `${name} ${describeSideNumber(side, ` ${describeDenominator(group, row)}`)}${behind ? ` [${behind}]` : ""}`;
  });
  const line = joinBySemicolons([
    rates.join(", "),
    describeCopiedDifference(row, view, answer, ""),
  ]);
  return [`${joinLabelAndDetail(view)}: ${line}.`, ...listAllRowRemarks(view)].join(" ");
}

/**
 * Returns the cells of a row: its name, both classes, and their difference.
 *
 * @param column The side of all differences if the heading names it, such as "with CAR-T"; otherwise empty.
 */
export function listCopiedCells(row: Row, answer: Answer, column: string): string[] {
  const view = makeRowView(row, answer, placingByItself);
  const noun = chooseStudyWord(answer.query);
  const sides = mapClassesToSidesInWords(row, answer, placingByItself);
  const end = describeCopiedDifference(row, view, answer, column);
  const remarks = listAllRowRemarks(view);
  return [
    joinLabelAndDetail(view),
    ...therapyClasses.map((group) => {
      const side = sides.get(group);
      return side === undefined ? "–" : describeCopiedSide(side, noun);
    }),
    joinBySpaces([end && (remarks.length > 0 ? `${end}.` : end), ...remarks]) || "–",
  ];
}

/**
 * Describes a side, as in "94 (72–98), cilta-cel: 137 of 145".
 *
 * @param unit " of 100" where no heading states the unit.
 */
export function describeCopiedSide(side: SideInWords | null, noun: StudyWord, unit = ""): string {
  const behind = [side?.name, side?.behind(noun)].filter(Boolean).join(": ");
  return joinByCommas([describeSideNumber(side, unit), behind]);
}

function describeSideNumber(side: SideInWords | null, unit: string): string {
  return side?.written(unit) ?? unreported;
}

/** Returns the denominator of a rate, as in "of 100 infused". */
function describeDenominator(group: TherapyClass, row: Row): string {
  if (!hasTreatedPatientsOnly(row, group)) return "of 100 patients";
  return { "car-t": "of 100 infused", bsab: "of 100 treated" }[group];
}

/**
 * Returns the difference with its certainty, or why there is none; empty if a notice states the reason once for all
 * rows.
 */
export function describeCopiedDifference(
  row: Row,
  view: RowView,
  answer: Answer,
  column: string,
): string {
  const difference = makeRowDifferenceTexts(row);
  const { status } = view;
  if (!difference) {
    const why = describeWhyNoDifference(row, answer);
    return why && `not compared: ${why}`;
  }
  const { amount, range, includesZero } = difference;
  const withWhat = describeWithCarTOrOnlyProduct(row);
  const what = column === "" ? `${elementTexts.of100} ${row.phrase}` : row.phrase;
  const end = withWhat === column ? "" : ` ${withWhat}`;
  return joinBySemicolons([
    `${amount} ${what}${end} (${range})`,
    // Where 0 lies within, the status is the interval.
    !includesZero && status.text,
  ]);
}

/**
 * Returns the side that all differences of these rows refer to: "with CAR-T", or "with" and its only product. It is
 * `null` if they differ, or if no row has a difference.
 */
export function describeSharedSideOfDifferences(rows: readonly Row[]): string | null {
  const compared = rows.filter((row) => findDifferenceNumbers(row) !== null);
  const [first, another] = new Set(compared.map(describeWithCarTOrOnlyProduct));
  return another === undefined ? (first ?? null) : null;
}
