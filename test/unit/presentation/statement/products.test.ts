import { expect, it } from "vitest";
import { productCounts } from "#presentation/statement/products.ts";
import { english } from "#presentation/words/catalogue.ts";
import { pool } from "../../../support/answers.ts";

const untold = "(not told apart)";

it.each([
  ["104 of 165 (63 of 100, 55–70)", "104 of 165"],
  ["1 of 165 (<1 of 100, 0–3): 0 of 65, 1 of 100", "1 of 165"],
  ["92 of 161: 24 of 33, 68 of 128 at 24.8 months, trials differ", "92 of 161"],
  [`104 of 165 (63 of 100, 55–70) ${untold}`, `104 of 165 ${untold}`],
  [`137 of 145 (94 of 100, 89–98): 43 of 48, 94 of 97 ${untold}`, `137 of 145 ${untold}`],
  [`137 of 145: 43 of 48, 94 of 97, trials differ ${untold}`, `137 of 145 ${untold}`],
  [`79 of 100 (69–86) ${untold}`, `79 of 100 (69–86) ${untold}`],
])("%s is told in short as %s", (shown, number) => {
  const counts = { k: 1, n: null, estimate: 0.5, interval: null, observed: null, counted: null };
  const products = [{ ...counts, product: "a-or-b", shown }] as never;
  expect(productCounts(pool({ products }), english.screen).map((one) => one.number)).toEqual([
    number,
  ]);
});
