/**
 * Shortens the rows below randomised trials that lead an answer. A number that a trial above draws is not repeated in a
 * row; a row keeps its remaining figures, and a row without any figure left is removed.
 */
import type { Pool, RandomisedTrial, Row } from "#core/answer/answer.ts";
import { listPoolEvidence } from "#core/answer/evidence.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";

export type MonthsAbove = ReadonlyMap<TherapyClass, readonly number[]>;

export interface RowBelow {
  readonly row: Row;
  /** Lists the classes whose figures all stand in a trial above, each with the months of those figures. */
  readonly above: MonthsAbove;
}

/** Describes a rate that the drawing of an arm shows, 0 to 1. */
interface DrawnRate {
  readonly cohort: string;
  readonly estimate: number;
  readonly month: number | null;
}

/**
 * Returns the rows without the rates that the randomised trials in the lead draw; a row that has no other figure is
 * left out.
 */
export function listRowsWithoutRatesDrawnAbove(
  rows: readonly Row[],
  trials: readonly RandomisedTrial[],
): RowBelow[] {
  const drawnRates = trials
    .filter(({ place }) => place === "leads")
    .flatMap(({ arms }) => arms)
    .flatMap(({ cohort, progressionFree, alive }) =>
      [progressionFree, alive].flatMap((rates) =>
        rates?.arm?.estimate == null
          ? []
          : [{ cohort, estimate: rates.arm.estimate, month: rates.month }],
      ),
    );
  if (drawnRates.length === 0) return rows.map((row) => ({ row, above: new Map() }));
  return rows.flatMap((row) => removeRatesDrawnAbove(row, drawnRates));
}

/**
 * Returns the row without the rates that are drawn above, and the classes that lose all their figures, with the
 * months of these; empty if that leaves no class with a figure. Only survival at a month is drawn above, so any other
 * row stays as it is.
 */
function removeRatesDrawnAbove(row: Row, drawnRates: readonly DrawnRate[]): RowBelow[] {
  if (parseSurvivalFamily(row.outcome) === null) return [{ row, above: new Map() }];
  const pools = Object.fromEntries(
    therapyClasses.map((group) => [
      group,
      removeDrawnFiguresFromPool(row.pools[group], drawnRates),
    ]),
  ) as Row["pools"];
  const isKnown = (pool: Pool) => listPoolEvidence(pool).length > 0;
  const above = therapyClasses
    .filter((group) => isKnown(row.pools[group]) && !isKnown(pools[group]))
    .map((group) => [group, listMonthsDrawnAbove(row.pools[group], drawnRates)] as const);
  const isGone = above.length > 0 && therapyClasses.every((group) => !isKnown(pools[group]));
  return isGone ? [] : [{ row: { ...row, pools }, above: new Map(above) }];
}

/** Lists the months at which rates of a pool are drawn above, earliest first. */
function listMonthsDrawnAbove(
  { studies, months = [] }: Pool,
  drawnRates: readonly DrawnRate[],
): number[] {
  const rates = [
    ...studies.map(({ cohort, estimate }) => ({ cohort, estimate })),
    ...months.map(({ cohort, survival }) => ({ cohort, estimate: survival })),
  ];
  const above = drawnRates.filter((arm) => rates.some((rate) => isRateOfDrawnArm(arm, rate)));
  return [...new Set(above.flatMap(({ month }) => month ?? []))].sort((a, b) => a - b);
}

interface RateOfCohort {
  readonly cohort: string;
  readonly estimate: number | null;
}

function isRateOfDrawnArm(arm: DrawnRate, { cohort, estimate }: RateOfCohort): boolean {
  return arm.cohort === cohort && arm.estimate === estimate;
}

/** Removes figures that stand above, and medians of a trial of which no other figure is left. */
function removeDrawnFiguresFromPool(pool: Pool, drawnRates: readonly DrawnRate[]): Pool {
  const isDrawn = (cohort: string, estimate: number | null) =>
    drawnRates.some((arm) => isRateOfDrawnArm(arm, { cohort, estimate }));
  const studies = pool.studies.filter(({ cohort, estimate }) => !isDrawn(cohort, estimate));
  const months = pool.months?.filter(({ cohort, survival }) => !isDrawn(cohort, survival));
  const cohortsLeft = new Set([...studies, ...(months ?? [])].map(({ cohort }) => cohort));
  const isLeft = ({ cohort }: { readonly cohort: string }) =>
    cohortsLeft.has(cohort) || !drawnRates.some((rate) => rate.cohort === cohort);
  return {
    ...pool,
    studies,
    ...(months && { months }),
    medians: pool.medians.filter(isLeft),
    ...(pool.notReached && { notReached: pool.notReached.filter(isLeft) }),
  };
}
