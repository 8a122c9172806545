/**
 * The numbers that are printed. A single trial is its own count; only where several trials are
 * pooled is the model's estimate printed. The API has both.
 */
import type { Interval, OutcomeComparison, Pool, RatePool } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
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

/**
 * The number of a group in its row, of 1: patients or, for a rate over time, events in a
 * patient-year. `null` if there is none.
 */
export function shownOf<G extends string = TherapyClass>(
  { measure, pools }: Pick<OutcomeComparison<G>, "measure" | "pools">,
  group: G,
): ShownRate | null {
  const pool = pools[group];
  if (measure === "proportion") return shownRate(pool);
  return pool.rate && shownOverTime(pool.rate);
}

/** A rate over time in events in a patient-year. */
function shownOverTime(rate: RatePool): ShownRate {
  const { per100, interval } = ownRate(rate);
  return { estimate: per100 / 100, interval: [interval[0] / 100, interval[1] / 100] };
}

/** The rate of a class, or of its only trial; where all of its patients had an event, the model's. */
export function ownRate(rate: RatePool): { per100: number; interval: Interval } {
  const [only, another] = rate.studies;
  return only?.per100 != null && only.interval !== null && !another
    ? { per100: only.per100, interval: only.interval }
    : rate;
}

export interface ShownDifference {
  readonly difference: number;
  readonly interval: Interval;
  /** Whether the two whole rates next to it do not subtract to it. */
  readonly rounded: boolean;
  readonly between: Between;
}

/** The difference to print next to the two rates; `null` if there is none. */
export function shownDifference(row: OutcomeComparison): ShownDifference | null {
  const [contrast] = row.contrasts;
  const { differencePer100: difference, differenceInterval: interval } =
    (row.measure === "rate" ? contrast?.rate : contrast) ?? {};
  if (difference == null || interval == null) return null;
  const [carT, bsab] = [shownOf(row, "car-t"), shownOf(row, "bsab")];
  if (carT === null || bsab === null) return null;
  const rounded = (value: number) => isRounded(carT.estimate, bsab.estimate, value);
  // A rate is compared only where each class has several trials.
  const observed = row.measure === "rate" ? null : (contrast?.observed ?? null);
  if (observed !== null) {
    const { differencePer100: own, differenceInterval: ownInterval } = observed;
    return { difference: own, interval: ownInterval, rounded: rounded(own), between: "trials" };
  }
  // The model's estimate of the single trial is not printed, so nobody can subtract it.
  return row.pools["car-t"].observed || row.pools.bsab.observed
    ? { difference, interval, rounded: false, between: "one-trial" }
    : { difference, interval, rounded: rounded(difference), between: "pools" };
}

/** Judged by the printed numbers: "0 to 42 more" does not look certain to a reader. */
export function excludesZero(interval: Interval | null | undefined): boolean {
  return interval != null && (Math.round(interval[0]) > 0 || Math.round(interval[1]) < 0);
}
