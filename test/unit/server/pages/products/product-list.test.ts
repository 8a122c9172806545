/** The lists of products: who is on them, and what of their label. What they say in words: `test/approved/pages.ts`. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { isSoldIn } from "#core/evidence/regimen-labels.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { productList } from "#server/pages/products/product-list.tsx";

const labelled = (page: string) =>
  new Set([...page.matchAll(/href="\/products\/([^"#]+)#label"/g)].map(([, slug = ""]) => slug));

const single = dataset.products.filter(({ contains }) => contains.length === 0);

describe("the list of products", () => {
  it.each(labelRegions)(
    "of %s has those with an approval in force there, and no other",
    (region) => {
      const expected = single.filter(({ slug }) => isSoldIn(slug, region, dataset));
      expect([...labelled(productList(region))].sort()).toEqual(
        expected.map(({ slug }) => slug).sort(),
      );
    },
  );

  it("of all regions has a cell for each region in every line", () => {
    const lines = [...productList(null).matchAll(/<tr><th scope="row">[\s\S]*?<\/tr>/g)];
    expect(lines.length).toBeGreaterThan(5);
    for (const [line] of lines) {
      const cells = [...line.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell = ""]) => cell);
      expect(cells).toHaveLength(labelRegions.length);
      for (const cell of cells) expect(cell).toMatch(/^(?:[1-9]|\?|p|no|–)$/);
    }
  });

  it("names every product once, with a label or without", () => {
    const page = productList(null);
    const [listed = "", others = ""] = page.split('id="others"');
    const without = [...others.matchAll(/href="\/products\/([^"]+)"/g)].map(([, slug]) => slug);
    expect([...labelled(listed), ...without].sort()).toEqual(
      dataset.products.map(({ slug }) => slug).sort(),
    );
  });
});
