import type { Pool } from "#core/comparison/answer.ts";
import { productName } from "../words/product-name.ts";
import { numbersText } from "./only-product.ts";

/** What a row shows of figures that are not pooled: "cilta-cel 17 %, count not printed". */
export function printedBeside({ notPooled }: Pick<Pool, "notPooled">): string {
  return numbersText(
    notPooled.flatMap(({ product, shown: number }) =>
      number === null ? [] : { name: productName(product), number },
    ),
  );
}
