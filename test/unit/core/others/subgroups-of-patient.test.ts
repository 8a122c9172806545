/** Whose level a result of a study is, and whether a patient is of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subgroupsOf } from "#core/others/subgroups.ts";
import {
  holds,
  isOfUnknownKind,
  othersOf,
  propertiesOf,
  withinOf,
} from "#core/others/subgroups-of-patient.ts";
import { anyone, type OwnPatient, traits } from "#core/question/patient.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { anyPatient } from "../any-patient.ts";

const all = subgroupsOf(studies, {});

describe("the levels of a study", () => {
  const from65 = { min: 65, max: null };
  const [to64, middle] = [
    { min: null, max: 64 },
    { min: 18, max: 69 },
  ];
  const kinds: Parameters<typeof holds>[0] = ["adc", "bispecific"];

  it.each<[...Parameters<typeof holds>, boolean | null]>([
    [from65, 64, false],
    [from65, 65, true],
    [from65, 70, true],
    [to64, 64, true],
    [to64, 65, false],
    // Both ends are held.
    [middle, 17, false],
    [middle, 18, true],
    [middle, 69, true],
    [middle, 70, false],
    // Who has a property, and who does not.
    [true, true, true],
    [false, true, false],
    // Two levels against each other, or what divides otherwise, may hold anybody.
    ["comparison", 50, null],
    ["comparison", true, null],
    [null, 50, null],
    [null, true, null],
    [true, 50, null],
    [from65, true, null],
    // After some kinds who had one of them, or a kind nobody knows.
    [kinds, ["car-t"], false],
    [kinds, ["adc", "gprc5d"], true],
    [kinds, "some", true],
    [false, ["car-t"], false],
    [false, "some", false],
    [["adc"], 50, null],
    // After a kind that is not printed who had any, perhaps.
    [true, "some", true],
    [true, ["car-t"], null],
  ])("%j holds who has %j: %j", (level, value, expected) => {
    expect(holds(level, value)).toBe(expected);
  });

  it("after a kind that is not printed are named so", () => {
    const levels = [true, ["adc" as const], false];
    expect(levels.map((of) => isOfUnknownKind(of, ["car-t"]))).toEqual([true, false, false]);
    expect(isOfUnknownKind(true, "some")).toBe(false);
  });

  it.each([
    ["prior-bcma after CAR-T cells, target not stated", ["car-t"]],
    ["age ≥ 70", { min: 70, max: null }],
    ["age < 75", { min: null, max: 74 }],
    ["age ≥ 70 vs 18-69", "comparison"],
    ["extramedullary-disease no EMD", false],
    ["renal-function CrCl <45", true],
    ["renal-function normal", false],
    ["renal-function eGFR <60 vs ≥ 60", "comparison"],
    ["frailty frail", true],
    ["frailty not frail", false],
    ["refractoriness triple-class refractory", true],
    ["refractoriness penta-refractory", true],
  ])("in our data are as they are worded: %s", (level, whose) => {
    const found = all.flatMap(({ variable, levels }) =>
      levels.filter((one) => `${variable} ${one.level}` === level),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ patients }) => patients)).toEqual(found.map(() => whose));
  });
});

describe("the others beside such patients", () => {
  const source = undefined;
  const age = (min: number | null, max: number | null, wording = "age") =>
    ({ patients: { min, max }, wording, source }) as const;
  const emd = (patients: boolean | null | "comparison", wording = "EMD") =>
    ({ patients, wording, source }) as const;

  it("are those that begin where they end, of two cuts of one study", () => {
    const [under65, from65, under70, from70] = [
      age(null, 64),
      age(65, null),
      age(null, 69),
      age(70, null),
    ];
    const levels = [under65, from65, under70, from70];
    expect(othersOf(from65, levels)).toEqual([under65]);
    expect(othersOf(from70, levels)).toEqual([under70]);
    expect(othersOf(under70, levels)).toEqual([from70]);
  });

  it("are all other parts of one cut", () => {
    const levels = [age(null, 64), age(65, 74), age(75, null)];
    expect(othersOf(age(75, null), levels)).toEqual(levels.slice(0, 2));
  });

  it("are of the same analysis and source, and nothing else", () => {
    const such = emd(true);
    const elsewhere = { ...emd(false), source: studies[0]?.sources[0] as never };
    const others = [emd(false, "paraskeletal"), elsewhere, emd(null), emd("comparison")];
    expect(othersOf(such, [such, emd(false), ...others])).toEqual([emd(false)]);
    expect(othersOf(emd(true), [emd(true)])).toEqual([]);
  });
});

describe("what was said of a patient", () => {
  it("is each property by itself, and neither lines nor that nothing was given before", () => {
    const said: OwnPatient = {
      age: 71,
      priorLines: 4,
      priorBcma: ["car-t"],
      traits: ["cytogenetic-risk"],
    };
    const had = ["cytogenetic-risk", true];
    expect(propertiesOf(said)).toEqual([["prior-bcma", ["car-t"]], had, ["age", 71]]);
    expect(propertiesOf({ ...said, priorBcma: [] })).toEqual([had, ["age", 71]]);
    expect(propertiesOf({ ...said, priorBcma: ["gprc5d"], age: null })).toEqual([had]);
    expect(propertiesOf(anyone)).toEqual([]);
  });

  it("can be judged by each level of its property, whoever it is", () => {
    fc.assert(
      fc.property(anyPatient, (one) => {
        for (const [property, value] of propertiesOf({ ...one, traits })) {
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
    expect(withinOf("extramedullary-disease")).toEqual(within);
    expect(withinOf("age")).toEqual([]);
  });
});
