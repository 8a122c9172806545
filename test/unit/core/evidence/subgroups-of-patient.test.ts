/** Whose level a result of a study is, and whether a patient is of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SubgroupLevel, subgroupsOf } from "#core/evidence/subgroups.ts";
import { holds, levelOf, propertiesOf, withinOf } from "#core/evidence/subgroups-of-patient.ts";
import { anyone, type OwnPatient } from "#core/question/patient.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { anyPatient } from "../../../support/patients.ts";

const all = subgroupsOf(studies, {});

function of(variable: SubgroupVariable, level: string) {
  const [example] = all.flatMap(({ levels }) => levels);
  if (!example) throw new Error("no subgroup to copy");
  return levelOf(variable, { ...example, level } satisfies SubgroupLevel);
}

describe("the levels of a study", () => {
  it.each([
    [64, false, true],
    [65, true, false],
    [70, true, false],
  ])("by age hold who is %i years old, or do not", (age, old, young) => {
    expect(holds(of("age", ">=65"), age)).toBe(old);
    expect(holds(of("age", "<65"), age)).toBe(young);
  });

  it("of a range hold both of its ends", () => {
    expect([18, 69, 70].map((age) => holds(of("age", "18-69"), age))).toEqual([true, true, false]);
    expect([69, 70].map((age) => holds(of("age", ">69"), age))).toEqual([false, true]);
    expect([70, 71].map((age) => holds(of("age", "<=70"), age))).toEqual([true, false]);
  });

  it("by prior lines hold a number of them, with or without its name", () => {
    for (const level of ["3", "3 prior lines"]) {
      expect([2, 3, 4].map((lines) => holds(of("prior-lines", level), lines))).toEqual([
        false,
        true,
        false,
      ]);
    }
  });

  it("of all patients, or two against each other, may hold anybody", () => {
    expect(holds(of("prior-lines", "all"), 3)).toBeNull();
    for (const age of [50, 80]) expect(holds(of("age", ">=70 vs 18-69"), age)).toBeNull();
    expect(holds(of("cytogenetic-risk", "high vs standard"), true)).toBeNull();
  });

  it.each([
    ["prior-bcma", "yes", "no"],
    ["cytogenetic-risk", "high risk", "standard risk"],
    ["extramedullary-disease", "EMD", "no EMD"],
    ["extramedullary-disease", "soft-tissue EMD not contiguous to bone", "marrow only"],
  ] as const)("by %s tell %s from %s", (trait, present, absent) => {
    for (const said of [true, false]) {
      expect(holds(of(trait, present), said)).toBe(said);
      expect(holds(of(trait, absent), said)).toBe(!said);
    }
  });

  it("by what nobody says of a patient are of nobody alone", () => {
    expect(of("frailty", "frail")).toBeNull();
    expect(of("extramedullary-burden", "large")).toBeNull();
  });

  it("in our data are read each: as a number, as with or without, or as a comparison", () => {
    const plain = /^([<>]=?)?\d+(-\d+)?( prior lines)?$|^all$|\bvs\b/;
    const numbers = all.filter(({ variable }) => variable === "age" || variable === "prior-lines");
    const levels = numbers.flatMap((one) => one.levels.map(({ level }) => level));
    expect(levels.length).toBeGreaterThan(20);
    expect(levels.filter((level) => !plain.test(level))).toEqual([]);
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
              expect([true, false, null]).toContain(holds(levelOf(property, level), value));
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
