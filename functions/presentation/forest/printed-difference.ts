/** The difference in a figure, which may have one digit after the point. */
import type { Interval, OutcomeComparison } from "#core/comparison/answer.ts";
import { shownDifference, shownOf } from "../view/shown-numbers.ts";
import { reconcile } from "../words/rates.ts";

export interface PrintedDifference {
  difference: number;
  interval: Interval;
  /** Decimals of the difference and of the two rates next to it. */
  digits: 0 | 1;
}

/** `null` if there is none. */
export function printedDifference(row: OutcomeComparison): PrintedDifference | null {
  const shown = shownDifference(row);
  const [carT, bsab] = [shownOf(row, "car-t"), shownOf(row, "bsab")];
  if (shown === null || carT === null || bsab === null) return null;
  const { difference, interval, rounded } = shown;
  return rounded
    ? { interval, ...reconcile(carT.estimate, bsab.estimate, difference) }
    : { difference, interval, digits: 0 };
}
