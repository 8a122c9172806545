/**
 * Tests the list of products: which are on it, and which parts of their labels. `test/approved/pages.ts` holds its
 * words.
 */
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { products } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { productFacts } from "#server/pages/products/facts.tsx";
import { ProductList } from "#server/pages/products/products-page.tsx";
import { textOf } from "../../../../support/html.ts";

const page = renderToString(h(ProductList, {}));

describe("the list of products", () => {
  it("has a cell for each region in every line", () => {
    const [, table = ""] = page.split('class="stacked labels"');
    const [labels = ""] = table.split("</table>");
    const lines = [...labels.matchAll(/<tr><th scope="row">[\s\S]*?<\/tr>/g)];
    expect(lines.length).toBeGreaterThan(5);
    for (const [line] of lines) {
      const cells = [...line.matchAll(/<td data-label="[A-Z]{2}">([^<]*)<\/td>/g)].map(
        ([, cell = ""]) => cell,
      );
      expect(cells).toHaveLength(labelRegions.length);
      for (const cell of cells)
        expect(cell).toMatch(/^(?:[1-9]|pending|no|lines not found|not found)$/);
    }
  });

  it("has every boxed warning of every product beside its name, in its words", () => {
    const [, list = ""] = page.split('id="warnings"');
    const entries = (list.split("</section>")[0] ?? "").split("<dt>");
    for (const product of Object.values(products).filter(
      ({ approvedIn }) => approvedIn.length > 0,
    )) {
      const entry = textOf(
        entries.find((html) => html.includes(`/products/${product.slug}#warnings`)) ?? "",
      );
      for (const { text, marks } of productFacts(product).boxed) {
        for (const words of [text, ...marks]) expect(entry).toContain(words);
      }
    }
  });

  it("names every product once, with a label or without", () => {
    const [listed = "", unlistedPart = ""] = page.split('id="others"');
    const labelled = new Set(
      [...listed.matchAll(/href="\/products\/([^"#]+)#label"/g)].map(([, slug = ""]) => slug),
    );
    const without = [...unlistedPart.matchAll(/href="\/products\/([^"]+)"/g)].map(
      ([, slug]) => slug,
    );
    expect([...labelled, ...without].sort()).toEqual(
      dataset.products.map(({ slug }) => slug).sort(),
    );
  });
});
