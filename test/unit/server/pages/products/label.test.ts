/** Tests that no approval is lost. `test/approved/pages.ts` holds what a label asks for. */
import { expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { groupApprovalsWithSameWording } from "#server/pages/products/label.tsx";

it("the label has every approval in force of every product once, with its sources", () => {
  for (const product of Object.values(products)) {
    const places = groupApprovalsWithSameWording(product.approvals).flatMap(
      (line) => line.approvals,
    );
    for (const { region, sources } of product.approvals.filter(({ inForce }) => inForce)) {
      expect(places).toContainEqual(expect.objectContaining({ region, sources }));
    }
    const approvalsShown = product.approvals.filter(
      ({ inForce, status }) => inForce || status === "pending" || status === "not-approved",
    );
    expect([product.slug, places.length]).toEqual([product.slug, approvalsShown.length]);
  }
});
