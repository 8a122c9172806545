/** The lines of one class: its heading, its cohorts, their pool, and what is not in it. */

import type {
  Comparison,
  Interval,
  OutcomeComparison,
  Pool,
  StudyResult,
} from "#core/comparison/answer.ts";
import { longName } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { missingText, shownDifference } from "../view/compare-view.ts";
import * as words from "../words/english/figure.ts";
import { en } from "../words/english/screen.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";

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

/** Words in place of numbers. */
export interface NoteLine {
  readonly kind: "note";
  readonly text: string;
}

export interface HeadingLine {
  readonly kind: "heading";
  readonly text: string;
  /** `7 trials, 415 patients`; empty without a pool. */
  readonly evidence: string;
}

export type Line = HeadingLine | StudyLine | PoolLine | PredictionLine | NoteLine;

export interface ClassPart {
  readonly group: TherapyClass;
  readonly lines: readonly Line[];
}

function nounOf({ query }: Comparison): "trial" | "cohort" {
  return query.evidence === "trial" ? "trial" : "cohort";
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function linesOf(
  group: TherapyClass,
  row: OutcomeComparison,
  comparison: Comparison,
  landmark: boolean,
): Line[] {
  const pool = row.pools[group];
  const noun = nounOf(comparison);
  const heading: HeadingLine = {
    kind: "heading",
    text: words.className[group],
    evidence: pool.k === 0 ? "" : words.evidenceText(pool.k, pool.n, noun),
  };
  if (pool.k === 0) {
    const text = sentence(reasonFor(group, row, comparison));
    return [heading, { kind: "note", text }];
  }
  return [
    heading,
    ...pool.studies.map((study) => studyLine(study, landmark)),
    ...poolLines(pool, row, comparison),
    ...(pool.notPooled.length === 0
      ? []
      : [
          {
            kind: "note",
            text: `${words.notPooledText(pool.notPooled.length, longName[group])}.`,
          } as const,
        ]),
  ];
}

export function reasonFor(
  group: TherapyClass,
  row: OutcomeComparison,
  comparison: Comparison,
): string {
  const selected = comparison.selection.cohorts;
  return missingText(group, row, { strings: en, noun: nounOf(comparison), selected });
}

function studyLine(study: StudyResult, landmark: boolean): StudyLine {
  const { label, product, regimen, estimate, interval, weight } = study;
  return {
    kind: "study",
    label: regimen === "combination" ? `${label} ${words.combinationMark}` : label,
    product,
    count: countOf(study, landmark),
    estimate,
    interval,
    text: rateOf100(estimate),
    range: rangeOf100(interval),
    weight,
    weightText: `${Math.round(weight)} %`,
  };
}

function countOf({ events, n }: Pick<Pool, "events" | "n">, landmark: boolean): string {
  if (n === null) return "–";
  return landmark || events === null ? String(n) : `${events}/${n}`;
}

function poolLines(pool: Pool, row: OutcomeComparison, comparison: Comparison): Line[] {
  const { estimate, interval, predictionInterval } = pool;
  if (estimate === null || interval === null) {
    return [{ kind: "note", text: "No pooled rate can be estimated." }];
  }
  const noun = nounOf(comparison);
  const pooled: PoolLine = {
    kind: "pool",
    label: words.pooledText(noun, comparison.query.model),
    count: countOf(pool, pool.events === null),
    estimate,
    interval,
    text: rateOf100(estimate, shownDifference(row)?.digits),
    range: rangeOf100(interval),
    weightText: "100 %",
  };
  if (predictionInterval === null) return [pooled];
  return [
    pooled,
    {
      kind: "prediction",
      label: words.predictionText(noun),
      interval: predictionInterval,
      range: rangeOf100(predictionInterval),
    },
  ];
}
