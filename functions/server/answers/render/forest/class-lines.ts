/** Makes the lines of one class: its heading, its cohorts, their pool, and those not pooled. */

import type { Answer, Interval, Pool, Row, Study } from "#core/answer/answer.ts";
import { predictionOf } from "#core/answer/ticks.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { isByTrial } from "#presentation/row/difference.ts";
import { sizeIn } from "#presentation/row/extent.ts";
import { axisEndOf, displayedRate, displayedRateOf } from "#presentation/row/figures.ts";
import { missingText } from "#presentation/row/missing.ts";
import { writtenRange } from "#presentation/row/plotted.ts";
import { namesInRow } from "#presentation/row/products.ts";
import { classAdjective, classInFull } from "#presentation/words/class-names.ts";
import { withNoun } from "#presentation/words/counts.ts";
import { productName } from "#presentation/words/product-name.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { sentence } from "#presentation/words/sentences.ts";
import { notFound } from "#presentation/words/source-tier.ts";
import { studyWordOf } from "#presentation/words/study-word.ts";

/** Holds a rate as fractions of the axis, and as text. */
export interface Rate {
  readonly estimate: number;
  readonly interval: Interval;
  /** The rate and its interval are text such as `92` and `(82–97)`. */
  readonly text: string;
  readonly range: string;
}

export interface StudyLine extends Rate {
  readonly kind: "study";
  readonly label: string;
  readonly product: string;
  readonly count: string;
  readonly weight: number;
  readonly weightText: string;
}

export interface PoolLine extends Rate {
  readonly kind: "pool";
  readonly label: string;
  readonly count: string;
  readonly weightText: string;
}

export interface PredictionLine {
  readonly kind: "prediction";
  readonly label: string;
  readonly interval: Interval;
  readonly range: string;
}

/** Holds a line of words instead of numbers. */
export interface NoteLine {
  readonly kind: "note";
  readonly text: string;
}

export interface HeadingLine {
  readonly kind: "heading";
  readonly text: string;
  /** States the size, as in `7 trials, 415 patients`; empty if there is no pool. */
  readonly evidence: string;
}

export type ForestLine = HeadingLine | StudyLine | PoolLine | PredictionLine | NoteLine;

export interface ClassPart {
  readonly group: TherapyClass;
  readonly lines: readonly ForestLine[];
}

export function linesOf(group: TherapyClass, row: Row, answer: Answer): ForestLine[] {
  const pool = row.pools[group];
  const { studies, notPooled } = pool;
  const noun = studyWordOf(answer.query);
  const rate = displayedRate(pool);
  const prediction = predictionOf(pool);
  const axis = axisEndOf(row);
  const note = (text: string): NoteLine[] => (text === "" ? [] : [{ kind: "note", text }]);
  const heading: HeadingLine = {
    kind: "heading",
    text: namesInRow(row, classInFull)[group],
    evidence: sizeIn(row, group, answer),
  };
  const missing = withoutPool(group, row, answer);
  if (studies.length === 0) return [heading, ...note(missing)];
  const isWeighted = !isByTrial(row, group);
  return [
    heading,
    ...studies.map((study) => studyLine(study, isWeighted, axis)),
    ...note(missing),
    ...(rate && studies.length > 1
      ? [
          {
            kind: "pool",
            // A single trial may have several cohorts, whose counts are added.
            label: pool.k === 1 ? `The whole ${noun}` : `Pooled, typical ${noun}`,
            count: countedIn(pool),
            ...rateOnAxis(rate, axis),
            weightText: "100 %",
          } as const,
        ]
      : []),
    ...(prediction
      ? [
          {
            kind: "prediction",
            label: `Another ${noun} may show`,
            interval: onAxis(prediction, axis),
            range: writtenRange(prediction),
          } as const,
        ]
      : []),
    ...note(notPooledText(notPooled.length, group)),
  ];
}

/** Marks a study in which other myeloma drugs were given as well. */
export const combinationMark = "†";

function notPooledText(count: number, group: TherapyClass): string {
  if (count === 0) return "";
  return `${withNoun(count, `selected ${classAdjective[group]} study`)} without a figure that can be pooled.`;
}

/** Returns why a class has no trials or no pool; empty if it has both. */
export function withoutPool(group: TherapyClass, row: Row, answer: Answer): string {
  if (displayedRateOf(row, group) !== null) return "";
  if (row.pools[group].studies.length === 0) return sentence(missingText(group, row, answer) ?? "");
  return isByTrial(row, group)
    ? "Not pooled: survival at a month stands by trial."
    : "No pooled rate can be estimated.";
}

function studyLine(study: Study, isWeighted: boolean, axis: number): StudyLine {
  const { label, product, regimen, weight } = study;
  const percent = isWeighted ? weight : null;
  return {
    kind: "study",
    label: regimen === "combination" ? `${label} ${combinationMark}` : label,
    product: productName(product),
    count: countedIn(study),
    ...rateOnAxis(study, axis),
    weight: percent ?? 1,
    weightText: percent === null ? "" : `${Math.round(percent)} %`,
  };
}

/** Returns a count for its column, as in `94/97`; only the patients if no events are counted. */
function countedIn({ events, n }: Pick<Pool, "events" | "n">): string {
  if (n === null) return notFound;
  return events === null ? String(n) : `${events}/${n}`;
}

function rateOnAxis(
  { estimate, interval }: Pick<Study, "estimate" | "interval">,
  axis: number,
): Rate {
  return {
    estimate: estimate / (axis / 100),
    interval: onAxis(interval, axis),
    text: rateOf100(estimate),
    range: writtenRange(interval),
  };
}

/**
 * Returns an interval as fractions of the axis. The fractions of cohorts and predictions may exceed 1, because the axis
 * ends where the pools do.
 */
function onAxis([lower, upper]: Interval, axis: number): Interval {
  return [lower / (axis / 100), upper / (axis / 100)];
}

/** Tells whether a position lies beyond the axis by more than rounding. */
export function isBeyond(part: number): boolean {
  return part > 1 + 1e-9;
}
