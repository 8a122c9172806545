/** Where rates lie on the axis of a row: on a screen, in an opened row, in a picture. */
import type { Interval, Row } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { displayedRate } from "./figures.ts";

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
