/** The numbers that are printed: those of the answer, and what kind of interval they have. */
import type { Interval } from "#core/answer/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import type { IntervalKind } from "../words/arguments.ts";

export interface DisplayedRate {
  readonly estimate: number;
  readonly interval: Interval;
}

/** `null` if there is no number. */
export function displayedRate({
  estimate,
  interval,
}: Pick<ApiPool, "estimate" | "interval">): DisplayedRate | null {
  return estimate === null || interval === null ? null : { estimate, interval };
}

/** The number of a group in its row, of 1; `null` if there is none. */
export function displayedRateOf<G extends string = TherapyClass>(
  { pools }: Pick<ApiRow<G>, "pools">,
  group: G,
): DisplayedRate | null {
  return displayedRate(pools[group]);
}

export interface ShownDifference {
  readonly difference: number;
  readonly interval: Interval;
}

/** The fitted difference of the row, per 100; `null` if there is none. */
export function shownDifference({
  contrasts: [contrast],
}: Pick<ApiRow, "contrasts">): ShownDifference | null {
  const { differencePer100: difference, differenceInterval: interval } = contrast ?? {};
  return difference == null || interval == null ? null : { difference, interval };
}

/**
 * Of a single trial the interval is that of its count. If the requested model has no result, the
 * default model is used, and its intervals are credible intervals.
 */
export function intervalOfPool(
  { model }: Pick<Query, "model">,
  { status, k }: Pick<ApiPool, "status" | "k">,
): IntervalKind {
  if (k === 1) return "confidence";
  return model === "bayes" || status === "fallback" ? "credible" : "confidence";
}
