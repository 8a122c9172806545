/**
 * Rows under randomised trials that lead an answer: a number that a trial above has drawn does not stand there
 * again. What else is known of the outcome stays, and a row of which nothing stays goes.
 */
import type { Pool, Row } from "#core/answer/answer.ts";
import { evidenceOf } from "#core/answer/evidence.ts";
import type { RandomisedTrial } from "#core/others/randomised.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";

export interface RowBelow {
  readonly row: Row;
  /** Classes of which everything stands above. */
  readonly above: readonly TherapyClass[];
}

/** A rate that an arm has in its drawing, 0 to 1. */
interface DrawnRate {
  readonly cohort: string;
  readonly estimate: number;
}

export function rowsBelow(rows: readonly Row[], trials: readonly RandomisedTrial[]): RowBelow[] {
  const drawn = trials
    .filter(({ place }) => place === "leads")
    .flatMap(({ arms }) => arms)
    .flatMap(({ cohort, progressionFree, alive }) =>
      [progressionFree?.arm, alive?.arm].flatMap((rate) =>
        rate?.estimate == null ? [] : [{ cohort, estimate: rate.estimate }],
      ),
    );
  if (drawn.length === 0) return rows.map((row) => ({ row, above: [] }));
  return rows.flatMap((row) => belowOf(row, drawn));
}

/** Only survival at a month is drawn above. */
function belowOf(row: Row, drawn: readonly DrawnRate[]): RowBelow[] {
  if (familyOf(row.outcome) === null) return [{ row, above: [] }];
  const pools = Object.fromEntries(
    therapyClasses.map((group) => [group, poolBelow(row.pools[group], drawn)]),
  ) as Row["pools"];
  const isKnown = (pool: Pool) => evidenceOf(pool).length > 0;
  const above = therapyClasses.filter(
    (group) => isKnown(row.pools[group]) && !isKnown(pools[group]),
  );
  const isGone = above.length > 0 && therapyClasses.every((group) => !isKnown(pools[group]));
  return isGone ? [] : [{ row: { ...row, pools }, above }];
}

/** Without figures that stand above, and without medians of a trial of which no other figure is left. */
function poolBelow(pool: Pool, drawn: readonly DrawnRate[]): Pool {
  const isDrawn = (cohort: string, estimate: number | null) =>
    drawn.some((rate) => rate.cohort === cohort && rate.estimate === estimate);
  const studies = pool.studies.filter(({ cohort, estimate }) => !isDrawn(cohort, estimate));
  const months = pool.months?.filter(({ cohort, survival }) => !isDrawn(cohort, survival));
  const left = new Set([...studies, ...(months ?? [])].map(({ cohort }) => cohort));
  const isLeft = ({ cohort }: { readonly cohort: string }) =>
    left.has(cohort) || !drawn.some((rate) => rate.cohort === cohort);
  return {
    ...pool,
    studies,
    ...(months && { months }),
    medians: pool.medians.filter(isLeft),
    ...(pool.notReached && { notReached: pool.notReached.filter(isLeft) }),
  };
}
