/** The lines of one class: its heading, its cohorts, their pool, and those not pooled. */
import type { Interval, StudyResult } from "#core/answer/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ApiComparison, ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import { onAxis } from "../screen/on-axis.ts";
import { studyWordOf } from "../statement/headline-outcome.ts";
import { nameOfClass } from "../statement/products.ts";
import { missingText } from "../statement/row.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { sentence } from "../words/sentences.ts";

/** Its numbers as parts of the axis, and as text. */
export interface Rate {
  readonly estimate: number;
  readonly interval: Interval;
  /** `92` and `(82–97)`. */
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

/** A line with words instead of numbers. */
export interface NoteLine {
  readonly kind: "note";
  readonly text: string;
}

export interface HeadingLine {
  readonly kind: "heading";
  readonly text: string;
  /** `7 trials, 415 patients`; empty if there is no pool. */
  readonly evidence: string;
}

export type Line = HeadingLine | StudyLine | PoolLine | PredictionLine | NoteLine;

export interface ClassPart {
  readonly group: TherapyClass;
  readonly lines: readonly Line[];
}

interface Drawn {
  landmark: boolean;
  /** What the right end of the axis stands for. */
  axisEnd: number;
}

export function linesOf(
  group: TherapyClass,
  row: ApiRow,
  comparison: ApiComparison,
  drawn: Drawn,
  words: Catalogue,
): Line[] {
  const { figure } = words;
  const pool = row.pools[group];
  const noun = studyWordOf(comparison.query);
  const heading: HeadingLine = {
    kind: "heading",
    text: nameOfClass(pool, figure.className[group], words.screen.headline),
    evidence: pool.k === 0 ? "" : figure.evidence(pool.k, pool.n, noun),
  };
  if (pool.k === 0) {
    const text = sentence(reasonFor(group, row, comparison, words));
    return [heading, { kind: "note", text }];
  }
  return [
    heading,
    ...pool.studies.map((study) => studyLine(study, drawn, words)),
    ...poolLines(pool, comparison, drawn, words),
    ...(pool.notPooled.length === 0
      ? []
      : [{ kind: "note", text: figure.notPooled(pool.notPooled.length, group) } as const]),
  ];
}

export function reasonFor(
  group: TherapyClass,
  row: ApiRow,
  { query, selection }: ApiComparison,
  { screen }: Catalogue,
): string {
  return missingText(group, row, {
    strings: screen,
    query,
    selected: selection.cohorts,
  });
}

function studyLine(
  study: StudyResult,
  { landmark, axisEnd }: Drawn,
  { figure, screen: { numbers } }: Catalogue,
): StudyLine {
  const { label, product, regimen, estimate, interval, weight } = study;
  return {
    kind: "study",
    label: regimen === "combination" ? `${label} ${figure.combinationMark}` : label,
    product: productName(product),
    count: countOf(study, landmark),
    ...placed(estimate, interval, axisEnd),
    text: rateOf100(estimate, 0, numbers),
    range: rangeOf100(interval, numbers),
    weight,
    weightText: `${Math.round(weight)} %`,
  };
}

function placed(estimate: number, interval: Interval, axisEnd: number) {
  return { estimate: estimate / (axisEnd / 100), interval: onAxis(interval, axisEnd / 100) };
}

function countOf({ events, n }: Pick<ApiPool, "events" | "n">, landmark: boolean): string {
  if (n === null) return "–";
  return landmark || events === null ? String(n) : `${events}/${n}`;
}

function poolLines(
  pool: ApiPool,
  { query }: ApiComparison,
  { axisEnd }: Drawn,
  { figure, screen: { numbers } }: Catalogue,
): Line[] {
  const { estimate, interval, predictionInterval } = pool;
  if (estimate === null || interval === null) {
    const text = pool.status === "by-trial" ? figure.byTrial : figure.notEstimated;
    return [{ kind: "note", text }];
  }
  const noun = studyWordOf(query);
  const pooled: PoolLine = {
    kind: "pool",
    label: figure.pooled(noun),
    count: countOf(pool, pool.events === null),
    ...placed(estimate, interval, axisEnd),
    text: rateOf100(estimate, 0, numbers),
    range: rangeOf100(interval, numbers),
    weightText: "100 %",
  };
  // A single trial is its own count, drawn already.
  const own = pool.k > 1 ? [pooled] : [];
  if (predictionInterval === null) return own;
  return [
    ...own,
    {
      kind: "prediction",
      label: figure.prediction(noun),
      interval: onAxis(predictionInterval, axisEnd / 100),
      range: rangeOf100(predictionInterval, numbers),
    },
  ];
}
