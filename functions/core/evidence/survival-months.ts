/**
 * Finds the survival of each trial at a few months: what it printed, else what a later printed month or the
 * printed median says of that month. Nothing is averaged, read from a curve or computed, and trials are never put
 * together.
 */
import type { ComputeCohort, ComputeLandmark } from "#data/compute-set.ts";
import {
  type Medians,
  type PrintedMedian,
  parseLandmarkMonth,
  parseSurvivalFamily,
  type SurvivalFamily,
} from "#data/survival.ts";
import { compareLargestFirst } from "./grouping.ts";
import {
  canFigureStandForSurvivalFamily,
  chooseFollowUpElseMedianSurvival,
  chooseOnePerPatientSet,
  findNewestMedian,
  isPoolOfCohorts,
  type SurvivalRules,
} from "./medians.ts";
import { leastPatients } from "./trials.ts";

/** The table of survival by trial has these months. */
export const survivalMonths = [6, 12, 18, 24] as const;

/** Describes the survival of a trial at a month. Every kind but `unknown` names what was printed. */
export type MonthCell =
  | {
      /** `at-least`: the landmark is of the nearest later month, and survival at this month cannot be lower. */
      readonly kind: "printed" | "at-least";
      readonly landmark: ComputeLandmark;
      /** `isNewest` is true if the landmark is of the newest cut of the trial. */
      readonly isNewest: boolean;
    }
  | {
      /**
       * The printed median tells whether more than half of the patients, about half, or fewer were without the event at
       * the month.
       */
      readonly kind: "above-half" | "about-half" | "below-half";
      readonly median: PrintedMedian;
    }
  | { readonly kind: "unknown" };

export interface TrialMonths {
  readonly cohort: ComputeCohort;
  /** `n` is the number of patients counted over at the newest cut; `null` if unknown. */
  readonly n: number | null;
  /** `fewestPatients` is the smallest number of patients over which any cut counts; `null` if unknown. */
  readonly fewestPatients: number | null;
  /** `population` tells who these patients are; `null` without a landmark and a median. */
  readonly population: ComputeLandmark["population"] | null;
  /** `timeOrigin` is the start of the survival time; `null` where our sources do not say. */
  readonly timeOrigin: ComputeLandmark["timeOrigin"];
  /** `followUpMonths` is the median follow-up of the newest cut; `null` if unknown. */
  readonly followUpMonths: number | null;
  /** `cells` has one entry for each of `survivalMonths`, in the same order. */
  readonly cells: readonly MonthCell[];
}

export interface FamilyMonths {
  readonly trials: readonly TrialMonths[];
  /** `small` lists trials that printed something but get no line, because they are small or of unknown size. */
  readonly small: readonly TrialMonths[];
  /** `reported` lists every cohort with a month or a median, also poolings and those that share patients with a line. */
  readonly reported: readonly TrialMonths[];
}

/** Returns the lines of a family, in the order of the cohorts. Cohorts that pool trials are left out. */
export function gatherSurvivalMonths(
  cohorts: readonly ComputeCohort[],
  medians: Medians,
  family: SurvivalFamily,
  rules: SurvivalRules,
): FamilyMonths {
  const reported = cohorts
    .map((cohort) => gatherSurvivalMonthsOfTrial(cohort, medians[cohort.id] ?? [], family, rules))
    .filter(({ population }) => population !== null);
  const ofTrials = reported.filter(
    ({ cohort, cells }) => !isPoolOfCohorts(cohort) && cells.some(({ kind }) => kind !== "unknown"),
  );
  const isLarge = ({ cohort, fewestPatients }: TrialMonths) =>
    Math.min(cohort.n ?? 0, fewestPatients ?? Infinity) >= leastPatients;
  return {
    trials: chooseOnePerPatientSet(ofTrials.filter(isLarge)),
    small: ofTrials.filter((trial) => !isLarge(trial)),
    reported,
  };
}

export function gatherSurvivalMonthsOfTrial(
  cohort: ComputeCohort,
  medians: readonly PrintedMedian[],
  family: SurvivalFamily,
  rules: SurvivalRules,
): TrialMonths {
  const landmarks = cohort.landmarks
    .filter(
      (landmark) =>
        parseSurvivalFamily(landmark.outcome) === family &&
        landmark.hold === null &&
        canFigureStandForSurvivalFamily(landmark, family, rules, cohort.n),
    )
    .sort(compareLandmarksNewestFirst);
  const printed = findNewestMedian(medians, family, rules);
  const { agreeing, median } = excludeContradictedCuts(landmarks, printed);
  const newest = chooseNewerOfLandmarkAndMedian(landmarks[0], printed);
  const all = median ? [...agreeing, median] : agreeing;
  const whole = family === "dor" ? null : cohort.n;
  const counts = agreeing.flatMap(({ n }) => n ?? []);
  return {
    cohort,
    n: agreeing[0]?.n ?? whole,
    fewestPatients: counts.length > 0 ? Math.min(...counts) : whole,
    population: (agreeing[0] ?? printed)?.population ?? null,
    timeOrigin: all.find(({ timeOrigin }) => timeOrigin !== null)?.timeOrigin ?? null,
    followUpMonths: newest?.followUpMonths ?? null,
    cells: survivalMonths.map((month) =>
      makeSurvivalMonthCell(month, agreeing, median, newest?.cut),
    ),
  };
}

