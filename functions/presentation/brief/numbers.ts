/** Numbers inside sentences; their digits are those of the screen. */

import type { Contrast, Interval, Pool } from "#core/comparison/answer.ts";
import type { Query } from "#core/question/query.ts";
import { rangeOf100, rateOf100, ratio } from "../words/rates.ts";

const credible = "95 % credible interval";
const confidence = "95 % confidence interval";

/** A model without an answer lets the default one speak, whose intervals are credible ones. */
export function intervalOfPool({ model }: Pick<Query, "model">, { status }: Pool): string {
  return model === "bayes" || status === "fallback" ? credible : confidence;
}

/** Only the default model knows a probability. */
export function intervalOfContrast({ probabilityHigher }: Contrast): string {
  return probabilityHigher === null ? confidence : credible;
}

/** `82–97`, of 100. */
export function ends(interval: Interval): string {
  return rangeOf100(interval).slice(1, -1);
}

/** `2.3 to 21`. */
export function ratioEnds([lower, upper]: Interval): string {
  return `${ratio(lower)} to ${ratio(upper)}`;
}

/** `about 84`, `fewer than 1`, `more than 99`: a rate as a plain reader takes it. */
export function about(rate: number): string {
  const text = rateOf100(rate);
  if (text.startsWith("<")) return `fewer than ${text.slice(1)}`;
  if (text.startsWith(">")) return `more than ${text.slice(1)}`;
  return `about ${text}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** The first letter large, as a sentence begins. */
export function sentence(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}
