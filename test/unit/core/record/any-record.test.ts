/** Tests what holds for any input: nothing is thrown, and the work has an end. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { mostOfList, mostResources } from "#core/record/fhir.ts";
import { readPatient } from "#core/record/patient.ts";
import { recognition } from "#data/generated/recognition.ts";
import { isWhole } from "../../../support/sample.ts";
import { codeSystems } from "./code-systems.ts";
import { born, drugsIn, givenBy, namesOf, now, resource } from "./made-records.ts";

describe("whatever is sent", () => {
  const sound = (sent: unknown, answers: object = {}) => {
    const { patient, found, notFound, incomplete } = readPatient(sent, answers);
    const { age, priorLines, priorBcma } = patient ?? {};
    expect([age, priorLines, priorBcma].some((value) => value != null)).toBe(patient !== null);
    expect(found.length + notFound.length + incomplete.length).toBeGreaterThan(0);
  };
  const texts = [...recognition.drugs.flatMap(namesOf).slice(0, 30), "before", "CAR-T", "C90.00"];
  const systems = [...Object.values(codeSystems), "urn:oid:1"];
  const types = [
    "Patient",
    "Bundle",
    "MedicationRequest",
    "MedicationAdministration",
    "Procedure",
    "Condition",
    "Medication",
    "OperationOutcome",
  ];

  it("nothing is thrown, and what is handed over is never empty", () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), fc.anything(), (sent, answer) => {
        sound(sent);
        sound([born("1960-01-01"), sent], {
          patient: answer,
          priorLines: answer,
          confirmed: answer,
          denied: answer,
          now: answer,
        });
      }),
    );
  });

  it("nothing is thrown of fields that have other shapes than they should", () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...texts, ...types, "completed", "#m", "Patient/p1", "next", null, 7, true),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            "resourceType",
            "entry",
            "resource",
            "link",
            "relation",
            "total",
            "issue",
            "code",
            "coding",
            "system",
            "text",
            "status",
            "subject",
            "reference",
            "medicationReference",
            "medicationCodeableConcept",
            "contained",
            "ingredient",
            "meta",
            "birthDate",
            "fullUrl",
            "id",
          ),
          tie("any"),
        ),
      ),
    })).any;
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.constantFrom(...systems),
        value,
        value,
        (type, system, first, second) => {
          sound([
            { resourceType: type, code: { coding: [{ system, code: first }] }, ...Object(first) },
            second,
          ]);
          sound({ resourceType: "Bundle", entry: first, link: second, total: first });
        },
      ),
    );
  });

  it("nothing is thrown by objects that throw, or that hold themselves", () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
      },
    );
    expect(readPatient([hostile], { now }).incomplete).toMatchObject([{ code: "nothing-read" }]);
    const loop: unknown[] = [];
    loop.push(loop, loop);
    sound(loop);
    const bundle: Record<string, unknown> = { resourceType: "Bundle" };
    bundle.entry = [{ resource: bundle }, { resource: bundle }];
    expect(readPatient(bundle, { now }).incomplete.map(({ code }) => code)).toContain("too-much");
  });

  it.runIf(isWhole)("a record without an end is read to one, and says so", () => {
    const many = Array.from({ length: mostResources + 10 }, (_, index) =>
      givenBy({ text: "teclistamab" }, `${index}`),
    );
    const { notFound, incomplete } = readPatient(many, { now });
    expect(notFound.flatMap(({ references }) => references).length).toBeLessThanOrEqual(20);
    expect(incomplete.map(({ code }) => code)).toContain("too-much");
  });

  it("addresses of many parts do not stop the reading", () => {
    const reference = `https:/${"/Patient".repeat(60)}/p1`;
    const many = Array.from({ length: 5_000 }, () => ({
      ...givenBy({ text: "Tecvayli" }),
      subject: { reference },
    }));
    // A pattern that tried every part with every other would take minutes.
    expect(readPatient(many, { now }).patient).toBeNull();
  });

  it("of a text that is too long, the beginning is read", () => {
    const text = (spaces: number) => `x${" ".repeat(spaces)}teclistamab`;
    expect(drugsIn(givenBy({ text: text(1_000) }))).toEqual(["teclistamab"]);
    expect(drugsIn(givenBy({ text: text(1_000_000) }))).toEqual([]);
  });

  it("the work grows with the record, and not with its orders times their ingredients", () => {
    const workOf = (orders: number, ingredients: number): number => {
      const parts = Array.from({ length: ingredients }, (_, n) => ({
        itemCodeableConcept: { text: `ingredient ${n}` },
      }));
      const medication = { resourceType: "Medication", id: "m", ingredient: parts };
      const order = resource("MedicationRequest", "active", {
        medicationReference: { reference: "Medication/m" },
      });
      const compared = vi.spyOn(String.prototype, "normalize");
      readPatient([medication, ...Array(orders).fill(order)], { now });
      const work = compared.mock.calls.length;
      compared.mockRestore();
      return work;
    };
    const work = workOf(200, mostOfList / 2);
    expect(work).toBeGreaterThan(mostOfList / 4);
    expect(workOf(400, mostOfList)).toBeLessThanOrEqual(2 * work);
    expect(workOf(1, 100 * mostOfList)).toBe(workOf(1, mostOfList));
  });
});
