/** Tests which products have a name of their own in texts. */
import { expect, it } from "vitest";
import { makeShortNamesUnlikeSlug } from "#data/product-names.ts";

it("a short name is the slug of the field, or the name as it is written", () => {
  const products = [
    { slug: "betamab", name: "betamab" },
    { slug: "gammamab", name: "gammamab (GM-1)" },
    { slug: "xyz-1-with", name: "XYZ-1 with another drug" },
    { slug: "a-cel-or-betamab", name: "alpha or beta", contains: ["a-cel", "betamab"] },
  ];
  const names = makeShortNamesUnlikeSlug(products.map((product) => ({ contains: [], ...product })));
  expect(names).toEqual({ "xyz-1-with": "XYZ-1 with another drug" });
});
