/** Numbers inside sentences; their digits are those of the screen. */

import type { Contrast, Interval, Pool } from "#core/comparison/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { IntervalKind } from "../words/contract/figure.ts";
import type { Numbers } from "../words/numbers.ts";
import { rangeOf100 } from "../words/rates.ts";

/** A model without an answer lets the default one speak, whose intervals are credible ones. */
export function intervalOfPool(
  { model }: Pick<Query, "model">,
  { status }: Pick<Pool, "status">,
): IntervalKind {
  return model === "bayes" || status === "fallback" ? "credible" : "confidence";
}

/** Only the default model knows a probability. */
export function intervalOfContrast({ probabilityHigher }: Contrast): IntervalKind {
  return probabilityHigher === null ? "confidence" : "credible";
}

/** `82–97`, of 100. */
export function ends(interval: Interval, numbers: Numbers): string {
  return rangeOf100(interval, numbers).slice(1, -1);
}
