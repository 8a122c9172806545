/** Whose level a result of a study is, and whether a patient is of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { holds, propertiesOf, withinOf } from "#core/others/subgroups-of-patient.ts";
import { anyone, type OwnPatient } from "#core/question/patient.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { anyPatient } from "../../../support/patients.ts";

const all = subgroupsOf(studies, {});

describe("the levels of a study", () => {
  const from65 = { min: 65, max: null };
  it.each([
    [64, false],
    [65, true],
    [70, true],
  ])("by age hold who is %i years old, or do not", (age, isOld) => {
    expect(holds(from65, age)).toBe(isOld);
    expect(holds({ min: null, max: 64 }, age)).toBe(!isOld);
  });

  it("of a range hold both of its ends", () => {
    const found = [17, 18, 69, 70].map((age) => holds({ min: 18, max: 69 }, age));
    expect(found).toEqual([false, true, true, false]);
  });

  it("of patients with a property, or without it, hold who has it or not", () => {
    for (const said of [true, false]) {
      expect(holds(true, said)).toBe(said);
      expect(holds(false, said)).toBe(!said);
    }
  });

  it("of two levels against each other, or of what divides otherwise, may hold anybody", () => {
    for (const value of [50, true]) {
      expect(holds("comparison", value)).toBeNull();
      expect(holds(null, value)).toBeNull();
    }
    expect(holds(true, 50)).toBeNull();
    expect(holds(from65, true)).toBeNull();
  });

  it("in our data are as they are worded", () => {
    const found = new Map(
      all.flatMap(({ variable, levels }) =>
        levels.map(({ level, patients }) => [`${variable} ${level}`, patients] as const),
      ),
    );
    expect(found.get("age ≥ 70")).toEqual({ min: 70, max: null });
    expect(found.get("age < 75")).toEqual({ min: null, max: 74 });
    expect(found.get("extramedullary-disease no EMD")).toBe(false);
    expect(found.get("age ≥ 70 vs 18-69")).toBe("comparison");
  });
});

describe("what was said of a patient", () => {
  it("is each property by itself, and nothing that was not said", () => {
    const said: OwnPatient = {
      ...anyone,
      age: 71,
      priorBcma: [],
      traits: { "cytogenetic-risk": true },
    };
    expect(propertiesOf(said)).toEqual([
      ["age", 71],
      ["prior-bcma", false],
      ["cytogenetic-risk", true],
    ]);
    expect(propertiesOf(anyone)).toEqual([]);
  });

  it("can be judged by each level of its property, whoever it is", () => {
    fc.assert(
      fc.property(anyPatient, (one) => {
        for (const [property, value] of propertiesOf({ ...one, traits: {} })) {
          for (const table of all.filter(({ variable }) => variable === property)) {
            for (const level of table.levels) {
              expect([true, false, null]).toContain(holds(level.patients, value));
            }
          }
        }
      }),
    );
  });

  it("opens what divides patients with extramedullary disease to who has it only", () => {
    const within = ["extramedullary-burden", "disease-compartment"];
    expect(withinOf("extramedullary-disease", true)).toEqual(within);
    expect(withinOf("extramedullary-disease", false)).toEqual([]);
    expect(withinOf("age", 71)).toEqual([]);
  });
});
