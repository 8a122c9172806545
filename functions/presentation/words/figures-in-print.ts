/** Writes a figure as its source printed it: never rounded, with an end that was not reached in words. */

import type { Grades } from "#core/answer/answer.ts";
import type { Figure } from "#data/schema.ts";
import type { Population } from "#data/vocabulary.ts";
import type { StudyWord } from "./names.ts";
import { formatPlainNumber } from "./numbers.ts";
import { formatCountWithNoun } from "./sentences.ts";

const formatIntervalEnd = (value: number | null) =>
  value === null ? "not reached" : formatPlainNumber(value);

const measures = {
  "hazard-ratio": "hazard ratio",
  "odds-ratio": "odds ratio",
  "risk-ratio": "risk ratio",
  "incidence-rate-ratio": "incidence rate ratio",
  "risk-difference": "difference in percentage points",
} as const;

export type Measure = keyof typeof measures;

export const nameMeasure = (measure: Measure): string => measures[measure];

export const figureTexts = {
  counted: (events: number, n: number) => `${events} of ${n}`,
  percent: (value: number) => `${formatPlainNumber(value)} %`,
  median: (months: number | null) =>
    months === null ? "median not reached" : `median ${formatPlainNumber(months)} months`,
  change: (points: number) =>
    `${points > 0 ? "+" : ""}${formatPlainNumber(points)} points from baseline`,
  interval: (low: number | null, high: number | null) =>
    ` (${formatIntervalEnd(low)} to ${formatIntervalEnd(high)})`,
  effect: (measure: Measure, value: number, interval: readonly [number, number] | null) =>
    `${measures[measure]} ${formatPlainNumber(value)}${interval === null ? "" : ` (${formatPlainNumber(interval[0])} to ${formatPlainNumber(interval[1])})`}`,
  notPrinted: "number not reported",
};

interface PrintedNumbers {
  readonly events: number | null;
  readonly n: number | null;
  readonly percentPrinted: number | null;
  readonly medianMonths?: number | null;
  /** States the mean change from baseline, in points. */
  readonly changePoints?: number;
  readonly interval?: readonly [number | null, number | null] | null;
}

/**
 * Returns a figure of a study: its count, percentage, median or change, with the interval; empty if nothing is printed.
 */
export function listPrintedPartsOfFigure({
  events,
  n,
  percentPrinted,
  medianMonths = null,
  changePoints,
  interval = null,
}: PrintedNumbers): string[] {
  const range = interval === null ? "" : figureTexts.interval(...interval);
  // The interval belongs to the median if there is one, otherwise to the percentage.
  const [ofMedian, ofPercent] = medianMonths === null ? ["", range] : [range, ""];
  return [
    events !== null && n !== null && figureTexts.counted(events, n),
    percentPrinted !== null && `${figureTexts.percent(percentPrinted)}${ofPercent}`,
    medianMonths !== null && `${figureTexts.median(medianMonths)}${ofMedian}`,
    changePoints !== undefined && `${figureTexts.change(changePoints)}${range}`,
  ].filter((text) => text !== false);
}

export const populations: Readonly<Record<Population, string>> = {
  randomised: "all randomised patients",
  leukapheresed: "all apheresed",
  treated: "treated patients",
  "efficacy-evaluable": "patients evaluable for efficacy",
  safety: "the safety set",
  responders: "responders",
  "mrd-evaluable": "patients evaluable for MRD",
  subset: "some of the patients",
};

// Writes short texts, below the name of a row, on whether figures of grade 3 and higher include deaths.

const without = "grade 3 or 4";
const orHigher = "grade ≥ 3";

/** States that a figure of grade 3 and higher leaves out deaths. */
export const deathsSeparate = "deaths apart";

export const gradesOfFigure: Readonly<Record<NonNullable<Figure["grades"]>, string>> = {
  "3-4": `${without}, ${deathsSeparate}`,
  "3-5": orHigher,
  severe: "“severe”, grade not reported",
};

/**
 * Returns text such as "grade 3 or 4; at least 2 of 7 trials count deaths, too; 1 without a grade"; `null` if
 * no trial is counted.
 */
export function describeGrades(grades: Omit<Grades, "fatal">, noun: StudyWord): string | null {
  const { trials, ungraded } = grades;
  if (trials === 0) return null;
  if (ungraded === trials) return gradesOfFigure.severe;
  const counted = describeWhetherDeathsAreCounted(grades, noun);
  return ungraded === 0 ? counted : `${counted}; ${ungraded} without a grade`;
}

/** Returns the grades with whether deaths count, as in "grade 3 or 4; at least 2 of 7 trials count deaths, too". */
function describeWhetherDeathsAreCounted(
  { trials, withoutDeaths, withDeaths, notReported }: Omit<Grades, "fatal" | "ungraded">,
  noun: StudyWord,
): string {
  if (withoutDeaths === trials) return gradesOfFigure["3-4"];
  if (withDeaths === trials) return gradesOfFigure["3-5"];
  if (notReported === trials) return "grade 3 and higher; whether deaths count is not reported";
  const of = `of ${formatCountWithNoun(trials, noun)}`;
  const base = withoutDeaths > 0 ? without : gradesOfFigure["3-5"];
  if (withoutDeaths === 0 || withDeaths === 0) {
    return `${base}; whether deaths count is not reported in ${notReported} ${of}`;
  }
  const least = notReported > 0 ? "at least " : "";
  return `${base}; ${least}${withDeaths} ${of} count deaths, too`;
}
