/** The lines of one class: its heading, its cohorts, their pool, and those not pooled. */

import type { TherapyClass } from "#data/vocabulary.ts";
import type { Rated, TrialStatement } from "../row/trial-statement.ts";
import { onAxis } from "../svg/on-axis.ts";
import type { FullRow } from "../views/full.ts";
import { figure } from "../words/figure.ts";

type Interval = readonly [lower: number, upper: number];

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

export function linesOf(group: TherapyClass, { classes, axis }: FullRow): Line[] {
  const { name, evidence, trials, pool, prediction, missing, notPooledNote } = classes[group];
  const note = (text: string): NoteLine[] => (text === "" ? [] : [{ kind: "note", text }]);
  const heading: HeadingLine = { kind: "heading", text: name, evidence };
  if (trials.length === 0) return [heading, ...note(missing)];
  return [
    heading,
    ...trials.map((trial) => studyLine(trial, axis)),
    ...note(missing),
    ...(pool
      ? [
          {
            kind: "pool",
            label: pool.name,
            count: pool.counted,
            ...placed(pool, axis),
            weightText: "100 %",
          } as const,
        ]
      : []),
    ...(prediction
      ? [
          {
            kind: "prediction",
            label: prediction.name,
            interval: onAxis(prediction.interval, axis / 100),
            range: prediction.range,
          } as const,
        ]
      : []),
    ...note(notPooledNote),
  ];
}

function studyLine(trial: TrialStatement, axis: number): StudyLine {
  const { label, product, isCombined, counted, weight } = trial;
  return {
    kind: "study",
    label: isCombined ? `${label} ${figure.combinationMark}` : label,
    product,
    count: counted,
    ...placed(trial, axis),
    weight: weight ?? 1,
    weightText: weight === null ? "" : `${Math.round(weight)} %`,
  };
}

function placed({ estimate, interval, rate, range }: Rated, axis: number): Rate {
  return {
    estimate: estimate / (axis / 100),
    interval: onAxis(interval, axis / 100),
    text: rate,
    range,
  };
}
