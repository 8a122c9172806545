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
const { products, otherBcma } = recognition;

const order = (medication: object, more: object = {}) => ({
  ...{ resourceType: "MedicationRequest", id: "1", status: "active" },
  ...medication,
  ...more,
});
const concept = (system: string, code: string) => ({
  medicationCodeableConcept: { coding: [{ system, code }] },
});
const textOf = (text: string) => ({ medicationCodeableConcept: { text } });
const named = (text: string) => order(textOf(text));
const found = (...resources: unknown[]) => therapiesIn(resources).map(({ name }) => name);

describe("an order", () => {
  it.each(products.flatMap(({ name, names }) => names.map((text) => [text, name])))(
    "by the name %s is one of %s, in any writing",
    (text, name) => {
      for (const written of [text, `${text.toUpperCase()}® 30 mg/3 mL`, `Inj. (${text}), sc.`]) {
        expect(found(named(written))).toEqual([name]);
      }
    },
  );

  it.each([
    ...products.flatMap((one) => [
      ...one.rxnorm.map((code) => [rxnorm, code, one.name] as const),
      ...one.hcpcs.map((code) => [hcpcs, code, one.name] as const),
      ...one.ndc.flatMap((code) =>
        [code, `${code}-01`].map((full) => [ndc, full, one.name] as const),
      ),
    ]),
    // The same in ten and eleven digits.
    ...["0069-2522-02", "00069-2522-02", "0069252202", "00069252202"].map(
      (code) => [ndc, code, "elranatamab"] as const,
    ),
  ])("by the code %s %s is one of %s", (system, code, name) => {
    expect(found(order(concept(system, code)))).toEqual([name]);
    expect(found(order(concept("http://example.org/local", code)))).toEqual([]);
  });

  it.each<[string, object]>([
    // These codes classify nothing.
    ...["J9999", "C9399", "J3590"].map((code): [string, object] => [code, concept(hcpcs, code)]),
    ["not to be performed", { doNotPerform: true, ...textOf("Tecvayli") }],
    ["of CAR-T without a name", textOf("CAR-T")],
    ["of a drug of lymphodepletion", textOf("fludarabine phosphate 50 mg")],
    [
      "of a procedure",
      { resourceType: "Procedure", status: "completed", code: { text: "Infusion of Abecma" } },
    ],
    ["of a medication alone", { resourceType: "Medication", code: { text: "Tecvayli" } }],
  ])("%s is none", (_, more) => {
    expect(found(order(more))).toEqual([]);
  });

  const medication = (id: string) => ({
    ...{ resourceType: "Medication", id },
    code: { coding: [{ display: "Elrexfio" }] },
  });
  const to = (reference: string, more: object = {}) => ({
    medicationReference: { reference, ...more },
  });
  const said = { display: "ELREXFIO 76 MG/1.9 ML SC SOLN" };

  it.each<[string, object, ...object[]]>([
    ["inside", { contained: [medication("m")], ...to("#m") }],
    ["beside it", to("https://ehr.example/Medication/m"), medication("m")],
    ["where R5 has it", { medication: { concept: { text: "Elrexfio" } } }],
    [
      "where R5 refers",
      { medication: { reference: to("Medication/m").medicationReference } },
      medication("m"),
    ],
    ["by what the reference says", to("Medication/elsewhere", said)],
  ])("finds its medication %s", (_, own, ...others) => {
    expect(found(order(own), ...others)).toEqual(["elranatamab"]);
  });

  it("takes no other medication for its own", () => {
    const own = order(to("https://ehr.example/Medication/m"));
    expect(found(own, medication("another"))).toEqual([]);
  });

  it("in a Bundle is found as in a list, its medication also by the address of its entry", () => {
    const entry = [{ resource: named("Tecvayli") }, {}];
    const bundled = therapiesIn({ resourceType: "Bundle", entry });
    expect(bundled).toEqual(therapiesIn([named("Tecvayli")]));
    const fullUrl = "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0";
    const { id, ...unnamed } = medication("m");
    const addressed = [{ fullUrl, resource: unnamed }, { resource: order(to(fullUrl)) }];
    expect(found({ resourceType: "Bundle", entry: addressed })).toEqual(["elranatamab"]);
  });

  it("of two products is both", () => {
    expect(found(named("Talvey with Tecvayli")).sort()).toEqual(["talquetamab", "teclistamab"]);
  });
});

describe("earlier therapy", () => {
  const [request, given] = ["MedicationRequest", "MedicationAdministration"];
  const of = (resourceType: string, status: string | undefined, more: object = {}) =>
    therapiesIn([{ resourceType, status, ...textOf("Tecvayli"), ...more }]);

  it.each([
    [given, "completed", true],
    [given, "in-progress", true],
    [given, "stopped", true],
    [request, "completed", true],
    [request, "active", false],
    [request, "stopped", false],
    [request, "on-hold", false],
    [given, "on-hold", false],
  ] as const)("by a %s that is %s was given: %s", (type, status, isGiven) => {
    const expected = { name: "teclistamab", targets: ["bcma"], isGiven };
    expect(of(type as string, status)).toMatchObject([expected]);
  });

  it.each([
    ["completed", { intent: "proposal" }],
    ["completed", { intent: "option" }],
    ["draft", {}],
    ["cancelled", {}],
    ["entered-in-error", {}],
    [undefined, {}],
  ])("does not count when %s with %j", (status, more) => {
    expect(of("MedicationRequest", status, more)).toEqual([]);
  });

  it("has its reference and its date, and may be planned", () => {
    const more = { id: "1", authoredOn: "2024-05-12", intent: "plan" };
    expect(of("MedicationRequest", "active", more)).toMatchObject([
      { reference: "MedicationRequest/1", date: "2024-05-12" },
    ]);
  });

  it.each(otherBcma.flatMap(({ name, names }) => names.map((text) => [text, name])))(
    "by the name %s is %s, directed at BCMA",
    (text, name) => {
      const more = textOf(`${text.toUpperCase()} 100 mg`);
      expect(of("MedicationAdministration", "completed", more)).toEqual([
        {
          ...{ therapyClass: null, name, targets: ["bcma"] },
          ...{ isGiven: true, reference: null, date: null },
        },
      ]);
    },
  );

  it("knows Blenrep", () => {
    expect(otherBcma.flatMap(({ names }) => names)).toContain("blenrep");
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
    const all = products.flatMap(({ names }) => names);
    const word = fc.stringMatching(/^[a-zé0-9]{1,4}-?$/);
    fc.assert(
      fc.property(fc.constantFrom(...all), word, (name, more) => {
        const after = more.endsWith("-") ? `-${more.slice(0, -1)}` : more;
        for (const text of [`${more}${name}`, `${name}${after}`]) {
          if (all.includes(text)) continue;
          const own = products.find(({ names }) => names.includes(name))?.name;
          expect(found(named(`for ${text} now`))).not.toContain(own);
        }
      }),
    );
  });

  it("a long text is read quickly", () => {
    const started = performance.now();
    found(named("xteclistamab".repeat(20_000)));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
