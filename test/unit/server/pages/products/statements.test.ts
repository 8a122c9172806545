/** Which statements of a product stand under which heading is said by the data, not by their words. */
import { describe, expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { statementsOf } from "#server/pages/products/statements.ts";
import { found } from "../../../data/files.ts";

const product = found(products["ide-cel"], "ide-cel");
const [precaution] = product.precautions;
const given = found(precaution, "a precaution");
const source = found(product.sources[0], "a source");

const [first] = product.approvals;
const approval = found(first, "an approval");

/** What is said of one approval, in words. */
function saidOf(over: Partial<typeof approval>): string {
  const { approvals } = statementsOf({ ...product, approvals: [{ ...approval, ...over }] });
  return found(approvals[0], "a statement").text;
}

describe("an approval in words", () => {
  const asked = {
    date: "2024",
    dateNote: null,
    status: "approved",
    type: null,
    kind: "conditional",
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
    regimen: "combination",
    partners: ["cilta-cel", "daratumumab"],
  } satisfies Partial<typeof approval>;

  it("is all that is asked for, products by their names", () => {
    expect(saidOf(asked)).toBe(
      "Approved, 2024; after 1 to 3 prior lines, with ciltacabtagene autoleucel and daratumumab; earlier PI; refractory to IMiD, lenalidomide; intolerant of anti-CD38; progression on the last therapy; no earlier BCMA-directed CAR-T; standard treatment difficult; conditional",
    );
  });

  it.each([
    [{ min: null, max: null }, "no number of prior lines in our sources"],
    [{ min: null, max: 3 }, "after up to 3 prior lines"],
    [{ min: 1, max: 1 }, "after 1 prior line"],
    [{ min: 2, max: null }, "after 2 or more prior lines"],
  ])("has lines %j as they are known", (priorLines, text) => {
    expect(saidOf({ ...asked, priorLines })).toContain(`; ${text}, with `);
  });

  it("asks for nothing where it was refused, and for what is known where it is pending", () => {
    const none = { partners: [], requires: [], refractoryTo: [], progressionOnLast: null };
    const unknown = {
      ...{ ...asked, ...none, kind: null, priorBcmaCarT: null, condition: null },
      priorLines: { min: null, max: null },
    };
    expect(saidOf({ ...unknown, status: "not-approved" })).toBe("Not approved, 2024");
    expect(saidOf({ ...unknown, status: "pending" })).toBe("Pending, not approved, 2024");
  });
});

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
