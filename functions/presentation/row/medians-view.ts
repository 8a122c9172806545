/**
 * Draws medians of survival on one axis of months, one line each: a bar for the interval, a mark for the median, and a
 * dotted tail up to the follow-up if the median or its upper limit was not reached. The axis of a kind of survival is
 * the same in every question: 0 to 60 months of overall survival, otherwise 0 to 36. A line that goes beyond it ends in
 * an arrow.
 */

import type { Interval, Row } from "#core/answer/answer.ts";
import { type Evidence, listPoolEvidence } from "#core/answer/evidence.ts";
import { parseLandmarkMonth, parseSurvivalFamily, type SurvivalFamily } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameProductWithRegimen } from "../words/product-name.ts";
import {
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
} from "../words/sentences.ts";
import { isMedianBeyondTwiceFollowUp } from "./figures.ts";
import { nameTrialWithoutArm } from "./names.ts";
import type { Plotted } from "./plotted.ts";

/** Names the trial of a median or of a line of months. */
export interface TrialName {
  readonly group: TherapyClass;
  /** Names the product with its regimen, as in "teclistamab in combination". */
  readonly drug: string;
  readonly trial: string;
  /** The cohort is the id of its record. */
  readonly cohort: string;
}

export interface MedianView extends TrialName, Pick<Plotted, "bar" | "marks" | "filled"> {
  /** The median is text such as "17.2"; empty if it was not reached. */
  readonly number: string;
  /**
   * States the interval or what is known instead, as in "9.8–NR", "no interval reported", "not reached, 17.3–NR".
   */
  readonly under: string;
  /** The line is dotted in these spans of the axis. */
  readonly tails?: readonly Interval[];
  /**
   * States the patients, if they are known, and how long they were followed, as in "97 infused, followed 33.4"; "followed
   * only" if the median lies far beyond the follow-up.
   */
  readonly detail: string;
  /** States the whole line in words, for a screen reader. */
  readonly heard: string;
}

/** Holds the medians of an answer, and the key to the drawing. */
export interface RulerView {
  /** Labels the axis at these months, up to its end. */
  readonly axis: readonly number[];
  readonly medians: readonly MedianView[];
  readonly key: string;
}

export const dottedKey = "Dotted: not reached (NR) within follow-up.";

/** The axis is labelled at these months, up to its end. */
const axisMonths: readonly number[] = [0, 12, 24, 36];
export const axisEnd = 36;

/** The axis of overall survival is longer, up to 60 months. */
const axisMonthsOfOverall: readonly number[] = [0, 12, 24, 36, 48, 60];

export function listAxisMonths(family: SurvivalFamily | null): readonly number[] {
  return family === "os" ? axisMonthsOfOverall : axisMonths;
}

export type Median = Extract<Evidence, { as: "median" }> & { readonly group: TherapyClass };

/**
 * Draws the medians of a row; `null` without any.
 *
 * @param countPatients States the patients of a trial, as in "97 infused"; empty if they are not known.
 */
export function makeMediansRulerView(
  row: Pick<Row, "outcome" | "pools">,
  countPatients: (cohort: string) => string = () => "",
): RulerView | null {
  const medians = listMediansOfRow(row);
  if (medians.length === 0) return null;
  const axis = listAxisMonths(parseSurvivalFamily(row.outcome));
  const end = axis.at(-1) ?? axisEnd;
  const labels = medians.map(({ label }) => label);
  const lines = medians.map((median) => makeMedianView(median, { labels, end, countPatients }));
  const isOpen = medians.some(isMedianOrUpperLimitNotReached);
  const isBeyond = lines.some(({ marks }) => marks.some(({ kind }) => kind === "beyond"));
  return {
    axis,
    medians: lines,
    key: joinBySpaces([isOpen && dottedKey, isBeyond && `Arrow: beyond ${end} months.`]),
  };
}

/**
 * Returns the medians of a row, each with its class: CAR-T first, those of a drug together, the shortest first, those
 * not reached last.
 */
export function listMediansOfRow({ pools }: Pick<Row, "pools">): readonly Median[] {
  const medians = therapyClasses.flatMap((group) =>
    listPoolEvidence(pools[group]).flatMap((entry) =>
      entry.as === "median" ? [{ ...entry, group }] : [],
    ),
  );
  const shortestFirst = medians.sort(
    (a, b) => (a.months ?? Infinity) - (b.months ?? Infinity) || 0,
  );
  return sortLinesByDrug(shortestFirst, (median) => median);
}

/** Sorts lines: CAR-T first, those of a drug together; otherwise the order stays. */
export function sortLinesByDrug<Line>(
  lines: readonly Line[],
  of: (line: Line) => { readonly group: TherapyClass; readonly product: string },
): Line[] {
  const drugs = lines.map((line) => of(line).product);
  const placeOf = (line: Line) => {
    const { group, product } = of(line);
    return therapyClasses.indexOf(group) * lines.length + drugs.indexOf(product);
  };
  return [...lines].sort((a, b) => placeOf(a) - placeOf(b));
}

interface LineOptions {
  /** Lists the names of all trials, because no two short names are alike. */
  readonly labels: readonly string[];
  /** Holds the last month of the axis. */
  readonly end: number;
  readonly countPatients: (cohort: string) => string;
}

