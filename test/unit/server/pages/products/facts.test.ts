/** Tests which facts the page of a product states, for which region and patients. */
import { expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { makeProductFactsView } from "#server/pages/products/facts.tsx";
import { groupApprovalsWithSameWording } from "#server/pages/products/label.tsx";

const all = Object.values(products);

it("leaves out what is superseded, and the remarks of who collected", () => {
  for (const product of all) {
    const text = JSON.stringify([
      makeProductFactsView(product),
      groupApprovalsWithSameWording(product.approvals).map(({ lines, asks }) => [lines, asks]),
    ]);
    expect(text).not.toMatch(/superseded/);
    for (const { note } of [...product.approvals, ...product.monitoring, ...product.codes]) {
      if (note !== null) expect(text).not.toContain(JSON.stringify(note).slice(1, -1));
    }
  }
});
