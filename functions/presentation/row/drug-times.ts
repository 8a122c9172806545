/**
 * Draws times of drugs, each kind on its own axis: medians of survival, and onset of a harm. A drawing holds only times
 * from the same kind of source and with the same start.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { listMediansPerPatientSet } from "#core/evidence/medians.ts";
import {
  convertMedianToDays,
  filterTimingLinesByCohorts,
  groupComparableTimes,
  type LikeTimes,
  type TimingLine,
} from "#core/evidence/timing-lines.ts";
import type { SurvivalFamily } from "#data/survival.ts";
import { chooseSingularOrPluralUnit } from "../words/dates-and-times.ts";
import { survivalNames } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { joinFirstAndLastValues } from "../words/rates.ts";
import { joinByCommas } from "../words/sentences.ts";
import type { DrawnDrug, DrugOnScreen, DrugView } from "./drugs-view.ts";
import { describeMonthsFollowed, isMedianBeyondTwiceFollowUp } from "./figures.ts";
import { listDrugsOnScreen } from "./groups-in-row.ts";
import {
  axisEnd,
  findFollowUpBeyondOpenMedian,
  formatMonthsInterval,
  formatMonthsOrNR,
  placeValueOnAxis,
} from "./medians-view.ts";

/** Holds times that may be compared by eye, because they share their start and kind of source. */
export interface DrugTimes {
  readonly id: string;
  readonly label: string;
  /** States when the times start, and what kind of source reports them. */
  readonly detail: string;
  /** The axis ends here, in months or days; `null` if there is a single drug, which needs no axis. */
  readonly end: number | null;
  readonly unit: string;
  readonly lines: readonly DrugView[];
}

/** Holds the times of drugs, which are not part of an answer. */
export interface TimesEvidence {
  readonly mediansOf: (family: SurvivalFamily) => ReturnType<typeof listMediansPerPatientSet>;
  /** @param row An outcome; `null` for the times of the treatment. */
  readonly timesOf: (row: string | null) => readonly TimingLine[];
}

type MedianOfDrug = ReturnType<typeof listMediansPerPatientSet>[number];

/**
 * Returns one drawing of the medians of a family, with a line for every trial of a drug, because trials are never
 * averaged; empty if none of the drugs has a median.
 *
 * @param isAtLength True if each line names its trials; otherwise a line only warns of short follow-up.
 */
export function makeSurvivalMedianViewsByDrug(
  family: SurvivalFamily,
  medians: readonly MedianOfDrug[],
  drugs: readonly DrugOnScreen[],
  isAtLength = false,
): DrugTimes[] {
  const lines = drugs.flatMap((drug): DrugView[] => {
    const inOrder = medians
      .filter(({ cohort }) => cohort.product === drug.product)
      .sort((a, b) => rankMedianByMonths(a) - rankMedianByMonths(b));
    const isOnly = inOrder.length === 1;
    return inOrder.map((median) => ({
      ...drug,
      ...makeMedianDrawing(median),
      beneath: (isAtLength ? describeTrialOfMedian : describeMedianCaution)(median, isOnly),
      ...(!isOnly && { trial: median.cohort.label }),
    }));
  });
  if (lines.length === 0) return [];
  // The heading explains NR, which a column of numbers uses for "not reached".
  const isOpen = lines.some(({ number, under }) => `${number}${under}`.endsWith("NR"));
  const detail = isOpen ? "median; NR: not reached" : "median";
  const label = `Months ${survivalNames[family]}`;
  return [{ id: `median-${family}`, label, detail, end: axisEnd, unit: "months", lines }];
}

function makeMedianDrawing({ median }: MedianOfDrug): Omit<DrawnDrug, "beneath"> {
  const { months, interval } = median;
  const until = findFollowUpBeyondOpenMedian(median);
  return {
    number: formatMonthsOrNR(months),
    under: formatMonthsInterval(interval),
    ...makeMedianBarFields(median),
    ...(until !== null && {
      tails: [[placeValueOnAxis(axisEnd, months ?? 0), placeValueOnAxis(axisEnd, until)]],
    }),
    ...makeTimeMarkFields(months === null ? [] : [months], axisEnd, true),
  };
}

