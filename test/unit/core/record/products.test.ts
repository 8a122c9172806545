import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  hasMoreIngredients,
  mostIngredients,
  therapiesIn,
  unnamedIn,
} from "#core/record/products.ts";
import { recognition } from "#data/generated/recognition.ts";
import { codeSystems } from "./code-systems.ts";

const { rxnorm, ndc, hcpcs } = codeSystems;

function order(medication: object, more: object = {}) {
  return { resourceType: "MedicationRequest", id: "1", status: "active", ...medication, ...more };
}

function concept(system: string, code: string) {
  return { medicationCodeableConcept: { coding: [{ system, code }] } };
}

const named = (text: string) => order({ medicationCodeableConcept: { text } });
const found = (...resources: unknown[]) => therapiesIn(resources).map(({ name }) => name);

describe("an order", () => {
  it.each(recognition.products.flatMap(({ name, names }) => names.map((text) => [text, name])))(
    "by the name %s is one of %s, in any writing",
    (text, name) => {
      for (const written of [text, `${text.toUpperCase()}® 30 mg/3 mL`, `Inj. (${text}), sc.`]) {
        expect(found(named(written))).toEqual([name]);
      }
    },
  );

  it.each(
    recognition.products.flatMap((one) => [
      ...one.rxnorm.map((code) => [rxnorm, code, one.name] as const),
      ...one.hcpcs.map((code) => [hcpcs, code, one.name] as const),
      ...one.ndc.map((code) => [ndc, `${code}-01`, one.name] as const),
      ...one.ndc.map((code) => [ndc, code, one.name] as const),
    ]),
  )("by the code %s %s is one of %s", (system, code, name) => {
    expect(found(order(concept(system, code)))).toEqual([name]);
    expect(found(order(concept("http://example.org/local", code)))).toEqual([]);
  });

  it.each(["0069-2522-02", "00069-2522-02", "0069252202", "00069252202"])(
    "by the NDC %s is the same in ten and eleven digits",
    (code) => {
      expect(found(order(concept(ndc, code)))).toEqual(["elranatamab"]);
    },
  );

  it.each(["J9999", "C9399", "J3590"])("by %s, which classifies nothing, is none", (code) => {
    expect(found(order(concept(hcpcs, code)))).toEqual([]);
  });

  it("not to be performed is none", () => {
    const no = { doNotPerform: true, medicationCodeableConcept: { text: "Tecvayli" } };
    expect(found(order(no))).toEqual([]);
  });

  it("finds its medication inside, beside it, and where R5 has it", () => {
    const medication = (id: string) => ({
      resourceType: "Medication",
      id,
      code: { coding: [{ display: "Elrexfio" }] },
    });
    const inside = order({
      contained: [medication("m")],
      medicationReference: { reference: "#m" },
    });
    const beside = order({
      medicationReference: { reference: "https://ehr.example/Medication/m" },
    });
    const r5 = order({ medication: { concept: { text: "Elrexfio" } } });
    const r5Reference = order({ medication: { reference: { reference: "Medication/m" } } });
    expect(found(inside)).toEqual(["elranatamab"]);
    expect(found(beside, medication("m"))).toEqual(["elranatamab"]);
    expect(found(beside, medication("another"))).toEqual([]);
    expect(found(r5)).toEqual(["elranatamab"]);
    expect(found(r5Reference, medication("m"))).toEqual(["elranatamab"]);
    expect(found(medication("m"))).toEqual([]);
    const said = { reference: "Medication/elsewhere", display: "ELREXFIO 76 MG/1.9 ML SC SOLN" };
    expect(found(order({ medicationReference: said }))).toEqual(["elranatamab"]);
  });

  it("in a Bundle is found as in a list", () => {
    const bundle = { resourceType: "Bundle", entry: [{ resource: named("Tecvayli") }, {}] };
    expect(therapiesIn(bundle)).toEqual(therapiesIn([named("Tecvayli")]));
  });

  it("finds a medication that has no id yet by the address of its entry", () => {
    const fullUrl = "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0";
    const entry = [
      { fullUrl, resource: { resourceType: "Medication", code: { text: "Tecvayli" } } },
      { resource: order({ medicationReference: { reference: fullUrl } }) },
    ];
    expect(found({ resourceType: "Bundle", entry })).toEqual(["teclistamab"]);
  });

  it("of CAR-T without a name, of a drug of lymphodepletion, or of a procedure is none", () => {
    expect(found(named("CAR-T"), named("fludarabine phosphate 50 mg"))).toEqual([]);
    const procedure = { resourceType: "Procedure", status: "completed" };
    expect(found({ ...procedure, code: { text: "Infusion of Abecma" } })).toEqual([]);
  });

  it("of two products is both", () => {
    expect(found(named("Talvey with Tecvayli")).sort()).toEqual(["talquetamab", "teclistamab"]);
  });
});

