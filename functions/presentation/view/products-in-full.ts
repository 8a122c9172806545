/** Each product's own number where a class has none, with all that there is to say of it. */

import type { Pool } from "#core/comparison/answer.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { numbersText, productCounts } from "./only-product.ts";
import { printedBeside } from "./printed-beside.ts";

/** "eque-cel 2 of 121 (2 of 100, 0–6): 0 of 18, 2 of 103; cilta-cel 17 %, count not printed" */
export function productsInFull(pool: Pool, words: Pick<ScreenWords, "headline">): string {
  const numbers = productCounts(pool, words).map(({ name }, i) => ({
    name,
    number: pool.products[i]?.shown ?? "",
  }));
  return [numbersText(numbers), printedBeside(pool)].filter(Boolean).join("; ");
}