/** Writes a negative time with a minus sign, not a hyphen. */
function formatWithMinusSign(value: number): string {
  return formatPlainNumber(value).replace("-", "−");
}

/** Returns the bar of a median over its interval. A limit that was not reached ends the bar at the median. */
function makeMedianBarFields({ months, interval }: MedianOfDrug["median"]): Pick<DrawnDrug, "bar"> {
  if (months === null || interval === null) return {};
  const [lower, upper] = interval;
  return {
    bar: [placeValueOnAxis(axisEnd, lower ?? months), placeValueOnAxis(axisEnd, upper ?? months)],
  };
}

/** Returns the months by which medians are sorted; one that was not reached sorts last. */
function rankMedianByMonths({ median }: MedianOfDrug): number {
  return median.months ?? Number.POSITIVE_INFINITY;
}

/**
 * Returns the caution that a median needs: its follow-up if it was not reached or lies far beyond the follow-up, and
 * that no interval was found; otherwise empty. If the drug has several trials, the text begins with the median.
 */
function describeMedianCaution({ median }: MedianOfDrug, isOnly: boolean): string {
  const isFar = isMedianBeyondTwiceFollowUp(median);
  const followed = describeMonthsFollowed(median.followUpMonths, isFar);
  const isRead = median.months === null || isFar;
  const text = joinByCommas([
    isRead && followed,
    isReachedMedianWithoutInterval(median) && noInterval,
  ]);
  const name = median.months === null ? "not reached" : formatPlainNumber(median.months);
  return text === "" || isOnly ? text : `${name}: ${text}`;
}

const noInterval = "no interval reported";

function isReachedMedianWithoutInterval({ months, interval }: MedianOfDrug["median"]): boolean {
  return months !== null && interval === null;
}

/** Returns the trial of a median with its follow-up, as in "CARTITUDE-1, followed 33.4 mo". */
function describeTrialOfMedian({ cohort: { label, regimen }, median }: MedianOfDrug): string {
  const trial = regimen === "combination" ? `${label} (with other drugs)` : label;
  const followed = describeMonthsFollowed(
    median.followUpMonths,
    isMedianBeyondTwiceFollowUp(median),
  );
  return joinByCommas([trial, followed, isReachedMedianWithoutInterval(median) && noInterval]);
}

/**
 * Returns a mark for each time, at the end of the axis if the time lies beyond it; no marks without an axis.
 *
 * @param end The axis ends here; `null` if there is none.
 * @param isOnly True if the marks are of a single time, which is filled.
 */
function makeTimeMarkFields(
  values: readonly number[],
  end: number | null,
  isOnly: boolean,
): Pick<DrawnDrug, "marks" | "filled"> {
  const kind = isOnly ? "estimate" : "figure";
  const markAt = (value: number, last: number): DrawnDrug["marks"][number] =>
    value > last ? { at: 100, kind: "beyond" } : { at: placeValueOnAxis(last, value), kind };
  return {
    marks: end === null ? [] : values.map((value) => markAt(value, end)),
    filled: isOnly,
  };
}

function makeOnsetTimeViewsByDrug(
  outcome: "crs" | "icans",
  lines: readonly TimingLine[],
  drugs: readonly DrugOnScreen[],
): DrugTimes[] {
  return groupComparableTimes(lines, "onset", outcome).flatMap((like) =>
    makeComparableTimeViewsByDrug(
      `onset-${outcome}`,
      `${outcome.toUpperCase()} begins`,
      like,
      drugs,
    ),
  );
}

type Like = LikeTimes["times"][number];

function makeComparableTimeViewsByDrug(
  id: string,
  label: string,
  { evidence, from, times }: LikeTimes,
  drugs: readonly DrugOnScreen[],
): DrugTimes[] {
  const ofDrug = ({ product }: DrugOnScreen) =>
    times.filter(({ line }) => line.product === product);
  const timed = drugs.filter((drug) => ofDrug(drug).length > 0);
  const end = findDaysAxisEnd(
    timed.length,
    timed.flatMap(ofDrug).map(({ time }) => convertMedianToDays(time)),
  );
  const lines = timed.map((drug) => ({
    ...drug,
    ...makeDrawnDrugFromTimes(ofDrug(drug), end),
  }));
  const start = from ?? `${times[0]?.line.therapyClass}-start-not-reported`;
  const key = [id, evidence, start].join("-").replaceAll(" ", "-");
  const detail = joinByCommas([
    "median",
    evidence === "trial" ? "trials" : "real-world",
    from === null ? "from when: not reported" : `from ${from}`,
  ]);
  return lines.length > 0 ? [{ id: key, label, detail, end, unit: "days", lines }] : [];
}

