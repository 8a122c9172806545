/** Draws the analyses of a difference as a forest around 0, each with its own difference. */

import type { Analysis, Interval, Row } from "#core/answer/answer.ts";
import { judgeSideOfZero } from "#core/answer/contrast.ts";
import { roundToTenth } from "../svg/geometry.ts";
import { formatDifferenceRange, formatMoreOrFewer } from "../words/rates.ts";
import { analysisNames, nameAnalysis } from "../words/row-status.ts";
import { joinByCommas, joinBySemicolons, joinBySpaces, uncapitalise } from "../words/sentences.ts";
import { findDifferenceNumbers } from "./difference.ts";

export interface AnalysesView {
  /** The ends of the axis are per 100 patients; 0 lies between them. */
  readonly axis: Interval;
  /** The difference as shown comes first, then each analysis that could be made. */
  readonly lines: readonly AnalysisLine[];
  /** Sentences state what the marks mean, what could not be made, and the range with any one trial left out. */
  readonly beneath: readonly string[];
}

export interface AnalysisLine {
  /** `name` has those of all analyses that are the same refit. */
  readonly name: string;
  /** It is true of the difference as shown. */
  readonly isShown: boolean;
  /** The difference is per 100 patients; above 0 there are more with CAR-T. */
  readonly at: number;
  /** The interval is `null` if the model gives none for the difference. */
  readonly interval: Interval | null;
  /** The number and the range are text such as "21" and "−6 to 35". */
  readonly number: string;
  readonly range: string;
}

/** Returns the forest of the analyses; `null` without a difference. */
export function makeAnalysesView(row: Row): AnalysesView | null {
  const numbers = findDifferenceNumbers(row);
  if (!numbers || row.status === null) return null;
  const { difference, interval, contrast, includesZero } = numbers;
  const analyses = contrast.analyses ?? [];
  const lines = [
    { ...makeAnalysisLine("As shown", difference, interval), isShown: true },
    ...listAnalysisLinesWithDifference(analyses),
  ];
  return {
    axis: chooseDifferenceAxis(lines),
    lines,
    beneath: [
      joinBySpaces([
        analyses.some(({ variant }) => variant !== null) && ofSeveral,
        ...listIncompleteAnalysisRemarks(analyses),
      ]),
      describeOmissions(analyses, includesZero),
    ].filter((text) => text !== ""),
  };
}

const ofSeveral = "Of each trial and drug left out in turn, the one that changes most is shown.";

type Named = Pick<Analysis, "analysis" | "variant">;

const isSameName = (a: Named, b: Named | null) =>
  a.analysis === b?.analysis && a.variant === b.variant;

/** Returns a line of the forest for each refit that produced a difference of its own. */
function listAnalysisLinesWithDifference(analyses: readonly Analysis[]): AnalysisLine[] {
  const made = analyses.filter(({ differencePer100 }) => differencePer100 !== null);
  return made.flatMap((analysis) => {
    const { repeats, differencePer100, differenceInterval } = analysis;
    if (differencePer100 === null || made.some((other) => isSameName(other, repeats))) return [];
    const same = made.filter((other) => isSameName(analysis, other.repeats));
    const [name = "", ...others] = [analysis, ...same, ...(repeats ? [repeats] : [])].map(
      nameAnalysisLine,
    );
    const names = joinByCommas([name, ...others.map(uncapitalise)]);
    return makeAnalysisLine(names, differencePer100, differenceInterval);
  });
}

/** Writes the estimates with each trial left out in turn, and the trials without which the interval reaches or leaves 0. */
function describeOmissions(analyses: readonly Analysis[], includesZero: boolean): string {
  const { omissions, made, total } = analyses.find(({ analysis }) => analysis === "trial") ?? {};
  const of = (omissions ?? []).flatMap(({ differencePer100 }) => differencePer100 ?? []);
  if (!omissions || of.length === 0) return "";
  const range = formatDifferenceRange([Math.min(...of), Math.max(...of)]);
  const all = made === total ? "each trial" : `${made} of the ${total} trials`;
  const changing = omissions
    .filter(
      (omission) =>
        omission.differenceInterval !== null && (judgeSideOfZero(omission) === 0) !== includesZero,
    )
    .map(({ trial }) => trial);
  return joinBySemicolons([
    `Leaving out ${all} in turn gives estimates of ${range}`,
    describeChangingTrials(changing, of.length, includesZero),
    made === total ? "" : "without one of the others nothing is left to compare",
  ]).concat(".");
}

