/** Collects the texts and lines of a forest plot of one row, before it is laid out. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { predictionOf } from "#core/answer/ticks.ts";
import type { Query } from "#core/question/query.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { isByTrial } from "#presentation/row/difference.ts";
import { sizeIn } from "#presentation/row/extent.ts";
import {
  axisEndOf,
  displayedRateOf,
  type IntervalKind,
  intervalKindsOf,
  isCompared,
  isEmpty,
} from "#presentation/row/figures.ts";
import { missingInRow } from "#presentation/row/missing.ts";
import { notesOfAnswer, notesOfRow } from "#presentation/row/notes.ts";
import { writtenRange } from "#presentation/row/plotted.ts";
import { namesInRow, withFirst } from "#presentation/row/products.ts";
import { byItself, type RowView, rowView, sidesInWords } from "#presentation/row/row-view.ts";
import { ratioText } from "#presentation/row/statistics.ts";
import { certaintySentence } from "#presentation/views/answer-texts.ts";
import { modelText, rules } from "#presentation/views/counting-rules.ts";
import { scopeOf } from "#presentation/views/scope.ts";
import { classInFull, classInText } from "#presentation/words/class-names.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { describeStatusBeside } from "#presentation/words/row-status.ts";
import { capitalised, sentence } from "#presentation/words/sentences.ts";
import { studyWordOf } from "#presentation/words/study-word.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import {
  type ClassPart,
  combinationMark,
  type ForestLine,
  isBeyond,
  linesOf,
  withoutPool,
} from "./class-lines.ts";

export interface ForestFigure {
  readonly outcome: string;
  readonly title: string;
  readonly detail: string;
  readonly subtitle: readonly string[];
  readonly heads: Readonly<Record<"cohort" | "product" | "count" | "rate" | "weight", string>>;
  readonly axisTitle: string;
  /** The axis ends here, in patients of 100. */
  readonly axisEnd: number;
  readonly parts: readonly ClassPart[];
  readonly contrastHeading: string;
  /** The first line is the difference. */
  readonly contrast: readonly string[];
  readonly foot: readonly string[];
  /** This text replaces the cohorts if there are none. */
  readonly empty: string;
  readonly description: string;
}

/** Makes the figure of a row, with the parts of the whole answer that apply to it. */
export function figureOf(row: Row, answer: Answer): ForestFigure {
  const { empty } = widening;
  const { query } = answer;
  const view = rowView(row, answer, byItself);
  const isLandmark = familyOf(row.outcome) !== null;
  const isWithout = isEmpty(answer);
  const parts = therapyClasses.map((group) => ({ group, lines: linesOf(group, row, answer) }));
  const isPooled = !therapyClasses.some((group) => isByTrial(row, group));
  const model = isPooled ? [modelText(query.model, isLandmark ? "landmark" : "logit")] : [];
  const against = namesInRow(row, classInText);
  const contrast = contrastOf(row, view, answer);
  return {
    outcome: row.outcome,
    title: view.label,
    detail: view.detail ?? "",
    subtitle: [scopeOf(answer), [...model, ...rules(query)].join(" ")],
    heads: {
      cohort: capitalised(studyWordOf(query)),
      product: "Drug",
      count: isLandmark ? "Patients" : "Events/n",
      rate: rateHead(intervalKindsOf(row, query)),
      weight: isPooled ? "Weight" : "",
    },
    axisTitle: "Patients, %",
    axisEnd: axisEndOf(row),
    parts: isWithout ? [] : parts,
    contrastHeading: `${against["car-t"]} against ${against.bsab}`,
    contrast: isWithout ? [] : contrast,
    foot: footOf(row, answer, parts),
    empty,
    description: isWithout ? `${row.label}. ${empty}` : describe(row, view, answer, contrast),
  };
}

const short: Readonly<Record<IntervalKind, string>> = { credible: "CrI", confidence: "CI" };

/** Names the intervals of the cohorts and, if they are of another kind, those of the pools. */
function rateHead(pooled: readonly IntervalKind[]): string {
  const kinds = pooled.map((kind) => short[kind]);
  const pooledKinds = kinds.includes("CrI") ? `; pooled ${kinds.join(" or ")}` : "";
  return `% (95 % CI${pooledKinds})`;
}