function makeDrawnDrugFromTimes(times: readonly Like[], end: number | null): DrawnDrug {
  const inOrder = [...times].sort((a, b) => a.time.median - b.time.median);
  const days = inOrder.flatMap(({ time }) => convertMedianToDays(time) ?? []);
  const last = inOrder.at(-1)?.time;
  return {
    number: joinFirstAndLastValues(inOrder.map(({ time }) => formatPlainNumber(time.median))),
    under: last ? chooseSingularOrPluralUnit(last.median, last.unit) : "",
    ...makeTimeMarkFields(days, end, times.length === 1),
    beneath: inOrder.map(describeTrialOfTime).join("; "),
  };
}

/** Returns text such as "Leipzig, ide-cel, range 49 to 240, one centre, 34 patients, lasts 4 days". */
function describeTrialOfTime(like: Like): string {
  const { line, time } = like;
  const duration = line.times.find(
    ({ what, outcome }) => what === "duration" && outcome === time.outcome,
  );
  const lasts = duration
    ? `lasts ${formatWithMinusSign(duration.median)} ${chooseSingularOrPluralUnit(duration.median, duration.unit)}`
    : "";
  return joinByCommas([
    line.label,
    describeRangeOrQuartiles(time),
    describePatientsOfTime(like),
    lasts,
  ]);
}

/** Returns the range, else the quartiles, as in "range 1 to 12"; empty if neither is known. */
export function describeRangeOrQuartiles({
  range,
  quartiles,
}: Pick<Like["time"], "range" | "quartiles">): string {
  const ends = range ?? quartiles;
  if (!ends) return "";
  return `${range ? "range" : "quartiles"} ${formatWithMinusSign(ends[0])} to ${formatWithMinusSign(ends[1])}`;
}

/**
 * Describes the patients of a time: the definition in its source, else the size of the trial, because not all of them
 * had the event.
 */
function describePatientsOfTime({ line: { n, evidence }, time: { definition } }: Like): string {
  const size = n === null ? ", size not reported" : ` of ${formatWithMinusSign(n)} patients`;
  return definition ?? `${evidence === "trial" ? "trial" : "study"}${size}`;
}

/**
 * Returns the end of the axis: 80 days, or a multiple of 80 if a time lies beyond. It is `null` for a single drug, and
 * if a time is not in days.
 */
function findDaysAxisEnd(drugs: number, days: readonly (number | null)[]): number | null {
  const inDaysOnly = days.filter((day) => day !== null);
  if (drugs < 2 || inDaysOnly.length < days.length) return null;
  return 80 * Math.ceil(Math.max(1, ...inDaysOnly) / 80);
}

/**
 * Returns the drawings of all times of the drugs of an answer, for a report: medians of every kind of survival if it
 * has a row of survival, and how soon CRS and ICANS begin if it has a row of toxicity.
 */
export function makeMedianAndOnsetViews(
  answer: Answer<string>,
  evidence: TimesEvidence,
): { readonly medians: readonly DrugTimes[]; readonly otherTimes: readonly DrugTimes[] } {
  const drugs = listDrugsOnScreen(answer);
  const asks = (group: Row["group"]) => answer.outcomes.some((row) => row.group === group);
  const included = new Set(answer.selection.included.map(({ cohort }) => cohort));
  const begins = (["crs", "icans"] as const).flatMap((outcome) =>
    makeOnsetTimeViewsByDrug(
      outcome,
      filterTimingLinesByCohorts(evidence.timesOf(outcome), included),
      drugs,
    ),
  );
  return {
    medians: asks("survival")
      ? (["pfs", "os", "dor"] as const).flatMap((family) =>
          makeSurvivalMedianViewsByDrug(family, evidence.mediansOf(family), drugs, true),
        )
      : [],
    otherTimes: asks("toxicity") ? begins : [],
  };
}
