/**
 * The numbers that are printed. A single trial is its own count; only where several trials are
 * pooled is the model's estimate printed. The API has both.
 */
import type { Interval, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import type { Between } from "../words/contract/screen.ts";
import { isRounded } from "../words/rates.ts";

export interface ShownRate {
  readonly estimate: number;
  readonly interval: Interval;
}

/** `null` if there is no pool. */
export function shownRate({
  estimate,
  interval,
  observed,
}: Pick<Pool, "estimate" | "interval" | "observed">): ShownRate | null {
  if (estimate === null || interval === null) return null;
  return observed ?? { estimate, interval };
}

export interface ShownDifference {
  readonly difference: number;
  readonly interval: Interval;
  /** Whether the two whole rates next to it do not subtract to it. */
  readonly rounded: boolean;
  readonly between: Between;
}

/** The difference to print next to the two rates; `null` if there is none. */
export function shownDifference({ pools, contrasts }: OutcomeComparison): ShownDifference | null {
  const { differencePer100, differenceInterval, observed } = contrasts[0] ?? {};
  if (differencePer100 == null || differenceInterval == null) return null;
  const [carT, bsab] = [shownRate(pools["car-t"]), shownRate(pools.bsab)];
  if (carT === null || bsab === null) return null;
  const rounded = (difference: number) => isRounded(carT.estimate, bsab.estimate, difference);
  if (observed) {
    const { differencePer100: difference, differenceInterval: interval } = observed;
    return { difference, interval, rounded: rounded(difference), between: "trials" };
  }
  const [difference, interval] = [differencePer100, differenceInterval];
  // The model's estimate of the single trial is not printed, so nobody can subtract it.
  return pools["car-t"].observed || pools.bsab.observed
    ? { difference, interval, rounded: false, between: "one-trial" }
    : { difference, interval, rounded: rounded(difference), between: "pools" };
}
