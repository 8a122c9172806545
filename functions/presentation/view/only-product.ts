import type { Pool } from "#core/comparison/answer.ts";

/** The product, if all cohorts of a class have the same one; otherwise `null`. */
export function onlyProduct({ products, rate }: Pick<Pool, "products" | "rate">): string | null {
  // A row of rates has no proportions of products.
  const [first, second] = products.length > 0 ? products : (rate?.products ?? []);
  return first && !second ? first.product : null;
}
