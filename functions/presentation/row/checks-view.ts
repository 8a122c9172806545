/**
 * Draws the checks of a difference as a forest around 0, each with its own difference, and states their results in
 * words.
 */

import type { Check, Contrast, Interval, Row } from "#core/answer/answer.ts";
import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import { tenth } from "../svg/geometry.ts";
import { productName } from "../words/product-name.ts";
import { shortRegion } from "../words/properties.ts";
import { differenceRange, signedDifference } from "../words/rates.ts";
import { ratioText } from "../words/ratios.ts";
import { lossesText, statusText } from "../words/row-status.ts";
import { withSpaces } from "../words/sentences.ts";
import { differenceOf } from "./difference.ts";

export interface ChecksView {
  /** States the result of the checks, as in "The difference is unclear in 4 of 5 checks". */
  readonly title: string;
  /** The ends of the axis are per 100 patients; 0 lies between them. */
  readonly axis: Interval;
  /** The difference as shown comes first, then each check that could be made. */
  readonly lines: readonly CheckView[];
  /** Sentences state why checks are lost, which gave the same figures, and the range with any one trial left out. */
  readonly beneath: readonly string[];
}

export interface CheckView {
  readonly name: string;
  /** It is true if the interval stays clear of 0 on the same side; `null` for the difference as shown. */
  readonly holds: boolean | null;
  /** The difference is per 100 patients; above 0 there are more with CAR-T. */
  readonly at: number;
  /** The interval is `null` if the model gives none for the difference. */
  readonly interval: Interval | null;
  /** The number and the range are text such as "21" and "−6 to 35". */
  readonly number: string;
  readonly range: string;
}

/**
 * Returns the forest of the checks; `null` without a difference. If the interval includes 0, `beneath` holds the
 * leave-one-out range alone.
 */
export function checksView(row: Row, without: LeaveOneOut | null): ChecksView | null {
  const numbers = differenceOf(row);
  if (!numbers || row.status === null) return null;
  const { difference, interval, contrast, includesZero } = numbers;
  const checks = contrast.checks ?? [];
  const lines = [
    lineOf("As shown", null, difference, interval),
    ...answeredChecks(contrast).map(({ line }) => line),
  ];
  return {
    title: titleOf(row.status, includesZero),
    axis: axisFor(lines),
    lines,
    beneath: [
      withSpaces([...(includesZero ? [] : [lostText(checks)]), ...extentsOf(checks)]),
      without === null ? "" : leftOutText(without, includesZero),
    ].filter((text) => text !== ""),
  };
}

