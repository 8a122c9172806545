/** Returns the difference of a row, or why there is none. */

import type { Answer, Contrast, Interval, Row } from "#core/answer/answer.ts";
import { judgeSideOfZero } from "#core/answer/contrast.ts";
import { listPoolEvidence } from "#core/answer/evidence.ts";
import { listFiguresByTrial } from "#core/answer/figures-of-trials.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { chooseStudyWord, classAdjective, type StudyWord, unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { makeDifferenceTexts } from "../words/rates.ts";
import { joinWithConjunction, pluralise } from "../words/sentences.ts";
import { findGroupRateWithInterval, findMedianFollowUpMonths, isOfTwoTrials } from "./figures.ts";
import { nameOnlyProduct } from "./products.ts";

/** Holds a fitted difference per 100 patients, with its interval. */
export interface DifferenceNumbers {
  readonly difference: number;
  readonly interval: Interval;
  readonly contrast: Contrast;
  /** It is true if 0 lies within the interval or at one of its ends. Only the core decides this. */
  readonly includesZero: boolean;
}

/**
 * Returns the difference of the first contrast; `null` if there is none, for the reason that {@link describeFirstReasonNotCompared}
 * returns.
 */
export function findDifferenceNumbers({
  contrasts: [contrast],
}: Pick<Row, "contrasts">): DifferenceNumbers | null {
  const { differencePer100: difference, differenceInterval: interval } = contrast ?? {};
  if (!contrast || difference == null || interval == null) return null;
  return {
    difference,
    interval,
    contrast,
    includesZero: !judgeSideOfZero(contrast),
  };
}

/** Writes the difference of a row with its interval, as in "21 more" and "1 to 33"; `null` if there is none. */
export function makeRowDifferenceTexts(row: Pick<Row, "contrasts">): WrittenDifference | null {
  const numbers = findDifferenceNumbers(row);
  if (!numbers) return null;
  const { difference, interval, includesZero } = numbers;
  return { ...makeDifferenceTexts(difference, interval), includesZero };
}

type WrittenDifference = ReturnType<typeof makeDifferenceTexts> & { includesZero: boolean };

/**
 * Returns why a row has no difference with an interval: empty for an outcome that a class cannot have, as the row itself
 * says; else the first reason that applies: the status of the contrast, trials that are never pooled, two models, a
 * class without a number.
 *
 * @param missingTexts Why each class has no number; `null` for a class that has a number.
 */
export function describeFirstReasonNotCompared(
  row: Row,
  { query }: Pick<Answer, "query">,
  missingTexts: Readonly<Record<TherapyClass, string | null>>,
): string {
  const {
    contrasts: [contrast],
    pools,
  } = row;
  if (row.notFor) return "";
  const groupsWhere = (is: (group: TherapyClass) => boolean) => therapyClasses.filter(is);
  switch (contrast?.status) {
    case "one-trial":
      return describeClassesWithOneFigure(pools, chooseStudyWord(query));
    case "one-product": {
      const names = groupsWhere((group) => pools[group].missingProducts.length > 0).flatMap(
        (group) => nameOnlyProduct(pools[group]) ?? [],
      );
      return `${joinWithConjunction(names)} only`;
    }
    case "two-trials":
      return joinWithConjunction(
        groupsWhere((group) => isOfTwoTrials(pools[group])).map(
          (group) => `${nameOnlyProduct(pools[group])} in two ${pluralise(chooseStudyWord(query))}`,
        ),
      );
    case "follow-up-unknown":
      return "follow-up not reported for most";
    case "follow-ups-apart":
      return `follow-ups more than twofold apart (${describeFollowUpsOfBothClasses(findMedianFollowUpMonths(pools["car-t"]), findMedianFollowUpMonths(pools.bsab))})`;
    // `/v1` still returns the difference, and the odds ratio with its interval.
    case "ok":
      return "the intervals of difference and odds ratio disagree";
  }
  const [byTrial, another] = groupsWhere((group) => isClassShownByTrialOnly(row, group));
  if (byTrial) return another ? byTrialOnly : `${classAdjective[byTrial]} ${byTrialOnly}`;
  if (therapyClasses.every((group) => findGroupRateWithInterval(row, group) !== null)) {
    return "pooled by different models";
  }
  const reasons = therapyClasses.flatMap((group) => missingTexts[group] ?? []);
  const isElsewhere = therapyClasses.some((group) => pools[group].elsewhere);
  if (isElsewhere || reasons.length < therapyClasses.length) return reasons.join("; ");
  return therapyClasses.every((group) => pools[group].notPooled.length === 0)
    ? "not reported for either class"
    : "no count to pool for either class";
}

/** Returns text such as "one CAR-T and one bispecific trial", or of a pooling "one figure of several CAR-T trials". */
function describeClassesWithOneFigure(pools: Row["pools"], noun: StudyWord): string {
  const ofOne = therapyClasses
    .filter((group) => pools[group].k === 1)
    .map((group) => classAdjective[group]);
  const poolings = therapyClasses
    .filter((group) => pools[group].k > 1 && listFiguresByTrial(pools[group]).length === 1)
    .map((group) => classAdjective[group]);
  return joinWithConjunction([
    ...(ofOne.length > 0 ? [`one ${ofOne.join(" and one ")} ${noun}`] : []),
    ...poolings.map((adjective) => `one figure of several ${adjective} ${pluralise(noun)}`),
  ]);
}

/**
 * This text replaces a number where only single trials report survival at a month, because such figures are never
 * pooled.
 */
export const byTrialOnly = "by trial only";

/** Returns text such as "CAR-T 14 months, bispecific not reported". */
function describeFollowUpsOfBothClasses(carT: number | null, bsab: number | null): string {
  return `CAR-T ${formatMonths(carT)}, bispecific ${formatMonths(bsab)}`;
}

function formatMonths(months: number | null): string {
  return months === null ? unreported : `${formatPlainNumber(months)} months`;
}

/**
 * Tells whether the survival of a class at a month comes from single trials only, possibly as a median or at another
 * month.
 */
export function isClassShownByTrialOnly(
  { outcome, pools }: Pick<Row, "outcome" | "pools">,
  group: TherapyClass,
): boolean {
  const pool = pools[group];
  if (parseSurvivalFamily(outcome) === null) return false;
  const isKnown = pool.months !== undefined || listPoolEvidence(pool).length > 0;
  return pool.status === "by-trial" || (pool.k === 0 && isKnown);
}
