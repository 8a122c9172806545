/** Why no class of a row has a number although cohorts are pooled. */
import type { OutcomeComparison, Pool, Remark } from "#core/comparison/answer.ts";
import { productName } from "../words/product-name.ts";

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
  const [only, another] = pool?.products ?? [];
  const product = only && !another ? productName(only.product) : null;
  // The label of trials begins with their product.
  const isOwn = (label: string) => !pool || (product !== null && label.startsWith(`${product} `));
  const labels = cautions
    .filter(
      ({ code, label }) => code === "follow-ups-apart" || (code === "trials-apart" && isOwn(label)),
    )
    .map(({ label }) => label);
  return labels.length === 0 ? undefined : labels.join(", ");
}
