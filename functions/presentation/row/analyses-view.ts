/**
 * Draws the analyses of a difference as a forest around 0, each with its own difference, and states their results in
 * words.
 */

import { isComputedAnalysis } from "#core/answer/analyses.ts";
import type { Analysis, Interval, Row } from "#core/answer/answer.ts";
import type { LeaveOneOut } from "#core/answer/influential-trials.ts";
import { roundToTenth } from "../svg/geometry.ts";
import { formatRatioWithInterval } from "../words/numbers.ts";
import { formatDifferenceRange, formatMoreOrFewer } from "../words/rates.ts";
import { analysisNames, describeRowStatus, lossTexts, nameAnalysis } from "../words/row-status.ts";
import { joinBySemicolons, joinBySpaces, uncapitalise } from "../words/sentences.ts";
import { findDifferenceNumbers } from "./difference.ts";

export interface AnalysesView {
  /** States the result of the analyses, as in "The difference: 1 of 6 analyses keep it". */
  readonly title: string;
  /** The ends of the axis are per 100 patients; 0 lies between them. */
  readonly axis: Interval;
  /** The difference as shown comes first, then each analysis that could be made. */
  readonly lines: readonly AnalysisLine[];
  /** Sentences state what the marks mean, what could not be made, and the range with any one trial left out. */
  readonly beneath: readonly string[];
}

export interface AnalysisLine {
  readonly name: string;
  /**
   * States whether the interval stays clear of 0 on the same side, and else why not, as in "reaches 0: smaller"; empty for
   * the difference as shown.
   */
  readonly result: string;
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
  const numbers = findDifferenceNumbers(row);
  if (!numbers || row.status === null) return null;
  const { difference, interval, contrast, includesZero } = numbers;
  const analyses = contrast.analyses ?? [];
  const lines = [
    makeAnalysisLine({ name: "As shown", result: "" }, difference, interval),
    ...listAnalysisLinesWithDifference(analyses),
  ];
  return {
    title: describeAnalysesResult(row.status, interval),
    axis: chooseDifferenceAxis(lines),
    lines,
    beneath: [
      joinBySpaces([
        explainWhichOmissionIsShown(analyses),
        ...listIncompleteAnalysisRemarks(analyses),
      ]),
      without === null ? "" : describeLeaveOneOut(without, includesZero),
    ].filter((text) => text !== ""),
  };
}

/** Returns a line of the forest for each analysis that produced a difference of its own. */
function listAnalysisLinesWithDifference(analyses: readonly Analysis[]): AnalysisLine[] {
  return analyses.flatMap((analysis) => {
    const { status, lossReason, differencePer100, differenceInterval } = analysis;
    if (!isComputedAnalysis(analysis) || differencePer100 === null) return [];
    const loss = lossReason === null ? "reaches 0" : lossTexts[lossReason];
    const named = {
      name: nameAnalysisLine(analysis),
      result: status === "keeps" ? "keeps it" : loss,
    };
    return makeAnalysisLine(named, differencePer100, differenceInterval);
  });
}

/** Writes the estimates with each trial left out in turn, and the trials without which the interval reaches 0. */
function describeLeaveOneOut(without: LeaveOneOut, includesZero: boolean): string {
  const { reachesZero, trials, of } = without;
  const range = formatDifferenceRange(without.range);
  const all = trials === of ? "each trial" : `${trials} of the ${of} trials`;
  // An interval that already includes 0 cannot come to reach it, so only the range is stated.
  return joinBySemicolons([
    `Leaving out ${all} in turn gives estimates of ${range}`,
    includesZero ? "" : describeWhetherZeroReached(reachesZero, trials),
    trials === of ? "" : "without another no difference is left",
  ]).concat(".");
}

/**
 * Returns words that say without which trials, or without how many, the interval reaches 0, or that it always stays
 * clear of 0.
 *
 * @param labels Names of the trials without which the interval reaches 0.
 * @param trials The number of trials that were left out in turn.
 */
function describeWhetherZeroReached(labels: readonly string[], trials: number): string {
  if (labels.length === 0) return "the interval stays clear of 0";
  return labels.length < 3
    ? `the interval reaches 0 without ${labels.join(" or ")}`
    : `${labels.length} of the ${trials} make the interval reach 0`;
}

/**
 * States, for a report, what the forest of the analyses does not show: the odds ratio of another model, analyses without a
 * number, and how far the difference is from none. The list is empty if the interval includes 0.
 */
