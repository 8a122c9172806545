import { describe, expect, it } from "vitest";
import { type SubgroupTable, subgroupsOf } from "#core/evidence/subgroups.ts";
import { subgroupsByOther, subgroupsOfPatient } from "#core/evidence/subgroups-of-patient.ts";
import { anyone, type OwnPatient, type Trait } from "#core/question/patient.ts";
import { type SubgroupVariable, subgroupVariables } from "#data/collection-vocabulary.ts";
import { subgroups as studies } from "#data/generated/collections.ts";

const all = subgroupsOf(studies, {});
const order = Object.keys(subgroupVariables) as SubgroupVariable[];

/** A study that divides its patients by the variable into these levels. */
function table(variable: SubgroupTable["variable"], ...levels: string[]): SubgroupTable {
  const [example] = all;
  const [level] = example?.levels ?? [];
  if (!example || !level) throw new Error("no subgroup to copy");
  return { ...example, variable, levels: levels.map((text) => ({ ...level, level: text })) };
}

/** What is shown of one study: its levels, each with whether it is that of such patients. */
function shown(of: SubgroupTable, patient: OwnPatient) {
  return subgroupsOfPatient([of], patient).flatMap(({ tables }) =>
    tables.flatMap(({ levels }) => levels.map(({ level, theirs }) => [level, theirs])),
  );
}

const aged = (age: number): OwnPatient => ({ ...anyone, age });
const treated = (priorLines: number): OwnPatient => ({ ...anyone, priorLines });
/** Who has what a trait says, or had BCMA-directed therapy, or did not. */
const having = (property: Trait | "prior-bcma", said: boolean): OwnPatient =>
  property === "prior-bcma"
    ? { ...anyone, priorBcma: said ? "some" : [] }
    : { ...anyone, traits: { [property]: said } };

describe("subgroups for a patient", () => {
  it.each([
    [64, false, true],
    [65, true, false],
    [70, true, false],
  ])("of %i years are those with this age", (age, old, young) => {
    expect(shown(table("age", ">=65", "<65"), aged(age))).toEqual([
      [">=65", old],
      ["<65", young],
    ]);
  });

  it("with an age in a range include both of its ends", () => {
    const ranges = table("age", "18-69", ">69");
    expect(shown(ranges, aged(69)).map(([, theirs]) => theirs)).toEqual([true, false]);
    expect(shown(ranges, aged(70)).map(([, theirs]) => theirs)).toEqual([false, true]);
  });

  it("have a study that reports only on others as of others, after those of such patients", () => {
    expect(shown(table("age", ">=65"), aged(60))).toEqual([[">=65", false]]);
    expect(shown(table("prior-bcma", "yes"), having("prior-bcma", false))).toEqual([
      ["yes", false],
    ]);
    const [ofOthers, ofSuch] = [table("age", ">=75"), table("age", ">=65")];
    const [age] = subgroupsOfPatient([ofOthers, ofSuch], aged(70));
    expect(age?.tables.map(({ levels }) => levels.map(({ level }) => level))).toEqual([
      [">=65"],
      [">=75"],
    ]);
  });

  it("hold the patients of all levels beside theirs, and a comparison in any case", () => {
    expect(shown(table("prior-lines", "3", ">=4", "all"), treated(3))).toEqual([
      ["3", true],
      [">=4", false],
      ["all", null],
    ]);
    for (const age of [50, 80]) {
      expect(shown(table("age", ">=70 vs 18-69"), aged(age))).toEqual([[">=70 vs 18-69", null]]);
    }
  });

  it.each([
    ["prior-bcma", "yes", "no"],
    ["cytogenetic-risk", "high risk", "standard risk"],
    ["extramedullary-disease", "EMD", "no EMD"],
    ["extramedullary-disease", "soft-tissue EMD not contiguous to bone", "marrow only"],
  ] as const)("by %s tell %s from %s", (trait, present, absent) => {
    for (const said of [true, false]) {
      expect(shown(table(trait, present, absent), having(trait, said))).toEqual([
        [present, said],
        [absent, !said],
      ]);
    }
  });

  it("within extramedullary disease are shown to who has it only", () => {
    const burden = table("extramedullary-burden", "large", "small");
    const of = (said: boolean) => shown(burden, having("extramedullary-disease", said));
    expect(of(true)).toEqual([
      ["large", null],
      ["small", null],
    ]);
    expect(of(false)).toEqual([]);
  });

  it("are found for each property that was said, and for no other", () => {
    const said = { ...aged(71), traits: { "cytogenetic-risk": true } };
    const properties = subgroupsOfPatient([], said).map(({ property }) => property);
    expect(properties).toEqual(["age", "cytogenetic-risk"]);
    expect(subgroupsOfPatient(all, anyone)).toEqual([]);
  });

  it("read every level of our data: as a number, as with or without, or as a comparison", () => {
    const plain = /^([<>]=?)?\d+(-\d+)?( prior lines)?$|^all$|\bvs\b/;
    const numbers = all.filter(({ variable }) => variable === "age" || variable === "prior-lines");
    const levels = numbers.flatMap((one) => one.levels.map(({ level }) => level));
    expect(levels.filter((level) => !plain.test(level))).toEqual([]);
  });

  it("lose no study: each is shown once to any patient, by what was said or by the rest", () => {
    const patients: OwnPatient[] = [
      anyone,
      aged(50),
      { ...aged(80), priorLines: 5, priorBcma: ["car-t"] },
      having("extramedullary-disease", true),
      having("extramedullary-disease", false),
    ];
    expect(all.length).toBeGreaterThan(60);
    for (const patient of patients) {
      const found = [...subgroupsOfPatient(all, patient), ...subgroupsByOther(all, patient, order)]
        .flatMap(({ tables }) => tables)
        .map(({ study, variable, outcome, definition }) =>
          JSON.stringify([study.id, variable, outcome, definition]),
        );
      const known = all.map(({ study, variable, outcome, definition }) =>
        JSON.stringify([study.id, variable, outcome, definition]),
      );
      expect(found.sort()).toEqual(known.sort());
    }
  });
});

describe("subgroups by what was not said of a patient", () => {
  it("have every other property that a study prints, and none that was said", () => {
    const said = { ...aged(71), traits: { "extramedullary-disease": true } };
    const properties = subgroupsByOther(all, said, order).map(({ property }) => property);
    expect(properties).toEqual(
      expect.arrayContaining(["renal-function", "frailty", "iss", "race", "refractoriness"]),
    );
    for (const shownAlready of ["age", "extramedullary-disease", "extramedullary-burden"]) {
      expect(properties).not.toContain(shownAlready);
    }
    expect(subgroupsByOther([], anyone, order)).toEqual([]);
  });

  it("say of no level that it is that of the patient or of others", () => {
    const [first, ...more] = subgroupsByOther(
      [table("frailty", "frail", "not frail")],
      aged(71),
      order,
    );
    expect(more).toEqual([]);
    expect(first?.tables[0]?.levels.map(({ theirs }) => theirs)).toEqual([null, null]);
  });
});
