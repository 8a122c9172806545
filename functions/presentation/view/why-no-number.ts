/** Why no class of a row has a number although cohorts are pooled. */
import type { OutcomeComparison, Pool, Remark } from "#core/comparison/answer.ts";

/**
 * Whether a caution is why none has one, whatever part of a class is pooled. By the beginning of its
 * code, because it is in the first view, where bytes count.
 */
export function keepsApart({ code }: Remark): boolean {
  return /^(too-few-after|follow-ups|trials)-/.test(code);
}

/**
 * The follow-ups of the classes or the trials of a product, in a few words, if they are why. `undefined`
 * where too few patients or trials are.
 *
 * @param pool of a class; the trials of the other one are not why it has none.
 */
export function whyApart(
  { cautions }: Pick<OutcomeComparison, "cautions">,
  pool?: Pick<Pool, "products" | "k">,
): string | undefined {
  const ofTrials = !pool || (pool.k > 1 && pool.products.length === 1);
  const codes = ["follow-ups-apart", ...(ofTrials ? ["trials-apart"] : [])];
  return cautions.find(({ code }) => codes.includes(code))?.label;
}
