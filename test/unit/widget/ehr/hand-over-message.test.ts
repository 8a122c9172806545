import { describe, expect, it } from "vitest";
import { anyone } from "#core/question/patient.ts";
import { readHandOverMessage } from "#widget/ehr/hand-over-message.ts";

const type = "myeloma-compare:patient";
const read = (patient: unknown) => readHandOverMessage({ type, patient });
const fieldsOf = (message: object) =>
  readHandOverMessage(message).refusedFields?.map(({ field }) => field);

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
  ])("is read: %j", (fields, patient) => {
    expect(read(fields)).toEqual({ patient: { ...anyone, ...patient }, refusedFields: null });
  });

  it("is taken away by null", () => {
    expect(read(null)).toEqual({ patient: null, refusedFields: null });
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
  ])("is refused by the names of its fields: %o", (fields, names) => {
    expect(read(fields).patient).toBeNull();
    expect(fieldsOf({ type, patient: fields })).toEqual(names);
  });

  it("is refused with what is allowed, and without what was sent", () => {
    const { refusedFields } = read({ age: 203 });
    expect(refusedFields).toEqual([
      { field: "age", allowed: "a whole number from 18 to 110, or null" },
    ]);
    expect(JSON.stringify(read({ priorBcma: "a secret" }))).not.toContain("secret");
  });

  it("of thousands of fields, with long names, is refused in a few short lines", () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`${index}${"x".repeat(100)}`, index]),
    );
    for (const message of [
      { type, patient: many },
      { type, patient: { age: 67 }, ...many },
    ]) {
      const { refusedFields } = readHandOverMessage(message);
      expect(refusedFields?.length).toBe(5);
      expect(JSON.stringify(refusedFields).length).toBeLessThan(1000);
    }
  });

  it.each([
    [{ patient: { age: 67 }, mrn: "1" }, ["mrn"]],
    [{ patient: { age: 7 }, mrn: "1" }, ["age", "mrn"]],
    [{ patient: null, name: "A" }, ["name"]],
    [{}, ["patient"]],
    [{ patient: { age: 67 }, id: {} }, ["id"]],
    [{ patient: { age: 67 }, id: "x".repeat(65) }, ["id"]],
    [{ patient: { age: 67 }, id: null }, ["id"]],
  ])("is refused with anything beside it but a name of the message: %o", (message, names) => {
    expect(readHandOverMessage({ type, ...message }).patient).toBeNull();
    expect(fieldsOf({ type, ...message })).toEqual(names);
    expect(fieldsOf({ type, patient: { age: 67 }, id: 7 })).toBeUndefined();
  });
});
