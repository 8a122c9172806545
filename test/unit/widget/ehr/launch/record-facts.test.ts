import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understood } from "#widget/ehr/launch/record-facts.ts";
import { patients } from "../../../../support/record/patients.ts";

const now = new Date(2026, 10, 21);

function bundle(resources: readonly unknown[], isCut = false) {
  const entry = resources.map((resource) => ({ resource }));
  return { resources: [{ resourceType: "Bundle", entry }], isCut, isMixed: false };
}

function recordOf(id: string) {
  const found = patients.find(({ patient }) => patient.id === id);
  const of = (type: string) =>
    bundle((found?.resources ?? []).filter(({ resourceType }) => resourceType === type));
  return {
    patient: found?.patient ?? ("failed" as const),
    conditions: of("Condition"),
    orders: of("MedicationRequest"),
    administrations: of("MedicationAdministration"),
  };
}

describe("of a record", () => {
  it.each([
    ["alba", 71, 1, ["teclistamab"]],
    ["bruno", 64, 1, ["idecabtagene vicleucel"]],
    ["clara", 54, 1, []],
    ["dario", 80, 0, []],
    ["edda", null, 1, ["elranatamab"]],
    // A year alone does not tell the age; what was entered in error is no myeloma.
    ["fabio", null, 0, []],
  ])("%s: %s years, myeloma %i times, %j", (id, age, myeloma, products) => {
    const read = understood(recordOf(id), now);
    expect(read.age).toBe(age);
    expect(read.myeloma).toHaveLength(myeloma);
    expect(read.priorBcma?.map(({ name }) => name)).toEqual(products);
    expect(read.unread).toEqual({});
  });

  it("what may not be read is not taken for nothing", () => {
    const nothing = {
      patient: "failed",
      conditions: "refused",
      orders: "refused",
      administrations: "failed",
    } as const;
    const read = understood(nothing, now);
    expect(read).toMatchObject({ person: null, age: null, myeloma: null, priorBcma: null });
    expect(read.unread).toEqual(nothing);
    const some = understood({ ...recordOf("bruno"), orders: "refused" }, now);
    expect(some.priorBcma).toHaveLength(1);
    expect(some.unread).toEqual({ orders: "refused" });
  });

  it("each product is said once, at its latest date, and only if it is directed at BCMA", () => {
    const order = (text: string, authoredOn: string, status = "completed") => ({
      resourceType: "MedicationRequest",
      status,
      medicationCodeableConcept: { text },
      authoredOn,
    });
    const orders = bundle([
      order("teclistamab", "2024-01-01"),
      order("Tecvayli", "2025-02-03"),
      order("talquetamab", "2025-05-05"),
      order("elranatamab", "2025-06-06", "draft"),
      order("linvoseltamab", "2025-07-07", "entered-in-error"),
    ]);
    const { priorBcma, counts } = understood({ ...recordOf("clara"), orders }, now);
    expect(priorBcma?.map(({ name, date }) => [name, date])).toEqual([
      ["talquetamab", "2025-05-05"],
      ["teclistamab", "2025-02-03"],
    ]);
    expect(counts).toEqual({ conditions: 1, medications: 5, unnamed: 0 });
  });

  it("what was given is said before what was ordered later", () => {
    const order = (text: string, authoredOn: string, status: string) => ({
      resourceType: "MedicationRequest",
      status,
      medicationCodeableConcept: { text },
      authoredOn,
    });
    const orders = bundle([
      order("teclistamab", "2024-01-01", "completed"),
      order("teclistamab", "2026-02-03", "active"),
      order("elranatamab", "2026-06-06", "stopped"),
      order("Blenrep 100 mg", "2023-06-06", "completed"),
    ]);
    const { priorBcma } = understood({ ...recordOf("clara"), orders }, now);
    expect(priorBcma?.map(({ name, date, isGiven }) => [name, date, isGiven])).toEqual([
      ["teclistamab", "2024-01-01", true],
      ["belantamab mafodotin", "2023-06-06", true],
      ["elranatamab", "2026-06-06", false],
    ]);
  });

  it("the name is the official one", () => {
    const name = [
      { use: "nickname", text: "Al" },
      { use: "official", family: "Invented", given: ["Alba", "Maria"] },
    ];
    const patient = { resourceType: "Patient", name, gender: "female" };
    expect(understood({ ...recordOf("alba"), patient }, now).person).toEqual({
      name: "Invented, Alba Maria",
      birthDate: null,
      sex: "female",
    });
  });

  it("anything at all is read without an error", () => {
    const any = fc.anything();
    const part = fc.record({
      resources: fc.array(any),
      isCut: fc.boolean(),
      isMixed: fc.boolean(),
    });
    const record = fc.record({
      patient: fc.dictionary(fc.string(), any),
      conditions: part,
      orders: part,
      administrations: part,
    });
    fc.assert(
      fc.property(record, (given) => {
        understood(given, now);
      }),
    );
  });
});
