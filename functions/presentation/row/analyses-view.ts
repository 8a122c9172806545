/**
 * Draws the analyses of a difference as a forest around 0, each with its own difference, and states their results in
 * words.
 */

import { isMade } from "#core/answer/analyses.ts";
import type { Analysis, Interval, Row } from "#core/answer/answer.ts";
import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import { tenth } from "../svg/geometry.ts";
import { differenceRange, signedDifference } from "../words/rates.ts";
import { ratioText } from "../words/ratios.ts";
import { analysisNames, lossesText, nameAnalysis, statusText } from "../words/row-status.ts";
import { uncapitalised, withSpaces } from "../words/sentences.ts";
import { differenceOf } from "./difference.ts";

export interface AnalysesView {
  /** States the result of the analyses, as in "The difference: 1 of 6 analyses keep it". */
  readonly title: string;
  /** The ends of the axis are per 100 patients; 0 lies between them. */
  readonly axis: Interval;
  /** The difference as shown comes first, then each analysis that could be made. */
  readonly lines: readonly AnalysisLine[];
  /** Sentences state why analyses are lost, which gave the same figures, and the range with any one trial left out. */
  readonly beneath: readonly string[];
}

export interface AnalysisLine {
  readonly name: string;
  /** It is true if the interval stays clear of 0 on the same side; `null` for the difference as shown. */
  readonly isKept: boolean | null;
  /** The difference is per 100 patients; above 0 there are more with CAR-T. */
  readonly at: number;
  /** The interval is `null` if the model gives none for the difference. */
  readonly interval: Interval | null;
  /** The number and the range are text such as "21" and "−6 to 35". */
  readonly number: string;
  readonly range: string;
}

/**
 * Returns the forest of the analyses; `null` without a difference. If the interval includes 0, `beneath` holds the
 * leave-one-out range alone.
 */
export function makeAnalysesView(row: Row, without: LeaveOneOut | null): AnalysesView | null {
  const numbers = differenceOf(row);
  if (!numbers || row.status === null) return null;
  const { difference, interval, contrast, includesZero } = numbers;
  const analyses = contrast.analyses ?? [];
  const lines = [lineOf("As shown", null, difference, interval), ...listMadeAnalyses(analyses)];
  return {
    title: titleOf(row.status, interval),
    axis: axisFor(lines),
    lines,
    beneath: [
      withSpaces([...(includesZero ? [] : [lostText(analyses)]), ...extentsOf(analyses)]),
      without === null ? "" : leftOutText(without, includesZero),
    ].filter((text) => text !== ""),
  };
}

/** Returns a line of the forest for each analysis that produced a difference of its own. */
function listMadeAnalyses(analyses: readonly Analysis[]): AnalysisLine[] {
  return analyses.flatMap((analysis) => {
    const { status, differencePer100, differenceInterval } = analysis;
    if (!isMade(analysis) || differencePer100 === null) return [];
    return lineOf(nameOfLine(analysis), status === "keeps", differencePer100, differenceInterval);
  });
}

/** Writes the range with any one trial left out, and the trials without which the interval reaches 0. */
function leftOutText(without: LeaveOneOut, includesZero: boolean): string {
  const { reachesZero, trials, of } = without;
  const range = differenceRange(without.range);
  // An interval that already includes 0 cannot come to reach it, so only the range is stated.
  const reached = includesZero ? range : `${range}; ${reachedText(reachesZero, trials)}`;
  // Without one of the trials there may be no difference to fit.
  return trials === of
    ? `With any one trial left out the difference lies at ${reached}.`
    : `With one of ${trials} of the ${of} trials left out the difference lies at ${reached}; without another no difference is left.`;
}

/** @param labels Names of the trials without which the interval reaches 0. */
function reachedText(labels: readonly string[], trials: number): string {
  if (labels.length === 0) return "the interval stays clear of 0";
  const trialsText =
    labels.length < 3 ? labels.join(" or ") : `any one of ${labels.length} of ${trials} trials`;
  return `the interval reaches 0 without ${trialsText}`;
}

/**
 * States, for a report, what the forest of the analyses does not show: the odds ratio of another model, analyses without a
 * number, and how far the difference is from none. The list is empty if the interval includes 0.
 */
export function describeAnalyses(row: Row): string[] {
  const numbers = differenceOf(row);
  if (!numbers || numbers.includesZero) return [];
  const { difference, interval, contrast } = numbers;
  const [lower, upper] = interval;
  const nearest = signedDifference(lower > 0 ? lower : upper);
  return [
    ...(contrast.analyses ?? []).flatMap(remarkOf),
    `The interval would reach 0 if, in comparable patients, ${nearest} of 100 given bispecifics ${row.phrase}; the difference itself would vanish at ${signedDifference(difference)}.`,
  ];
}

/**
 * Returns the remark on an analysis. Another model is judged by its odds ratio; {@link extentsOf} describes an analysis that
 * could be made only in part.
 */
