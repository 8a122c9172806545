import type { Pool } from "#core/comparison/answer.ts";

/** The product, if all cohorts of a class have the same one; otherwise `null`. */
export function onlyProduct({ products: [first, second] }: Pick<Pool, "products">): string | null {
  return first && !second ? first.product : null;
}
