import type { Pool } from "#core/comparison/answer.ts";
import { productName } from "../words/product-name.ts";

type OfProducts = Pick<Pool, "products" | "rate">;

/** The products of a pool, largest first. */
export function productsOf({ products, rate }: OfProducts): string[] {
  // A row of rates has no proportions of products.
  const own = products.length > 0 ? products : (rate?.products ?? []);
  return own.map(({ product }) => productName(product));
}

/** The product, if all cohorts of a class have the same one; otherwise `null`. */
export function onlyProduct(pool: OfProducts): string | null {
  const [first, second] = productsOf(pool);
  return first && !second ? first : null;
}
