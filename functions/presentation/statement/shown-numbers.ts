/**
 * The numbers that are printed. A single trial, and by the default model a single product, is its count;
 * only where several products are pooled is the model's estimate printed.
 */
import type { Interval, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Between } from "../words/catalogue.ts";
import { isRounded } from "../words/rates.ts";
import type { IntervalKind } from "../words/told.ts";

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

/** The number of a group in its row, of 1; `null` if there is none. */
export function shownOf<G extends string = TherapyClass>(
  { pools }: Pick<OutcomeComparison<G>, "pools">,
  group: G,
): ShownRate | null {
  return shownRate(pools[group]);
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
  const { observed } = contrast ?? {};
  const { differencePer100: difference, differenceInterval: interval } = observed ?? contrast ?? {};
  if (difference == null || interval == null) return null;
  const [carT, bsab] = [shownOf(row, "car-t"), shownOf(row, "bsab")];
  if (carT === null || bsab === null) return null;
  // Only a model's difference has a median, and what a model estimates of a single trial is not printed.
  const counted = observed || contrast?.differenceMedian === null;
  const hidden = row.pools["car-t"].observed || row.pools.bsab.observed;
  const between = observed ? "products" : counted ? "one-product" : hidden ? "modelled" : "pools";
  return {
    difference,
    interval,
    rounded: between !== "modelled" && isRounded(carT.estimate, bsab.estimate, difference),
    between,
  };
}

/** Judged by the printed numbers: "0 to 42 more" does not look certain to a reader. */
export function excludesZero(interval: Interval | null | undefined): boolean {
  return interval != null && (Math.round(interval[0]) > 0 || Math.round(interval[1]) < 0);
}

/**
 * If the requested model has no result, the default model is used, and its intervals are credible
 * intervals. A count has none of a model.
 */
export function intervalOfPool(
  { model }: Pick<Query, "model">,
  { status, observed }: Pick<Pool, "status" | "observed">,
): IntervalKind {
  if (observed !== null) return "confidence";
  return model === "bayes" || status === "fallback" ? "credible" : "confidence";
}
