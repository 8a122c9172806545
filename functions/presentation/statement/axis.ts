/** Where rates lie on the axis of a row: on a screen, in an opened row, in a picture. */
import type { Interval, Row } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { displayedRate, printedAlone, studiesOf } from "./figures.ts";

/**
 * The upper end in patients of 100 for the numbers of a row. On the full axis, marks of rare harms would
 * be squeezed together at the left end.
 */
export function axisOf({ direction, pools }: Pick<Row, "direction" | "pools">): 20 | 100 {
  return axisTo(
    direction,
    therapyClasses.flatMap((group) => displayedRate(pools[group])?.interval[1] ?? []),
  );
}

/** @param ends Upper ends of the intervals, of 1. */
export function axisTo(direction: Row["direction"], ends: number[]): 20 | 100 {
  return direction === "harm" && ends.length > 0 && Math.max(...ends) <= 0.2 ? 20 : 100;
}

/** Whose middle is a whole number, too. */
const ends = [10, 20, 50, 100];

/** The end of an axis that holds every trial, every pool and every figure beside them: the one that differs is there to be seen. */
export function axisOfTrials({ direction, pools }: Pick<Row, "direction" | "pools">): number {
  if (direction !== "harm") return 100;
  const points = therapyClasses.flatMap((group) => {
    const { beside, products } = pools[group];
    return [
      ...studiesOf(pools[group]).map(({ estimate }) => estimate),
      ...[pools[group], ...(beside ? [beside] : [])].flatMap((pool) => pool.interval?.[1] ?? []),
      ...printedAlone(pools[group]).map(({ percentPrinted }) => percentPrinted / 100),
      ...products.flatMap(({ estimate }) => estimate ?? []),
    ];
  });
  const most = 100 * Math.max(0, ...points);
  return ends.find((end) => end >= most) ?? 100;
}

/** Of the axis, from 0 to 1. */
export interface Place {
  /** `null` if only an interval is drawn. */
  readonly mark: number | null;
  /** `null` if no interval is known. */
  readonly interval: Interval | null;
  /** Whether the interval goes on where the axis ends, not by rounding only. */
  readonly goesOn: boolean;
}

/** @param end Of the axis, in patients of 100. @param estimate Of 1. */
export function placeOn(end: number, estimate: number | null, interval: Interval | null): Place {
  const part = (value: number) => Math.min(1, (100 * value) / end);
  return {
    mark: estimate === null ? null : part(estimate),
    interval: interval && [part(interval[0]), part(interval[1])],
    goesOn: interval !== null && (100 * interval[1]) / end > 1 + 1e-9,
  };
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
