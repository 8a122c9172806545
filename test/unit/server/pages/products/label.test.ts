/** Tests what a label asks for, and that no approval is lost. */
import { describe, expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { type LabelledUse, listLabelLines } from "#server/pages/products/label.tsx";
import { entryWith } from "../../../data/files.ts";

describe("the label", () => {
  it("has every approval in force of every product once, with its sources", () => {
    for (const product of Object.values(products)) {
      const places = listLabelLines(product.approvals).flatMap((line) => line.approvals);
      for (const { region, sources } of product.approvals.filter(({ inForce }) => inForce)) {
        expect(places).toContainEqual(expect.objectContaining({ region, sources }));
      }
      const approvalsShown = product.approvals.filter(
        ({ inForce, status }) => inForce || status === "pending" || status === "not-approved",
      );
      expect([product.slug, places.length]).toEqual([product.slug, approvalsShown.length]);
    }
  });

  const approval = {
    ...entryWith(products["ide-cel"]?.approvals[0], "an approval"),
    inForce: true,
    status: "approved",
    priorLines: { min: 1, max: 3 },
    requires: [
      { class: "anti-CD38", state: "intolerant" },
      { class: "IMiD", state: "refractory" },
      { class: "PI", state: "exposed" },
    ],
    refractoryTo: ["lenalidomide"],
    progressionOnLast: true,
    priorBcmaCarT: "excluded",
    condition: "standard treatment difficult",
    partners: ["cilta-cel", "daratumumab"],
  } satisfies Partial<LabelledUse>;
  it("joins regions that ask for the same, and no others", () => {
    const us = { ...approval, region: "us" as const };
    const eu = { ...approval, region: "eu" as const };
    expect(listLabelLines([us, eu])).toHaveLength(1);
    expect(listLabelLines([us, { ...eu, progressionOnLast: null }])).toHaveLength(2);
    expect(listLabelLines([us, eu])[0]?.approvals).toEqual([us, eu]);
  });
});