describe("earlier therapy", () => {
  const of = (resourceType: string, status: string | undefined, more: object = {}) =>
    therapiesIn([
      { resourceType, status, medicationCodeableConcept: { text: "Tecvayli" }, ...more },
    ]);
  const given = (status: string | undefined) => of("MedicationRequest", status);

  it.each([
    ["MedicationAdministration", "completed"],
    ["MedicationAdministration", "in-progress"],
    ["MedicationAdministration", "stopped"],
    ["MedicationRequest", "completed"],
  ])("was given by a %s that is %s", (type, status) => {
    expect(of(type, status)).toMatchObject([
      { name: "teclistamab", targets: ["bcma"], isGiven: true },
    ]);
  });

  it.each([
    ["MedicationRequest", "active"],
    ["MedicationRequest", "stopped"],
    ["MedicationRequest", "on-hold"],
    ["MedicationAdministration", "on-hold"],
  ])("is not known to have been given by a %s that is %s", (type, status) => {
    expect(of(type, status)).toMatchObject([{ name: "teclistamab", isGiven: false }]);
  });

  it.each(["proposal", "option"])("is not what was a mere %s", (intent) => {
    expect(of("MedicationRequest", "completed", { intent })).toEqual([]);
    expect(of("MedicationRequest", "active", { intent: "plan" })).toHaveLength(1);
  });

  it.each(recognition.otherBcma.flatMap(({ name, names }) => names.map((text) => [text, name])))(
    "by the name %s is %s, directed at BCMA",
    (text, name) => {
      const infusion = { resourceType: "MedicationAdministration", status: "completed" };
      const medicationCodeableConcept = { text: `${text.toUpperCase()} 100 mg` };
      expect(therapiesIn([{ ...infusion, medicationCodeableConcept }])).toEqual([
        {
          therapyClass: null,
          name,
          targets: ["bcma"],
          isGiven: true,
          reference: null,
          date: null,
        },
      ]);
    },
  );

  it("knows Blenrep", () => {
    expect(recognition.otherBcma.flatMap(({ names }) => names)).toContain("blenrep");
  });

  it.each(["draft", "cancelled", "entered-in-error", undefined])(
    "does not count when %s",
    (status) => {
      expect(given(status)).toEqual([]);
    },
  );

  it("has its reference and its date", () => {
    const [one] = therapiesIn(
      order(
        { medicationCodeableConcept: { text: "Tecvayli" } },
        { status: "completed", authoredOn: "2024-05-12" },
      ),
    );
    expect(one).toMatchObject({ reference: "MedicationRequest/1", date: "2024-05-12" });
  });
});

describe("the work of reading", () => {
  /** Fields that are read of a Medication, and texts whose words are compared with names. */
  function workOf(orders: number, ingredients: number): number {
    let read = 0;
    const counting = <T extends object>(fields: T): T =>
      new Proxy(fields, {
        get: (target, name) => {
          read += 1;
          return Reflect.get(target, name);
        },
      });
    const text = (n: number) => ({ itemCodeableConcept: { text: `ingredient ${n}` } });
    const ingredient = Array.from({ length: ingredients }, (_, n) => counting(text(n)));
    const medication = counting({ resourceType: "Medication", id: "m", ingredient });
    const medicationReference = { reference: "Medication/m" };
    const all = [medication, ...Array(orders).fill(order({ medicationReference }))];
    const compared = vi.spyOn(String.prototype, "normalize");
    therapiesIn(all);
    unnamedIn(all);
    read += compared.mock.calls.length;
    compared.mockRestore();
    return read;
  }

  it("grows with the record, and not with its orders times their ingredients", () => {
    const work = workOf(200, mostIngredients / 2);
    expect(work).toBeGreaterThan(mostIngredients);
    expect(workOf(400, mostIngredients)).toBeLessThanOrEqual(2 * work);
  });

  it("has an end in one medication", () => {
    expect(workOf(1, 100 * mostIngredients)).toBe(workOf(1, mostIngredients));
    const ingredient = Array(mostIngredients + 1).fill({ item: "x" });
    const long = { resourceType: "Medication", ingredient };
    expect(hasMoreIngredients([long])).toBe(true);
    expect(hasMoreIngredients([order({ contained: [long] })])).toBe(true);
    expect(hasMoreIngredients([{ ...long, ingredient: ingredient.slice(1) }])).toBe(false);
  });
});

describe("whatever the record", () => {
  it("nothing throws", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        therapiesIn(value);
        therapiesIn([order({ medication: value, medicationReference: value, contained: value })]);
      }),
    );
  });

  it("no name is found inside another word", () => {
    const allNames = recognition.products.flatMap(({ names }) => names);
    const word = fc.stringMatching(/^[a-zé0-9]{1,4}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...allNames),
        word,
        fc.constantFrom("", "-"),
        (name, more, hyphen) => {
          const [before, after] = [`${more}${hyphen}${name}`, `${name}${hyphen}${more}`];
          for (const text of [before, after]) {
            if (allNames.includes(text)) continue;
            const own = recognition.products.find(({ names }) => names.includes(name))?.name;
            expect(found(named(`for ${text} now`))).not.toContain(own);
          }
        },
      ),
    );
  });

  it("a long text is read quickly", () => {
    const started = performance.now();
    found(named("xteclistamab".repeat(20_000)));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
