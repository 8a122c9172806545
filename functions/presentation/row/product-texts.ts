/** What each product showed, as counted. */

import type { Pool } from "#core/answer/answer.ts";
import { shown } from "../words/product-numbers.ts";

/** Each product with its counts; of several trials also that of each. */
export function productTexts(
  { products, studies }: Pick<Pool, "products" | "studies">,
  isTimed = false,
): string[] {
  return products.map((one) =>
    shown.product(
      one,
      studies.filter(({ product }) => product === one.product),
      isTimed,
    ),
  );
}