/**
 * Returns the landmarks and the median that can be true of the same patients: an older cut that contradicts a newer
 * one is left out, so that the median may become `null`. Within one cut the median prevails, because it has a line of
 * its own.
 *
 * @param landmarks Newest first.
 */
function excludeContradictedCuts(
  landmarks: readonly ComputeLandmark[],
  printedMedian: PrintedMedian | null,
): { agreeing: readonly ComputeLandmark[]; median: PrintedMedian | null } {
  const agreeing: ComputeLandmark[] = [];
  let median = printedMedian;
  for (const landmark of landmarks) {
    if (agreeing.some((newer) => areLandmarksContradictory(landmark, newer))) continue;
    if (median !== null && isContradictedByMedian(landmark, median)) {
      if (!isNewerThanMedian(landmark, median)) continue;
      median = null;
    }
    agreeing.push(landmark);
  }
  return { agreeing, median };
}

/** Returns whether two landmarks contradict each other: survival never rises, and has one value a month. */
function areLandmarksContradictory(a: ComputeLandmark, b: ComputeLandmark): boolean {
  const later = parseLandmarkMonth(a.outcome) - parseLandmarkMonth(b.outcome);
  return later === 0 || (later > 0 ? a.survival > b.survival : a.survival < b.survival);
}

/**
 * Returns whether a landmark contradicts the median: more than half are without the event before it, at most half
 * after it.
 */
function isContradictedByMedian(
  { outcome, survival }: ComputeLandmark,
  median: PrintedMedian,
): boolean {
  const month = parseLandmarkMonth(outcome);
  const { months } = median;
  if (months === null) return survival < 0.5 && month <= findLastMonthAboveHalf(median);
  return month < months ? survival < 0.5 : month > months && survival > 0.5;
}

function makeSurvivalMonthCell(
  month: number,
  landmarks: readonly ComputeLandmark[],
  median: PrintedMedian | null,
  newestCut: string | undefined,
): MonthCell {
  const [landmark] = landmarks
    .filter(({ outcome }) => parseLandmarkMonth(outcome) >= month)
    .sort((a, b) => parseLandmarkMonth(a.outcome) - parseLandmarkMonth(b.outcome));
  if (landmark) {
    const kind = parseLandmarkMonth(landmark.outcome) === month ? "printed" : "at-least";
    return { kind, landmark, isNewest: landmark.cut === newestCut };
  }
  const half = median && findSurvivalSideOfHalf(month, median);
  return median && half ? { kind: half, median } : { kind: "unknown" };
}

/** Within less than this many months of the median, about half of the patients are without the event. */
const aroundMedian = 1;

/**
 * Returns the side of 50 % on which survival at the month lies by the median, which is a point estimate like survival at
 * every printed month; `null` beyond the follow-up of a median that was not reached.
 */
function findSurvivalSideOfHalf(
  month: number,
  median: PrintedMedian,
): "above-half" | "about-half" | "below-half" | null {
  const { months } = median;
  if (months === null) return month <= findLastMonthAboveHalf(median) ? "above-half" : null;
  if (month <= months - aroundMedian) return "above-half";
  return month >= months + aroundMedian ? "below-half" : "about-half";
}

/** Returns the month up to which more than half were without the event, if the median was not reached. */
function findLastMonthAboveHalf({ followUpMonths }: PrintedMedian): number {
  return followUpMonths ?? 0;
}

function chooseNewerOfLandmarkAndMedian(
  landmark: ComputeLandmark | undefined,
  median: PrintedMedian | null,
) {
  const printed = landmark ?? null;
  if (printed === null || median === null) return printed ?? median;
  return isNewerThanMedian(printed, median) ? printed : median;
}

function isNewerThanMedian({ followUpMonths }: ComputeLandmark, median: PrintedMedian): boolean {
  return compareLargestFirst(followUpMonths, chooseFollowUpElseMedianSurvival(median)) < 0;
}

/** Orders landmarks by follow-up, longest first; within one cut the earliest month is first. */
function compareLandmarksNewestFirst(a: ComputeLandmark, b: ComputeLandmark): number {
  return (
    compareLargestFirst(a.followUpMonths, b.followUpMonths) ||
    (a.cut < b.cut ? -1 : Number(a.cut > b.cut)) ||
    parseLandmarkMonth(a.outcome) - parseLandmarkMonth(b.outcome)
  );
}
