import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { byProductOf } from "#presentation/statement/side-by-side.ts";
import { english } from "#presentation/words/catalogue.ts";
import { makeComparison } from "#server/answers/make-comparison.ts";
import { SourceError } from "#widget/answers/client.ts";
import { computeByProduct } from "#widget/answers/product-engine.ts";
import { asked } from "../../../support/queries.ts";

describe("the answer product by product, computed in the browser", () => {
  it.each(["compare=product", "compare=product&setting=early&outcome=survival"])(
    'to "%s" says what the edge says',
    (text) => {
      const here = byProductOf(computeByProduct(text), english.screen);
      const there = makeComparison(asked(text, dataset), english);
      expect(here).toEqual(byProductOf(there, english.screen));
    },
  );

  it("is refused as the edge refuses it", () => {
    expect(() => computeByProduct("compare=product&setting=never")).toThrow(SourceError);
  });
});
