/** A picture of one row: its texts and lines, before it is laid out. */

import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { numberText } from "../row/side-statement.ts";
import { isBeyond } from "../svg/on-axis.ts";
import type { FullRow, FullStatement } from "../views/full.ts";
import { figure } from "../words/figure.ts";
import { screen } from "../words/screen.ts";
import { widening } from "../words/widen-filters.ts";
import { type ClassPart, type Line, linesOf } from "./class-lines.ts";

export interface Figure {
  readonly outcome: string;
  readonly title: string;
  readonly detail: string;
  readonly subtitle: readonly string[];
  readonly heads: Readonly<Record<"cohort" | "product" | "count" | "rate" | "weight", string>>;
  readonly axisTitle: string;
  /** What the right end of the axis stands for, in patients of 100. */
  readonly axisEnd: number;
  readonly parts: readonly ClassPart[];
  readonly contrastHeading: string;
  /** Starts with the difference. */
  readonly contrast: readonly string[];
  readonly foot: readonly string[];
  /** Shown instead of cohorts if there are none. */
  readonly empty: string;
  readonly description: string;
}

/** One row with the parts of the whole answer that apply to it. */
export function figureOf(answer: FullStatement, row: FullRow): Figure {
  const { events, patients, ...heads } = figure.heads;
  const { empty } = widening;
  const { isLandmark, axis, contrast } = row;
  const { scope, rules, models, isEmpty } = answer;
  const parts = therapyClasses.map((group) => ({ group, lines: linesOf(group, row) }));
  const model = isByTrial(row) ? [] : [`${models[isLandmark ? "landmark" : "logit"]}.`];
  return {
    outcome: row.outcome,
    title: row.label,
    detail: row.detail ?? "",
    subtitle: [scope, [...model, ...rules].join(" ")],
    heads: {
      ...heads,
      count: isLandmark ? patients : events,
      rate: figure.rateHead(row.intervals),
      ...(isByTrial(row) && { weight: "" }),
    },
    axisTitle: figure.axisTitle,
    axisEnd: axis,
    parts: isEmpty ? [] : parts,
    contrastHeading: row.contrastHeading,
    contrast: isEmpty ? [] : [...contrast.finding, contrast.ratio].filter(Boolean),
    foot: footOf(answer, row, parts),
    empty,
    description: isEmpty ? `${row.label}. ${empty}` : describe(row),
  };
}

/** What is to be kept in mind, the legend, and the source. */
function footOf(
  { notes, dataVersion, answerVersion, review, href }: FullStatement,
  row: FullRow,
  parts: readonly ClassPart[],
): string[] {
  const classes = therapyClasses.map((group) => row.classes[group]);
  const trials = classes.flatMap((one) => one.trials);
  const labels = [...new Set([...row.notes, ...notes].map(({ label }) => label))];
  const inMind = labels.length > 0 ? figure.notes(labels) : "";
  const cutOff = parts.some(({ lines }) => lines.some(isCut)) ? figure.cutOff : "";
  const versions = figure.versions(dataVersion, answerVersion);
  const legend =
    trials.length > 0 &&
    figure.legend({
      intervals: row.intervals,
      predicted: classes.some(({ prediction }) => prediction !== null),
      landmark: row.isLandmark,
      weighted: !isByTrial(row),
    });
  const drugs = trials.some(({ isCombined }) => isCombined) && figure.combinationNote;
  const texts = [
    row.certainty,
    inMind,
    legend,
    cutOff,
    drugs,
    review,
    `${screen.footer.audience} ${versions}`,
    figure.source(href),
  ];
  return texts.filter((text) => typeof text === "string" && text !== "") as string[];
}

/** Each trial stands for itself: nothing is pooled or weighted. */
function isByTrial({ classes }: FullRow): boolean {
  return therapyClasses.some((group) => classes[group].isByTrial);
}

function isCut(line: Line): boolean {
  return "interval" in line && isBeyond(line.interval[1]);
}

/** The result in words, for screen readers. */
function describe(row: FullRow): string {
  const { label, detail, contrast, certainty } = row;
  return [
    figure.description.opening([label, detail].filter(Boolean).join(", ")),
    ...therapyClasses.map((group) => classText(group, row)),
    ...contrast.finding,
    contrast.ratio,
    certainty,
  ]
    .filter(Boolean)
    .join(" ");
}

/** "CAR-T: 92 of 100 (82–97), 7 trials, 415 patients." */
function classText(group: TherapyClass, { sides, classes }: FullRow): string {
  const { rate, isCount, range } = sides[group];
  const { name, evidence, missing, prediction } = classes[group];
  if (rate === null) return `${name}: ${missing}`;
  const found = `${name}: ${numberText({ rate, isCount, range }, screen.of100)}, ${evidence}.`;
  return prediction ? `${found} ${figure.description.prediction(prediction.range)}` : found;
}
