/** Which statements of a product stand under which heading is said by the data, not by their words. */
import { describe, expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { statementsOf } from "#server/pages/products/statements.ts";
import { found } from "../../../data/files.ts";

const product = found(products["ide-cel"], "ide-cel");
const [precaution] = product.precautions;
const given = found(precaution, "a precaution");
const source = found(product.sources[0], "a source");

describe("the statements of a product", () => {
  it.each([true, false])("are about infections where the data say so: %s", (infection) => {
    const value = { topic: null, text: infection ? "Any words." : "An infection.", infection };
    const { infection: under, precautions: other } = statementsOf({
      ...product,
      precautions: [{ ...given, value }],
    });
    expect([under.length, other.length]).toEqual(infection ? [1, 0] : [0, 1]);
  });

  it("call a harm by one name, and name the word of the source below", () => {
    const { boxed } = statementsOf(product);
    const [named] = boxed.filter(({ text }) => text.includes("neurotoxicity"));
    expect(named?.remarks).toContain("in the source: “neurologic toxicities”");
    expect(boxed.map(({ text }) => text).join()).not.toMatch(/neurologic tox|cytokine release/);
  });

  it.each([
    ["source", "2025-01"],
    ["index", null],
  ] as const)("are as old as the date of the %s tells", (dateOf, paged) => {
    const { infection: under } = statementsOf({
      ...product,
      sources: [{ ...source, date: "2025-01", dateNote: null, dateOf }],
      precautions: [{ ...given, sources: [0], value: { ...given.value, infection: true } }],
    });
    expect(under[0]?.paged).toBe(paged);
  });
});