/** Returns the checks that produced a difference of their own, each with its line of the forest. */
export function answeredChecks({ checks }: Pick<Contrast, "checks">): readonly {
  readonly check: Check["check"];
  readonly line: CheckView;
}[] {
  return (checks ?? []).flatMap((check) => {
    const { status, differencePer100, differenceInterval } = check;
    const isAnswered = status === "holds" || status === "lost";
    if (!isAnswered || differencePer100 === null) return [];
    const line = lineOf(
      nameOfLine(check),
      status === "holds",
      differencePer100,
      differenceInterval,
    );
    return { check: check.check, line };
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
    ? `With any one trial left out: ${reached}.`
    : `With one of ${trials} of the ${of} trials left out: ${reached}; without another no difference is left.`;
}

/** @param labels Names of the trials without which the interval reaches 0. */
function reachedText(labels: readonly string[], trials: number): string {
  if (labels.length === 0) return "the interval stays clear of 0";
  const trialsText =
    labels.length < 3 ? labels.join(" or ") : `any one of ${labels.length} of ${trials} trials`;
  return `the interval reaches 0 without ${trialsText}`;
}

/**
 * States, for a report, what the forest of the checks does not show: the odds ratio of another model, checks without a
 * number, and how far the difference is from none. The list is empty if the interval includes 0.
 */
export function checkRemarks(row: Row): string[] {
  const numbers = differenceOf(row);
  if (!numbers || numbers.includesZero) return [];
  const { difference, interval, contrast } = numbers;
  const [lower, upper] = interval;
  const nearest = signedDifference(lower > 0 ? lower : upper);
  return [
    ...(contrast.checks ?? []).flatMap(remarkOf),
    `The interval would reach 0 if, in comparable patients, ${nearest} of 100 given bispecifics ${row.phrase}; the difference itself would vanish at ${signedDifference(difference)}.`,
  ];
}

/**
 * Returns the remark on a check. Another model is judged by its odds ratio; {@link extentsOf} describes a check that
 * could be made only in part.
 */
function remarkOf(check: Check): string[] {
  const { status, oddsRatio, oddsRatioInterval } = check;
  const name = nameOf(check);
  if (check.check === "model" && oddsRatio !== null) {
    return [`${name}: odds ratio ${ratioText(oddsRatio, oddsRatioInterval)}.`];
  }
  if (extentOf(check) !== "") return [];
  if (status === "same") return [`${name}: the same figures.`];
  return status === "cannot-be-asked" ? [`${name}: cannot be computed.`] : [];
}

/** Names each check for a screen and a report. */
export const checkNames: Readonly<Record<Check["check"], string>> = {
  place: "Drugs labelled elsewhere",
  product: "Without any one drug",
  dose: "Without dose-finding trials",
  papers: "Papers, labels and regulators only",
  collected: "Everyone whose cells were collected",
  model: "Another model",
  "equal-age": "At equal age",
};

const obstacles: Readonly<Record<NonNullable<Check["obstacle"]>, string>> = {
  "few-trials": "fewer than four trials of a class report a median age",
  "few-events": "fewer than five events on a side",
  "ages-apart": "the median ages of the classes do not overlap",
  "few-ages": "the trials of a class have fewer than three different median ages",
  "close-ages":
    "the median ages of one class span less than a quarter of the years that those of the other span",
  "none-within": "no trial of a class lies within the median ages that both classes span",
  "no-fit": "the model found no answer",
};

/** Names what a check leaves out or changes; a check of places is named by what it counts: "Drugs on the EU label". */
function nameOf({ check, variant }: Pick<Check, "check" | "variant">): string {
  if (check !== "place" || variant === null) return checkNames[check];
  return variant === "approved"
    ? "Drugs labelled anywhere"
    : `Drugs on the ${shortRegion(variant)} label`;
}

/**
 * Returns text such as "?: the bar touches 0; smaller in 2, with another model in 1, reversed in none."; empty if no
 * check is lost.
 */
function lostText(checks: readonly Check[]): string {
  const losses = lossesText(checks);
  return losses && `?: the bar touches 0; ${losses}.`;
}

function titleOf(status: NonNullable<Row["status"]>, includesZero: boolean): string {
  const text = statusText(status);
  if (includesZero) return "Difference unclear: 0 lies within";
  return status.code === "few" ? `The difference: ${text}` : `The difference ${verb(text)}`;
}

/** Adds the verb that a status lacks: "holds in 5 of 6 checks" has one, "unclear in 4 of 5 checks" has none. */
function verb(status: string): string {
  return status.startsWith("unclear") ? `is ${status}` : status;
}

/** Names a check in its line: "Without any one drug, weakest without cilta-cel", "Another model (GLMM)". */
function nameOfLine(check: Check): string {
  const name = nameOf(check);
  if (check.check === "model")
    return `${name} (${check.variant === "bayes" ? "Bayesian" : "GLMM"})`;
  if (check.variant === null || check.check === "place") return name;
  return check.check === "product"
    ? `${name}, weakest without ${productName(check.variant)}`
    : `${name} (${check.variant})`;
}

/** Lists the checks that could be made only in part or not at all. */
function extentsOf(checks: readonly Check[]): string[] {
  return checks.flatMap((check) => {
    const extent = extentOf(check);
    return extent === "" ? [] : [`${nameOf(check)}: ${extent}.`];
  });
}

/** States how much of a check could be made, and what it assumes; empty if the check is complete. */
function extentOf({ check, computed, total, assumedPer100, obstacle }: Check): string {
  if (obstacle !== null) return obstacles[obstacle];
  if (check === "equal-age") return `of ${computed} trials that report a median age`;
  if (computed === null || total === null || computed === total) return "";
  if (check === "product") return `computed for ${computed} of ${total}`;
  const assumption =
    assumedPer100 === null
      ? ""
      : `; for the rest ${Math.round(assumedPer100)} of 100 assumed infused`;
  return `collected known for ${computed} of ${total} trials${assumption}`;
}

function lineOf(
  name: string,
  holds: boolean | null,
  at: number,
  interval: Interval | null,
): CheckView {
  return {
    name,
    holds,
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

function axisFor(lines: readonly CheckView[]): Interval {
  const ends = lines.flatMap(({ at, interval }) => [at, ...(interval ?? [])]);
  const [lower, upper] = [Math.min(...ends), Math.max(...ends)];
  return axes.find(([from, to]) => from <= lower && upper <= to) ?? [-100, 100];
}
