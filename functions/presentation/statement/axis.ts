/** The scale of a row: the same for its dumbbell, its opened forest plot and its picture. */

import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import { displayedRate } from "./displayed-rate.ts";

/**
 * The upper end in patients of 100. On the full axis, marks of rare harms would be squeezed together
 * at the left end.
 */
export function axisOf({ direction, pools }: Pick<ApiRow, "direction" | "pools">): 20 | 100 {
  return axisTo(
    direction,
    therapyClasses.flatMap((group) => displayedRate(pools[group])?.interval[1] ?? []),
  );
}

/** @param ends Upper ends of the intervals, of 1. */
export function axisTo(direction: ApiRow["direction"], ends: number[]): 20 | 100 {
  return direction === "harm" && ends.length > 0 && Math.max(...ends) <= 0.2 ? 20 : 100;
}
