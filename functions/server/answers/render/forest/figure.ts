/** Collects what a forest plot shows: the trials of a row as in its opened view, and the texts around them. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { type ClassTable, makeClassTables } from "#presentation/row/class-tables.ts";
import { makeRowDifferenceTexts } from "#presentation/row/difference.ts";
import { chooseAxisEnd, hasNoSelectedCohorts, isRowCompared } from "#presentation/row/figures.ts";
import { describeWhyNoNumber } from "#presentation/row/missing.ts";
import { makeNotPooledTexts } from "#presentation/row/not-pooled.ts";
import { listNotes } from "#presentation/row/notes.ts";
import { nameBothClassesOrOnlyProducts } from "#presentation/row/products.ts";
import {
  makeRowView,
  mapClassesToSidesInWords,
  placingByItself,
  type RowView,
} from "#presentation/row/row-view.ts";
import { describeContrastStatistics } from "#presentation/row/statistics.ts";
import type { TrialLine } from "#presentation/row/trial-lines.ts";
import { boundPaths } from "#presentation/svg/marks.tsx";
import {
  describeCertaintyOfSeparateTrials,
  describeFullReview,
} from "#presentation/views/answer-texts.ts";
import { describeCopiedDifference, describeCopiedSide } from "#presentation/views/copied-text.ts";
import { describeModelAndScale, listNonDefaultRules } from "#presentation/views/counting-rules.ts";
import { describeQuestionScope } from "#presentation/views/scope.ts";
import { elementTexts } from "#presentation/words/element.ts";
import {
  chooseStudyWord,
  classInText,
  className,
  type StudyWord,
} from "#presentation/words/names.ts";
import {
  capitalise,
  formatCountWithNoun,
  joinByCommas,
  joinBySpaces,
  writeSentence,
} from "#presentation/words/sentences.ts";
import { widening } from "#presentation/words/widen-filters.ts";

export interface ForestFigure {
  readonly outcome: string;
  readonly title: string;
  readonly detail: string;
  readonly subtitle: readonly string[];
  readonly heads: Readonly<Record<"label" | "drug" | "basis" | "range" | "weight", string>>;
  /** The axis ends here, in patients of 100. */
  readonly axisEnd: number;
  /** This text replaces the trials if none is selected; otherwise empty. */
  readonly empty: string;
  readonly tables: readonly ForestTable[];
  /** Names the classes; then states the difference between them, or why there is none. */
  readonly contrast: readonly string[];
  readonly foot: readonly string[];
  readonly description: string;
}

/** Holds a class, whose number and prediction are lines like those of its trials. */
export interface ForestTable extends ClassTable {
  /** The line is `null` if nothing is pooled, and if a single trial is the number. */
  readonly numberLine: TrialLine | null;
  /** The line is `null` with fewer than three trials. */
  readonly nextLine: TrialLine | null;
}

export function makeForestFigure(row: Row, answer: Answer): ForestFigure {
  const { query } = answer;
  const view = makeRowView(row, answer, placingByItself);
  const noun = chooseStudyWord(query);
  const isLandmark = parseSurvivalFamily(row.outcome) !== null;
  const empty = hasNoSelectedCohorts(answer) ? widening.empty : "";
  const tables = empty ? [] : listForestTables(row, answer);
  const lines = tables.flatMap(({ trials }) => trials);
  const isWeighted = lines.some(isWeightedLine);
  const model = isWeighted
    ? describeModelAndScale(query.model, isLandmark ? "landmark" : "logit")
    : "";
  const contrast = empty ? [] : listContrastTexts(row, view, answer);
  return {
    outcome: row.outcome,
    title: view.label,
    detail: view.detail ?? "",
    subtitle: [describeQuestionScope(answer), joinBySpaces([model, ...listNonDefaultRules(query)])],
    heads: {
      label: capitalise(noun),
      drug: "Drug",
      basis: isLandmark ? "From" : "Events of n",
      range: "% (95 % interval)",
      weight: isWeighted ? "Weight" : "",
    },
    axisEnd: chooseAxisEnd(row),
    empty,
    tables,
    contrast,
    foot: listFootTexts(row, answer, tables),
    description: joinBySpaces([
      `Forest plot: ${joinByCommas([view.label, view.detail])}.`,
      empty,
      ...(empty ? [] : listClassTexts(row, answer, tables)),
      ...contrast.slice(1),
      describeRowCertainty(row, answer),
    ]),
  };
}

/** Lists the tables of an opened row; a class without a number states why, also if it has no table. */
function listForestTables(row: Row, answer: Answer): ForestTable[] {
  const tables = makeClassTables(row, answer);
  const noun = chooseStudyWord(answer.query);
  return therapyClasses.flatMap((group) => {
    const why = describeWhyNoNumber(group, row, answer);
    const missing = why ? [why] : [];
    const [first = makeEmptyClassTable(group), ...others] = tables.filter(
      (table) => table.group === group,
    );
    return [{ ...first, facts: [...missing, ...first.facts] }, ...others].map((table) => ({
      ...table,
      numberLine: makeClassNumberLine(table, noun),
      nextLine: table.next && { ...bareLine, label: `Another ${noun} may show`, drawn: table.next },
    }));
  });
}

function makeEmptyClassTable(group: TherapyClass): ClassTable {
  const name = className[group];
  return { group, name, number: null, facts: [], trials: [], leftOut: [], next: null };
}

const bareLine = { cohort: "", drug: "", of: "", figures: [] };

