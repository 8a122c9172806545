/** Where rates lie on the axis of a row: on a screen, in an opened row, in a picture. */
import type { Row } from "#core/answer/answer.ts";
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
function axisTo(direction: Row["direction"], ends: number[]): 20 | 100 {
  return direction === "harm" && ends.length > 0 && Math.max(...ends) <= 0.2 ? 20 : 100;
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
