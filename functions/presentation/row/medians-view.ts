/**
 * Draws medians of survival on one axis of 0 to 36 months, one line each: a bar for the interval, a mark for the
 * median, and a dotted tail up to the follow-up if the median or its upper limit was not reached. The axis is the same
 * in every question; a line that goes beyond it ends in an arrow.
 */

import type { Interval, Row } from "#core/answer/answer.ts";
import { type Evidence, evidenceOf } from "#core/answer/evidence.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { plain } from "../words/numbers.ts";
import { productInRegimen } from "../words/product-name.ts";
import { joinedClauses, withCommas, withSpaces } from "../words/sentences.ts";
import { isFarBeyond } from "./figures.ts";
import type { Plotted } from "./plotted.ts";
import { shortTrialName } from "./trial-names.ts";

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
   * States the interval or what is known instead, as in "9.8–NR", "no interval", "not reached, 17.3–NR, followed 14.3".
   */
  readonly under: string;
  /** The line is dotted in these spans of the axis. */
  readonly tails?: readonly Interval[];
  /** Warns, as in "followed only 14.3", if the median lies far beyond the follow-up. */
  readonly doubt?: string;
  /** States the whole line in words, for a screen reader. */
  readonly heard: string;
}

/** Holds the medians of an answer, and the key to the drawing. */
export interface RulerView {
  readonly medians: readonly MedianView[];
  readonly key: string;
}

/** Explains a dotted tail. */
export const dottedKey = "Dotted: not reached (NR) within follow-up.";

/** The axis is labelled at these months, up to its end. */
export const axisMonths: readonly number[] = [0, 12, 24, 36];
export const axisEnd = 36;

/** Holds a median with the class of its drug. */
export type Median = Extract<Evidence, { as: "median" }> & { readonly group: TherapyClass };

/** Draws the medians of a row; `null` without any. */
export function rulerView(row: Pick<Row, "pools">): RulerView | null {
  const medians = mediansOf(row);
  if (medians.length === 0) return null;
  const lines = medianViews(medians);
  const isOpen = medians.some(isOpenEnded);
  const isBeyond = lines.some(({ marks }) => marks.some(({ kind }) => kind === "beyond"));
  return {
    medians: lines,
    key: withSpaces([isOpen && dottedKey, isBeyond && `Arrow: beyond ${axisEnd} months.`]),
  };
}

/** Sorts the medians of a row: CAR-T first, those of a drug together, the shortest first, those not reached last. */
export function mediansOf({ pools }: Pick<Row, "pools">): readonly Median[] {
  const medians = therapyClasses.flatMap((group) =>
    evidenceOf(pools[group]).flatMap((entry) =>
      entry.as === "median" ? [{ ...entry, group }] : [],
    ),
  );
  const shortestFirst = medians.sort(
    (a, b) => (a.months ?? Infinity) - (b.months ?? Infinity) || 0,
  );
  return drugsTogether(shortestFirst, (median) => median);
}

/** Sorts lines: CAR-T first, those of a drug together; otherwise the order stays. */
export function drugsTogether<Line>(
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

/** Draws each median; no two short names of trials are alike. */
export function medianViews(medians: readonly Median[]): readonly MedianView[] {
  const labels = medians.map(({ label }) => label);
  return medians.map((median) => medianView(median, labels));
}

function medianView(median: Median, labels: readonly string[]): MedianView {
  const { group, months, interval, followUpMonths, cohort, label, product, regimen } = median;
  const [lower, upper] = interval ?? [null, null];
  const bar = interval && months !== null && span(lower ?? months, upper ?? months);
  const until = followedUntil(median);
  const tail = until === null ? null : span(months ?? 0, until);
  const furthest = Math.max(months ?? 0, upper ?? 0, until ?? 0);
  const isOnAxis = months !== null && months <= axisEnd;
  return {
    group,
    drug: productInRegimen(product, regimen),
    trial: shortTrialName(label, labels),
    cohort,
    number: months === null ? "" : plain(months),
    under: underOf(median),
    ...(bar && { bar }),
    ...(tail && { tails: [tail] }),
    marks: [
      ...(isOnAxis ? [{ at: placeOn(axisEnd, months), kind: "estimate" as const }] : []),
      ...(furthest > axisEnd ? [{ at: 100, kind: "beyond" as const }] : []),
    ],
    filled: true,
    ...(followUpMonths !== null &&
      isFarBeyond(median) && { doubt: `followed only ${plain(followUpMonths)}` }),
    heard: heardOf(median),
  };
}

/** Returns the months for a column of numbers, as in "17.2"; "NR" if they were not reached. */
export function monthsInShort(months: number | null): string {
  return months === null ? "NR" : plain(months);
}

/** Returns the interval, as in "5.6–11.6", "9.8–NR"; empty without an interval. */
export function endsInShort(interval: Median["interval"]): string {
  return interval?.map(monthsInShort).join("–") ?? "";
}

function underOf({ months, interval, followUpMonths }: Median): string {
  const range = endsInShort(interval);
  if (months !== null) return range || "no interval";
  const followed = followUpMonths === null ? "" : `followed\u00a0${plain(followUpMonths)}`;
  return ["not\u00a0reached", range, followed].filter((text) => text !== "").join(", ");
}

/** Returns text such as "17.2 months, 9.8 to not reached; followed for 28.4". */
function heardOf(median: Median): string {
  const { months, interval, followUpMonths } = median;
  const ends = interval?.map((end) => (end === null ? "not reached" : plain(end))).join(" to ");
  const number = months === null ? "not reached" : `${plain(months)} months`;
  const only = isFarBeyond(median) ? "only " : "";
  const followed =
    followUpMonths === null ? [] : [`followed for ${only}${plain(followUpMonths)} months`];
  return joinedClauses([withCommas([number, ends]), ...followed]);
}

/** Returns the position of a value on an axis with this end, 0 to 100; a value beyond the axis is at 100. */
export function placeOn(end: number, value: number): number {
  return Math.min(100, Math.round((1000 * value) / end) / 10);
}

/** Returns a span of 0 to 100; `null` if nothing of it lies on the axis. */
function span(from: number, to: number): Interval | null {
  const ends = [placeOn(axisEnd, from), placeOn(axisEnd, to)] as const;
  return ends[0] < ends[1] ? ends : null;
}

function isOpenEnded({ months, interval }: Pick<Median, "months" | "interval">): boolean {
  return months === null || (interval !== null && interval[1] === null);
}

/**
 * Returns the month up to which patients were followed, if the median or its upper limit was not reached; `null` if
 * both were, or if nobody was followed beyond the median.
 */
export function followedUntil(
  median: Pick<Median, "months" | "interval" | "followUpMonths">,
): number | null {
  const { months, followUpMonths } = median;
  return isOpenEnded(median) && followUpMonths !== null && followUpMonths > (months ?? 0)
    ? followUpMonths
    : null;
}
