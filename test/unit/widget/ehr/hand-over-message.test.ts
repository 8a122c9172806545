import { describe, expect, it } from "vitest";
import { anyone } from "#core/question/patient.ts";
import { readHandedOver } from "#widget/ehr/hand-over-message.ts";

const fieldsOf = (given: unknown) => readHandedOver(given).refused?.map(({ field }) => field);

describe("a patient that is handed over", () => {
  it.each([
    [{ age: 67 }, { age: 67 }],
    [{ priorLines: 0, age: null }, { priorLines: 0 }],
    [
      { age: 18, priorLines: 30 },
      { age: 18, priorLines: 30 },
    ],
    [
      { age: 110, priorBcma: false },
      { age: 110, priorBcma: [] },
    ],
    [{ priorBcma: true }, { priorBcma: "some" }],
    [{ priorBcma: ["car-t", "adc"] }, { priorBcma: ["adc", "car-t"] }],
  ])("is read: %j", (given, said) => {
    expect(readHandedOver(given)).toEqual({ patient: { ...anyone, ...said }, refused: null });
  });

  it("is taken away by null", () => {
    expect(readHandedOver(null)).toEqual({ patient: null, refused: null });
  });

  it.each([
    [{ age: Number.NaN }, ["age"]],
    [{ age: Number.POSITIVE_INFINITY }, ["age"]],
    [{ age: 17 }, ["age"]],
    [{ age: 111 }, ["age"]],
    [{ age: 66.5 }, ["age"]],
    [{ age: "67" }, ["age"]],
    [{ age: 67n }, ["age"]],
    [{ age: [67] }, ["age"]],
    [{ age: { valueOf: 67 } }, ["age"]],
    [{ age: 67, priorLines: -1 }, ["priorLines"]],
    [{ priorLines: 31 }, ["priorLines"]],
    [{ priorBcma: 1 }, ["priorBcma"]],
    [{ priorBcma: [] }, ["priorBcma"]],
    [{ priorBcma: ["car-t", "car-t"] }, ["priorBcma"]],
    [{ priorBcma: ["cart"] }, ["priorBcma"]],
    [{ priorBcma: "adc" }, ["priorBcma"]],
    [{ priorBcma: { field: "x" } }, ["priorBcma"]],
    [{ priorBcma: "no", age: 200, priorLines: true }, ["age", "priorLines", "priorBcma"]],
    [{ age: 67, name: "A" }, ["name"]],
    [{ age: 67, prior_lines: 4 }, ["prior_lines"]],
    [{}, ["patient"]],
    [{ age: null, priorLines: null, priorBcma: null }, ["patient"]],
    [undefined, ["patient"]],
    ["67", ["patient"]],
    [67, ["patient"]],
    [[67, 4], ["patient"]],
  ])("is refused by the names of its fields: %o", (given, names) => {
    expect(readHandedOver(given).patient).toBeNull();
    expect(fieldsOf(given)).toEqual(names);
  });

  it("is refused with what is allowed, and without what was sent", () => {
    const { refused } = readHandedOver({ age: 203 });
    expect(refused).toEqual([{ field: "age", allowed: "a whole number from 18 to 110, or null" }]);
    expect(JSON.stringify(readHandedOver({ priorBcma: "a secret" }))).not.toContain("secret");
  });

  it("of thousands of fields, with long names, is refused in a few short lines", () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`${index}${"x".repeat(100)}`, index]),
    );
    const { refused } = readHandedOver(many);
    expect(refused?.length).toBe(5);
    expect(JSON.stringify(refused).length).toBeLessThan(1000);
  });
});
