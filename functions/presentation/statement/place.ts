/** Where a rate and its interval lie on the axis of an opened row, which holds every trial. */
import type { Interval } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import { pointOf, studiesOf } from "./figures.ts";

/** Whose middle is a whole number, too. */
const ends = [10, 20, 50, 100];

/** The end of an axis that holds every trial, every pool and every figure beside them: the one that differs is there to be seen. */
export function axisOfTrials({ direction, pools }: Pick<ApiRow, "direction" | "pools">): number {
  if (direction !== "harm") return 100;
  const points = therapyClasses.flatMap((group) => {
    const { beside, notPooled } = pools[group];
    return [
      ...studiesOf(pools[group]).map(({ estimate }) => estimate),
      ...[pools[group], ...(beside ? [beside] : [])].flatMap((pool) => pool.interval?.[1] ?? []),
      ...notPooled.flatMap((one) => pointOf(one) ?? []),
      ...pools[group].products.flatMap(({ estimate }) => estimate ?? []),
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