function makeMedianView(median: Median, { labels, end, countPatients }: LineOptions): MedianView {
  const { group, months, interval, followUpMonths, cohort, label, product, regimen } = median;
  const [lower, upper] = interval ?? [null, null];
  const bar = interval && months !== null && placeSpanEnds(lower ?? months, upper ?? months, end);
  const until = findFollowUpBeyondOpenMedian(median);
  const tail = until === null ? null : placeSpanEnds(months ?? 0, until, end);
  const furthest = Math.max(months ?? 0, upper ?? 0, until ?? 0);
  const isOnAxis = months !== null && months <= end;
  return {
    group,
    drug: nameProductWithRegimen(product, regimen),
    trial: nameTrialWithoutArm(label, labels),
    cohort,
    number: months === null ? "" : formatPlainNumber(months),
    under: describeMedianInterval(median),
    ...(bar && { bar }),
    ...(tail && { tails: [tail] }),
    marks: [
      ...(isOnAxis ? [{ at: placeValueOnAxis(end, months), kind: "estimate" as const }] : []),
      ...(furthest > end ? [{ at: 100, kind: "beyond" as const }] : []),
    ],
    filled: true,
    detail: joinByCommas([
      countPatients(cohort),
      followUpMonths === null
        ? `follow-up ${unreported}`
        : `followed ${isMedianBeyondTwiceFollowUp(median) ? "only " : ""}${formatPlainNumber(followUpMonths)}`,
    ]),
    heard: describeMedianAloud(median),
  };
}

/** Returns the months for a column of numbers, as in "17.2"; "NR" if they were not reached. */
export function formatMonthsOrNR(months: number | null): string {
  return months === null ? "NR" : formatPlainNumber(months);
}

/** Returns the interval, as in "5.6–11.6", "9.8–NR"; empty without an interval. */
export function formatMonthsInterval(interval: Median["interval"]): string {
  return interval?.map(formatMonthsOrNR).join("–") ?? "";
}

function describeMedianInterval({ months, interval }: Median): string {
  const range = formatMonthsInterval(interval);
  return months === null
    ? joinByCommas(["not\u00a0reached", range])
    : range || "no\u00a0interval\u00a0found";
}

/** Returns text such as "17.2 months, 9.8 to not reached; followed for 28.4". */
function describeMedianAloud(median: Median): string {
  const { months, interval, followUpMonths } = median;
  const ends = interval
    ?.map((end) => (end === null ? "not reached" : formatPlainNumber(end)))
    .join(" to ");
  const number = months === null ? "not reached" : `${formatPlainNumber(months)} months`;
  const only = isMedianBeyondTwiceFollowUp(median) ? "only " : "";
  const followed =
    followUpMonths === null
      ? []
      : [`followed for ${only}${formatPlainNumber(followUpMonths)} months`];
  return joinBySemicolons([joinByCommas([number, ends]), ...followed]);
}

/** Returns the position of a value on an axis with this end, 0 to 100; a value beyond the axis is at 100. */
export function placeValueOnAxis(end: number, value: number): number {
  return Math.min(100, Math.round((1000 * value) / end) / 10);
}

/** Returns a span of 0 to 100; `null` if nothing of it lies on the axis. */
function placeSpanEnds(from: number, to: number, end: number): Interval | null {
  const ends = [placeValueOnAxis(end, from), placeValueOnAxis(end, to)] as const;
  return ends[0] < ends[1] ? ends : null;
}

function isMedianOrUpperLimitNotReached({
  months,
  interval,
}: Pick<Median, "months" | "interval">): boolean {
  return months === null || (interval !== null && interval[1] === null);
}

/**
 * Returns the month up to which patients were followed, if the median or its upper limit was not reached; `null` if
 * both were, or if nobody was followed beyond the median.
 */
export function findFollowUpBeyondOpenMedian(
  median: Pick<Median, "months" | "interval" | "followUpMonths">,
): number | null {
  const { months, followUpMonths } = median;
  return isMedianOrUpperLimitNotReached(median) &&
    followUpMonths !== null &&
    followUpMonths > (months ?? 0)
    ? followUpMonths
    : null;
}

/**
 * States on which side of the month the medians of the trials lie, because a rate at a month tells nothing of what comes
 * after it: "Month 12 hides later differences. Medians here: 8.8 and 11.8 months before it; 35 months after it.". It is
 * empty if no median lies after the month.
 */
export function describeMediansBeforeAndAfterMonth({
  outcome,
  pools,
}: Pick<Row, "outcome" | "pools">): string {
  const month = parseLandmarkMonth(outcome);
  const medians = therapyClasses.flatMap((group) =>
    pools[group].medians.map(({ months }) => months),
  );
  const notReached = therapyClasses.flatMap((group) => pools[group].notReached ?? []).length;
  const inOrder = [...new Set(medians)].sort((a, b) => a - b);
  const listMonths = (isListed: (months: number) => boolean) =>
    joinWithConjunction(inOrder.filter(isListed).map(formatPlainNumber));
  const before = listMonths((months) => months <= month);
  const after = listMonths((months) => months > month);
  if (after === "" && notReached === 0) return "";
  const texts = joinBySemicolons([
    before && `${before} months before it`,
    after && `${after} months after it`,
    notReached > 0 && `${notReached} not reached`,
  ]);
  return `Month ${month} hides later differences. Medians here: ${texts}.`;
}