export function listOtherModelAndTippingPointRemarks(row: Row): string[] {
  const numbers = findDifferenceNumbers(row);
  if (!numbers || numbers.includesZero) return [];
  const { difference, interval, contrast } = numbers;
  const [lower, upper] = interval;
  const nearest = formatMoreOrFewer(lower > 0 ? lower : upper);
  return [
    ...(contrast.analyses ?? []).flatMap(listOtherModelRemarks),
    `The interval would reach 0 if, in comparable patients, ${nearest} of 100 given bispecifics ${row.phrase}; the difference itself would vanish at ${formatMoreOrFewer(difference)}.`,
  ];
}

/** Returns the remark on another model, which is judged by its odds ratio. */
function listOtherModelRemarks(analysis: Analysis): string[] {
  const { oddsRatio, oddsRatioInterval } = analysis;
  if (analysis.analysis !== "model" || oddsRatio === null) return [];
  return [
    `${nameAnalysisLine(analysis)}: odds ratio ${formatRatioWithInterval(oddsRatio, oddsRatioInterval)}.`,
  ];
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
 * States that each drug and each trial was left out in turn, because the forest has one line for all drugs and one for
 * all trials; empty if it has neither.
 */
function explainWhichOmissionIsShown(analyses: readonly Analysis[]): string {
  const shown = analyses.filter(
    (analysis) =>
      isComputedAnalysis(analysis) &&
      analysis.variant !== null &&
      (analysis.analysis === "product" || analysis.analysis === "trial"),
  );
  if (shown.length === 0) return "";
  const names = shown.map((analysis, index) =>
    index === 0 ? nameAnalysis(analysis) : uncapitalise(nameAnalysis(analysis)),
  );
  const kinds = shown.map(({ analysis }) => (analysis === "product" ? "drug" : "trial"));
  return `${names.join(", ")}: of each ${kinds.join(" and each ")} left out in turn, the one whose interval comes nearest to 0 or furthest past it.`;
}

function describeAnalysesResult(status: NonNullable<Row["status"]>, interval: Interval): string {
  const { code, keeps, made } = status;
  if (code === "unclear" || made === null || made === 0)
    return `The difference: ${describeRowStatus(status, interval)}`;
  return `Sensitivity analyses: ${keeps === made ? `all ${made} keep` : `${keeps} of ${made} ${keeps === 1 ? "keeps" : "keep"}`} the difference`;
}

/** Names an analysis in its line: "Without cilta-cel", "Another model (GLMM)", "At equal age (64)". */
function nameAnalysisLine(analysis: Analysis): string {
  const { variant } = analysis;
  switch (analysis.analysis) {
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

/**
 * Lists the analyses that left the same figures, or that could be made only in part or not at all. What is assumed of all
 * apheresed stands beside their number.
 */
function listIncompleteAnalysisRemarks(analyses: readonly Analysis[]): string[] {
  return analyses.flatMap((analysis) => {
    if (analysis.analysis === "apheresed" && isComputedAnalysis(analysis)) return [];
    const extent =
      describeWhatLimitsAnalysis(analysis) || (resultsWithoutNumber[analysis.status] ?? "");
    return extent === "" ? [] : [`${analysisNames[analysis.analysis]}: ${extent}.`];
  });
}

const resultsWithoutNumber: Readonly<Partial<Record<Analysis["status"], string>>> = {
  same: "the same figures",
  "cannot-be-made": "cannot be made",
};

/** States how much of an analysis could be made, and what it assumes; empty if the analysis is complete. */
export function describeWhatLimitsAnalysis({
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

function makeAnalysisLine(
  named: Pick<AnalysisLine, "name" | "result">,
  at: number,
  interval: Interval | null,
): AnalysisLine {
  return {
    ...named,
    at: roundToTenth(at),
    interval: interval && [roundToTenth(interval[0]), roundToTenth(interval[1])],
    number: formatWholeWithMinusSign(at),
    range: interval
      ? `${formatWholeWithMinusSign(interval[0])} to ${formatWholeWithMinusSign(interval[1])}`
      : "",
  };
}

/** Returns text such as "21", "−6", "<1". A value other than 0 is never rounded to 0. */
function formatWholeWithMinusSign(value: number): string {
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

function chooseDifferenceAxis(lines: readonly AnalysisLine[]): Interval {
  const ends = lines.flatMap(({ at, interval }) => [at, ...(interval ?? [])]);
  const [lower, upper] = [Math.min(...ends), Math.max(...ends)];
  return axes.find(([from, to]) => from <= lower && upper <= to) ?? [-100, 100];
}