/**
 * Returns words that say without which trials, or without how many, the interval reaches or leaves 0; empty where it
 * never leaves it.
 */
function describeChangingTrials(
  labels: readonly string[],
  trials: number,
  includesZero: boolean,
): string {
  if (labels.length === 0) return includesZero ? "" : "the interval stays clear of 0";
  return labels.length < 3
    ? `the interval ${includesZero ? "leaves" : "reaches"} 0 without ${labels.join(" or ")}`
    : `${labels.length} of the ${trials} make the interval ${includesZero ? "leave" : "reach"} 0`;
}

/** States, for a report, how far the difference is from none; empty if the interval includes 0. */
export function describeTippingPoint(row: Row): string {
  const numbers = findDifferenceNumbers(row);
  if (!numbers || numbers.includesZero) return "";
  const [lower, upper] = numbers.interval;
  const nearest = formatMoreOrFewer(lower > 0 ? lower : upper);
  return `The interval would reach 0 if, in comparable patients, ${nearest} of 100 given bispecifics ${row.phrase}; the difference itself would vanish at ${formatMoreOrFewer(numbers.difference)}.`;
}

const obstacles: Readonly<Record<NonNullable<Analysis["obstacle"]>, string>> = {
  "few-left": "fewer than two trials or drugs left on a side",
  "as-trials": "the same as without any one trial",
  "as-published": "not chosen by region",
  "not-reported": "not reported",
  "two-trials": "two trials: no other model can tell",
  "few-trials": "fewer than four trials of a class report a median age",
  "few-events": "fewer than five events on a side",
  "ages-apart": "the median ages of the classes do not overlap",
  "few-ages": "the trials of a class have fewer than three different median ages",
  "close-ages":
    "the median ages of one class span less than a quarter of the years that those of the other span",
  "none-within": "no trial of a class lies within the median ages that both classes span",
  "no-fit": "the model found no answer",
};

/** Names an analysis in its line: "Without cilta-cel", "Another model (GLMM)", "At equal age (64)". */
function nameAnalysisLine(analysis: Named & Partial<Pick<Analysis, "status">>): string {
  const { variant } = analysis;
  switch (analysis.analysis) {
    case "apheresed":
      return `${analysisNames.apheresed}${analysis.status === "scenario" ? " (scenario)" : ""}`;
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
};

/**
 * Lists the analyses that left the same figures, or that could be made only in part or not at all. What is assumed of all
 * apheresed stands beside their number.
 */
function listIncompleteAnalysisRemarks(analyses: readonly Analysis[]): string[] {
  return analyses.flatMap((analysis) => {
    const { status } = analysis;
    // Their own sentences say so.
    const isSaid = analysis.analysis === "apheresed" || analysis.analysis === "trial";
    if (isSaid && analysis.differencePer100 !== null) return [];
    const extent =
      describeWhatLimitsAnalysis(analysis) || (status === "same" ? "the same figures" : "");
    return extent === "" ? [] : [`${analysisNames[analysis.analysis]}: ${extent}.`];
  });
}

/** States how much of an analysis could be made, and what it assumes; empty if the analysis is complete. */
export function describeWhatLimitsAnalysis({
  analysis,
  made,
  total,
  assumedPer100,
  obstacle,
  status,
}: Analysis): string {
  if (obstacle !== null) return obstacles[obstacle];
  if (analysis === "equal-age") return `of ${made} trials that report a median age`;
  if (made === null || total === null || made === total) return "";
  if (analysis !== "apheresed") return `made for ${made} of ${total}`;
  const assumption =
    assumedPer100 === null
      ? ""
      : `; for the rest ${Math.round(assumedPer100)} of 100 assumed infused`;
  const scenario = status === "scenario" ? "; a scenario" : "";
  return `apheresed known for ${made} of ${total} trials${assumption}${scenario}`;
}

function makeAnalysisLine(name: string, at: number, interval: Interval | null): AnalysisLine {
  return {
    name,
    isShown: false,
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