/** Returns the difference, how many analyses keep it, and its ratio; or why there is none. */
function contrastOf(row: Row, { difference, status }: RowView, answer: Answer): string[] {
  if (!difference) {
    const why = missingInRow(row, answer);
    return why === "" ? [] : [`Not compared: ${why}.`];
  }
  const { amount, range } = difference;
  const further = describeStatusBeside(range, status.text);
  const texts = [
    `${amount} ${elementTexts.of100} ${row.phrase} ${withFirst(row)} (${range.replaceAll(" ", "\u00a0")}).`,
    further && sentence(further),
    ratioText(row),
  ];
  return texts.filter((text) => text !== "");
}

/** States the certainty of the difference; empty if there is no difference. */
function certaintyOf(row: Row, { query }: Answer): string {
  return isCompared(row) ? certaintySentence(studyWordOf(query)) : "";
}

/** Lists notes, legend and source. */
function footOf(row: Row, answer: Answer, parts: readonly ClassPart[]): string[] {
  const { query, review, dataVersion, answerVersion, href } = answer;
  const trials = therapyClasses.flatMap((group) => row.pools[group].studies);
  const notes = [...notesOfRow(row, answer), ...notesOfAnswer(answer)];
  const labels = [...new Set(notes.map(({ label }) => label))];
  const isPredicted = therapyClasses.some((group) => predictionOf(row.pools[group]));
  const isCombined = trials.some(({ regimen }) => regimen === "combination");
  const texts = [
    certaintyOf(row, answer),
    labels.length > 0 ? `Keep in mind: ${labels.join("; ")}.` : "",
    trials.length === 0 ? "" : legend(row, query, isPredicted),
    parts.some(({ lines }) => lines.some(isCut)) ? "An arrow: it goes on beyond the axis." : "",
    isCombined ? `${combinationMark} Together with other myeloma drugs.` : "",
    review.statement,
    `${elementTexts.footer.audience} Data ${dataVersion}, answer ${answerVersion}.`,
    `Source: Myeloma Compare, ${href}`,
  ];
  return texts.filter((text) => text !== "");
}

function legend(row: Row, query: Query, isPredicted: boolean): string {
  // The area of a square is a weight.
  const isWeighted = !therapyClasses.some((group) => isByTrial(row, group));
  const interval =
    familyOf(row.outcome) === null
      ? "exact 95 % confidence interval (CI)"
      : "95 % interval (CI) as reported or from the number at risk";
  const kinds = intervalKindsOf(row, query)
    .map((kind) => `${kind} interval (${short[kind]})`)
    .join(" or ");
  return [
    `Square: rate of a ${studyWordOf(query)}${isWeighted ? ", area by its weight within the class" : ""}, with ${interval}.`,
    ...(kinds ? [`Diamond and dotted line: pooled rate with 95 % ${kinds}.`] : []),
    ...(isPredicted ? ["Dashed line: 95 % prediction interval."] : []),
  ].join(" ");
}

function isCut(line: ForestLine): boolean {
  return "interval" in line && isBeyond(line.interval[1]);
}

/** Describes the result in words, for screen readers. */
function describe(
  row: Row,
  { label, detail }: RowView,
  answer: Answer,
  contrast: readonly string[],
): string {
  return [
    `Forest plot: ${[label, detail].filter(Boolean).join(", ")}.`,
    ...therapyClasses.map((group) => classText(group, row, answer)),
    ...contrast,
    certaintyOf(row, answer),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Describes a class, as in "CAR-T: 92 of 100 (82–97), 7 trials, 415 patients.". */
function classText(group: TherapyClass, row: Row, answer: Answer): string {
  const name = namesInRow(row, classInFull)[group];
  const number = sidesInWords(row, answer, byItself).get(group)?.written(` ${elementTexts.of100}`);
  if (displayedRateOf(row, group) === null || number === undefined) {
    return `${name}: ${withoutPool(group, row, answer)}`;
  }
  const pooled = `${name}: ${number}, ${sizeIn(row, group, answer)}.`;
  const prediction = predictionOf(row.pools[group]);
  return prediction ? `${pooled} Prediction interval ${writtenRange(prediction)}.` : pooled;
}
