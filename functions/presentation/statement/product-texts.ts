/** What each product showed, as counted. */
import type { Pool } from "#core/answer/answer.ts";
import type { Catalogue } from "../words/catalogue.ts";

/** Each product with its counts; of several trials also that of each. */
export function productTexts(
  { products, studies }: Pick<Pool, "products" | "studies">,
  { codes }: Pick<Catalogue, "codes">,
  isTimed = false,
): string[] {
  return products.map((one) =>
    codes.shown.product(
      one,
      studies.filter(({ product }) => product === one.product),
      isTimed,
    ),
  );
}
