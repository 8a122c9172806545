/** Numbers inside sentences, with the same digits as on the screen. */

import type { Contrast, Interval, Pool } from "#core/comparison/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { Numbers } from "../words/numbers.ts";
import { rangeOf100 } from "../words/rates.ts";
import type { IntervalKind } from "../words/told.ts";

/** With fewer cohorts, a prediction for another cohort is not meaningful. */
export const minimumCohortsForPrediction = 3;

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

/** Only the default model gives a probability. */
export function intervalOfContrast({ probabilityHigher }: Contrast): IntervalKind {
  return probabilityHigher === null ? "confidence" : "credible";
}

/** `82–97`, per 100 patients. */
export function ends(interval: Interval, numbers: Numbers): string {
  return rangeOf100(interval, numbers).slice(1, -1);
}