function makeClassNumberLine(
  { number, sum, trials }: ClassTable,
  noun: StudyWord,
): TrialLine | null {
  // A single trial that is counted is itself the number.
  const isOne = trials.filter(({ drawn }) => drawn?.filled).length === 1;
  if (!number || !sum || isOne) return null;
  const { k, count: basis } = sum;
  if (number.under === "") {
    // A row that shows counts has no rate and no interval beside them.
    const drawn = { ...number, number: "" };
    return {
      ...bareLine,
      label: "Counted together",
      drawn,
      parts: { basis, weight: null, facts: [] },
    };
  }
  const label = k === 1 ? `The whole ${noun}` : `Pooled, typical ${noun}`;
  const weight = trials.some(isWeightedLine) ? 100 : null;
  return { ...bareLine, label, drawn: number, parts: { basis, weight, facts: [] } };
}

function isWeightedLine({ parts }: TrialLine): boolean {
  return (parts?.weight ?? null) !== null;
}

/** Names both classes, then returns the difference and its ratio; or why there is none. */
function listContrastTexts(row: Row, view: RowView, answer: Answer): string[] {
  const names = nameBothClassesOrOnlyProducts(row, classInText);
  const { range = "" } = makeRowDifferenceTexts(row) ?? {};
  const difference = describeCopiedDifference(row, { ...view, notes: [] }, answer, "");
  const texts = [
    // No line ends within an interval.
    difference && writeSentence(difference.replace(range, range.replaceAll(" ", "\u00a0"))),
    describeContrastStatistics(row),
  ].filter((text) => text !== "");
  return texts.length === 0 ? [] : [`${names["car-t"]} v ${names.bsab}`, ...texts];
}

/** States the certainty of the difference; empty if there is no difference. */
function describeRowCertainty(row: Row, { query }: Answer): string {
  return isRowCompared(row) ? describeCertaintyOfSeparateTrials(chooseStudyWord(query)) : "";
}

/** Describes each class as copied text does, as in "CAR-T: 88 of 100 (68–96), 73–97 in 4 trials, 306 patients.". */
function listClassTexts(row: Row, answer: Answer, tables: readonly ForestTable[]): string[] {
  const noun = chooseStudyWord(answer.query);
  const sides = mapClassesToSidesInWords(row, answer, placingByItself);
  return therapyClasses.flatMap((group) => {
    const side = sides.get(group);
    const text = side
      ? describeCopiedSide(side, noun, ` ${elementTexts.of100}`)
      : describeWhyNoNumber(group, row, answer);
    const next = tables.find((table) => table.group === group)?.next;
    return [
      text ? `${className[group]}: ${text}.` : "",
      next ? `Prediction interval (${next.under}).` : "",
    ];
  });
}

/** Lists notes, legend and source. */
function listFootTexts(row: Row, answer: Answer, tables: readonly ForestTable[]): string[] {
  const { query, dataVersion, answerVersion, href } = answer;
  const cohorts = tables.flatMap(({ trials }) => trials.map(({ cohort }) => cohort));
  const unlisted = makeNotPooledTexts(row, answer, new Set(cohorts)).count;
  const notes = [row, answer].flatMap((of) => listNotes(of, answer));
  const labels = [...new Set(notes.map(({ label }) => label))];
  const texts = [
    describeRowCertainty(row, answer),
    unlisted > 0 &&
      `${formatCountWithNoun(unlisted, `selected ${chooseStudyWord(query)}`)} without a figure that stands here.`,
    labels.length > 0 && `Keep in mind: ${labels.join("; ")}.`,
    explainForestMarks(row, chooseStudyWord(query), tables),
    describeFullReview(answer),
    `${elementTexts.footer.audience} Data ${dataVersion}, answer ${answerVersion}.`,
    `Source: Myeloma Compare, ${href}`,
  ];
  return texts.filter((text) => text !== false).filter((text) => text !== "");
}

/** Explains the marks that occur; empty if nothing is drawn. */
function explainForestMarks(row: Row, noun: StudyWord, tables: readonly ForestTable[]): string {
  const lines = tables.flatMap(({ trials }) => trials);
  const numberLines = tables.flatMap(({ numberLine }) => numberLine ?? []);
  const intervals = tables.flatMap(({ numberLine, sum }) => (numberLine && sum?.interval) ?? []);
  const drawn = [...lines, ...numberLines].flatMap((line) => line.drawn ?? []);
  const next = tables.flatMap((table) => table.next ?? []);
  const marks = drawn.flatMap(({ marks }) => marks);
  const bounds = marks.filter(({ kind }) => kind in boundPaths);
  const ends = [...drawn, ...next].flatMap(({ bar = [], tails = [] }) => [...bar, ...tails.flat()]);
  const places = [...ends, ...marks.map(({ at }) => at)];
  const area = lines.some(isWeightedLine) ? ", area by its weight within the class" : "";
  const how =
    parseSurvivalFamily(row.outcome) === null ? "exact" : "as reported or from the number at risk";
  return joinBySpaces([
    drawn.length > 0 && `Square: rate of a ${noun}${area}, with 95 % confidence interval, ${how}.`,
    intervals.length > 0 &&
      `Diamond and dotted line: number of the class with 95 % ${[...new Set(intervals)].join(" or ")}.`,
    drawn.filter(({ filled }) => !filled).length > bounds.length &&
      "Hollow: not pooled for the class, or under 30 patients.",
    marks.some(({ kind }) => kind === "other") && "Dashed square: another outcome.",
    (bounds.length > 0 || Math.max(0, ...places) > chooseAxisEnd(row)) &&
      "Arrow: at least, below, or beyond the axis.",
    next.length > 0 && "Dashed line: 95 % prediction interval.",
  ]);
}