function remarkOf(analysis: Analysis): string[] {
  const { status, oddsRatio, oddsRatioInterval } = analysis;
  const name = nameOfLine(analysis);
  if (analysis.analysis === "model" && oddsRatio !== null) {
    return [`${name}: odds ratio ${ratioText(oddsRatio, oddsRatioInterval)}.`];
  }
  if (describeAnalysisExtent(analysis) !== "") return [];
  if (status === "same") return [`${name}: the same figures.`];
  return status === "cannot-be-made" ? [`${name}: cannot be made.`] : [];
}

const obstacles: Readonly<Record<NonNullable<Analysis["obstacle"]>, string>> = {
  "few-trials": "fewer than four trials of a class report a median age",
  "few-events": "fewer than five events on a side",
  "ages-apart": "the median ages of the classes do not overlap",
  "few-ages": "the trials of a class have fewer than three different median ages",
  "close-ages":
    "the median ages of one class span less than a quarter of the years that those of the other span",
  "none-within": "no trial of a class lies within the median ages that both classes span",
  "no-fit": "the model found no answer",
};

/**
 * Returns text such as "?: the bar touches 0; smaller in 2, with another model in 1, reversed in none."; empty if no
 * analysis is lost.
 */
function lostText(analyses: readonly Analysis[]): string {
  const losses = lossesText(analyses);
  return losses && `?: the bar touches 0; ${losses}.`;
}

function titleOf(status: NonNullable<Row["status"]>, interval: Interval): string {
  return `The difference: ${statusText(status, interval)}`;
}

/** Names an analysis in its line: "Weakest without cilta-cel", "Another model (GLMM)", "At equal age (64)". */
function nameOfLine(analysis: Analysis): string {
  const { variant } = analysis;
  switch (analysis.analysis) {
    case "product":
    case "trial":
      if (variant === null) return analysisNames[analysis.analysis];
      return `${analysisNames[analysis.analysis]}, nearest to 0 ${uncapitalised(nameAnalysis(analysis))}`;
    case "model":
      if (variant === null) return analysisNames.model;
      return `${analysisNames.model} (${modelNames[variant ?? ""] ?? variant})`;
    case "equal-age":
      return variant === null
        ? analysisNames["equal-age"]
        : `${analysisNames["equal-age"]} (${variant})`;
    default:
      return nameAnalysis(analysis);
  }
}

const modelNames: Readonly<Record<string, string>> = {
  bayes: "Bayesian",
  glmm: "GLMM",
  "half-normal-1.5": "wider prior on the spread",
};

/** Lists the analyses that could be made only in part or not at all. */
function extentsOf(analyses: readonly Analysis[]): string[] {
  return analyses.flatMap((analysis) => {
    const extent = describeAnalysisExtent(analysis);
    return extent === "" ? [] : [`${analysisNames[analysis.analysis]}: ${extent}.`];
  });
}

/** States how much of an analysis could be made, and what it assumes; empty if the analysis is complete. */
export function describeAnalysisExtent({
  analysis,
  made,
  total,
  assumedPer100,
  obstacle,
}: Analysis): string {
  if (obstacle !== null) return obstacles[obstacle];
  if (analysis === "equal-age") return `of ${made} trials that report a median age`;
  if (made === null || total === null || made === total) return "";
  if (analysis !== "apheresed")
    return analysis === "place" || analysis === "model" ? "" : `made for ${made} of ${total}`;
  const assumption =
    assumedPer100 === null
      ? ""
      : `; for the rest ${Math.round(assumedPer100)} of 100 assumed infused`;
  return `apheresed known for ${made} of ${total} trials${assumption}`;
}

function lineOf(
  name: string,
  isKept: boolean | null,
  at: number,
  interval: Interval | null,
): AnalysisLine {
  return {
    name,
    isKept,
    at: tenth(at),
    interval: interval && [tenth(interval[0]), tenth(interval[1])],
    number: withSign(at),
    range: interval ? `${withSign(interval[0])} to ${withSign(interval[1])}` : "",
  };
}

/** Returns text such as "21", "−6", "<1". A value other than 0 is never rounded to 0. */
function withSign(value: number): string {
  const size = Math.round(Math.abs(value));
  if (size === 0 && value !== 0) return value > 0 ? "<1" : ">−1";
  return value < 0 ? `−${size}` : `${size}`;
}

/** A drawing uses the first axis that holds every bar, so that rows of one kind share an axis. */
const axes: readonly Interval[] = [
  [-25, 45],
  [-45, 25],
  [-70, 70],
  [-100, 100],
];

function axisFor(lines: readonly AnalysisLine[]): Interval {
  const ends = lines.flatMap(({ at, interval }) => [at, ...(interval ?? [])]);
  const [lower, upper] = [Math.min(...ends), Math.max(...ends)];
  return axes.find(([from, to]) => from <= lower && upper <= to) ?? [-100, 100];
}
