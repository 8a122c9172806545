/** The list of products: who is on it, and what of their label. What it says in words: `test/approved/pages.ts`. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { documents } from "#server/pages/products/page.tsx";

const page = documents()["products.html"] ?? "";

describe("the list of products", () => {
  it("has a cell for each region in every line", () => {
    const lines = [...page.matchAll(/<tr><th scope="row">[\s\S]*?<\/tr>/g)];
    expect(lines.length).toBeGreaterThan(5);
    for (const [line] of lines) {
      const cells = [...line.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell = ""]) => cell);
      expect(cells).toHaveLength(labelRegions.length);
      for (const cell of cells) expect(cell).toMatch(/^(?:[1-9]|pending|no|not known|–)$/);
    }
  });

  it("names every product once, with a label or without", () => {
    const [listed = "", others = ""] = page.split('id="others"');
    const labelled = new Set(
      [...listed.matchAll(/href="\/products\/([^"#]+)#label"/g)].map(([, slug = ""]) => slug),
    );
    const without = [...others.matchAll(/href="\/products\/([^"]+)"/g)].map(([, slug]) => slug);
    expect([...labelled, ...without].sort()).toEqual(
      dataset.products.map(({ slug }) => slug).sort(),
    );
  });
});
