/** Whose facts are said of a product, by region. */
import { describe, expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { codesOf, factsIn, productFacts } from "#server/pages/products/facts.ts";
import { labelLines } from "#server/pages/products/label.ts";

const all = Object.values(products);

describe("facts of another region", () => {
  it("are marked: boxed warnings and programmes are those of the United States", () => {
    for (const product of all) {
      const { boxed, rems } = productFacts(product);
      for (const region of [null, ...labelRegions]) {
        for (const { marks } of [...factsIn(boxed, region), ...factsIn(rems, region)]) {
          expect(marks.includes("US")).toBe(region !== "us");
        }
      }
    }
  });

  it("stand only where the own region has none", () => {
    const own = { text: "own", sources: [], region: "eu", marks: [] } as const;
    const other = { ...own, text: "other", region: "us" } as const;
    expect(factsIn([own, other], "eu")).toEqual([own]);
    expect(factsIn([other], "eu")).toEqual([{ ...other, marks: ["US"] }]);
  });
});

it("leaves out what is superseded, and the remarks of who collected", () => {
  for (const product of all) {
    const text = JSON.stringify([productFacts(product), labelLines(product), codesOf(product)]);
    expect(text).not.toMatch(/superseded/);
    for (const { note } of [...product.approvals, ...product.monitoring, ...product.codes]) {
      if (note !== null) expect(text).not.toContain(JSON.stringify(note).slice(1, -1));
    }
  }
});
