/** Whose level a result of a study is, and whether a patient is of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subgroupsOf } from "#core/others/subgroups.ts";
import {
  type Belonging,
  belongingOf,
  type Enrolled,
  isBelowAll,
  isNearAge,
  type LevelOf,
  type LinesAndTherapy,
  othersOf,
  type PatientProperty,
  propertiesOf,
} from "#core/others/subgroups-of-patient.ts";
import {
  anyone,
  type EarlierKind,
  type EarlierKinds,
  type OwnPatient,
  traits,
} from "#core/question/patient.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { anyPatient } from "../any-patient.ts";

const all = subgroupsOf(studies, {});

type Level = LevelOf;

/** A study of patients as the question of three lines or more counts them. */
const late: Enrolled = {
  setting: "late",
  priorBcma: "unknown",
  priorLinesRange: null,
  admittedLines: null,
};
const early = (min: number, max: number): Enrolled => ({
  ...late,
  setting: "early",
  priorLinesRange: [min, max],
});
const asked: LinesAndTherapy = { lines: "3+", priorBcma: null };
const from = (min: number): Level => ({ min, max: null });

function isSuch(level: Level, property: PatientProperty): boolean {
  return belongingOf(level, late, property, asked).is === "such";
}

describe("a group of an age", () => {
  /** The youngest and the oldest patient who are near it, of those who are 45 to 110 years old. */
  it.each<[Level, youngest: number | null, oldest: number | null]>([
    [from(65), 65, 72],
    [from(67), 67, 74],
    [from(70), 70, 77],
    // At 82 and above all are near what begins at 75 or later.
    [from(74), 74, 81],
    [from(75), 75, 110],
    [from(80), 80, 110],
    // Nobody is near a group below an age.
    [{ min: null, max: 64 }, null, null],
    [{ min: null, max: 74 }, null, null],
    [{ min: null, max: null }, null, null],
    [{ min: 18, max: 69 }, null, null],
    [{ min: 65, max: 70 }, 65, 70],
    [{ min: 65, max: 74 }, 65, 72],
  ])("%j is near patients from %s to %s years", (level, youngest, oldest) => {
    const ages = Array.from({ length: 66 }, (_, index) => 45 + index);
    const near = ages.filter((age) => isSuch(level, { name: "age", value: age }));
    expect([near.at(0) ?? null, near.at(-1) ?? null]).toEqual([youngest, oldest]);
    // Without a gap.
    expect(near).toHaveLength(youngest === null || oldest === null ? 0 : oldest - youngest + 1);
  });

  it("of any bounds begins at most 7 years below any patient, or 82 years, and never above", () => {
    const bound = fc.option(fc.integer({ min: 18, max: 100 }));
    const age = fc.integer({ min: 18, max: 110 });
    fc.assert(
      fc.property(bound, bound, age, (min, max, years) => {
        if (!isNearAge({ min, max }, years)) return;
        expect(min).not.toBeNull();
        expect(min).toBeLessThanOrEqual(years);
        expect(min).toBeGreaterThanOrEqual(Math.min(years, 82) - 7);
        expect(max ?? 110).toBeGreaterThanOrEqual(years);
      }),
    );
  });

  it("is only older than a patient who is younger than each that is reported", () => {
    const levels = [from(65), from(75), { min: null, max: 74 }, "comparison" as const];
    expect([45, 64, 65, 88].map((age) => isBelowAll(levels, age))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isBelowAll([{ min: null, max: 74 }, null, true], 45)).toBe(false);
  });
});

describe("a level of prior lines", () => {
  const numbers = Array.from({ length: 13 }, (_, index) => index + 1);
  const of = (level: Level, lines: number) =>
    belongingOf(level, late, { name: "prior-lines", value: lines }, asked);

  /** Of patients after 1 to 13 lines, those who are such patients, and those who only stand beside them. */
  it.each<[Level, such: readonly number[], beside: readonly number[]]>([
    [{ min: 3, max: 3 }, [3], []],
    [{ min: 3, max: 8 }, [3, 4, 5], [6, 7, 8]],
    [from(3), [3, 4, 5], numbers.slice(5)],
    [from(4), [4, 5, 6], numbers.slice(6)],
    [from(6), [6, 7, 8], numbers.slice(8)],
    // What has no lower bound holds patients of fewer lines.
    [{ min: null, max: 6 }, [], []],
    [null, [], []],
  ])("%j is of patients after %j lines, and not counted for %j", (level, such, beside) => {
    const linesOf = (is: Belonging["is"]) => numbers.filter((lines) => of(level, lines).is === is);
    expect([linesOf("such"), linesOf("beside")]).toEqual([such, beside]);
  });

  it("says from how many lines on a level is that is not counted", () => {
    expect(of(from(4), 13)).toEqual({
      is: "beside",
      because: { code: "lines", range: { min: 4, max: null } },
    });
  });
});

describe("a level after earlier therapy", () => {
  const kind = (name: EarlierKind, n: number | null, of = 20) => ({ kind: name, n, of });
  const mixed: Level = [kind("adc", 13), kind("bispecific", 7)];

  it.each<[Level, EarlierKinds, Belonging]>([
    // It was reported for a kind if all of its patients had it.
    [[kind("car-t", 36, 36)], ["car-t"], { is: "such" }],
    [[kind("car-t", 36, 36)], ["car-t", "adc"], { is: "such" }],
    [[kind("car-t", 36, 36)], ["bispecific"], { is: "others" }],
    [
      mixed,
      ["bispecific"],
      { is: "beside", because: { code: "kinds", kinds: [kind("bispecific", 7)] } },
    ],
    [mixed, ["adc"], { is: "beside", because: { code: "kinds", kinds: [kind("adc", 13)] } }],
    [mixed, ["car-t"], { is: "others" }],
    [[kind("car-t", 0)], ["car-t"], { is: "others" }],
    [
      [kind("car-t", null)],
      ["car-t"],
      { is: "beside", because: { code: "kinds", kinds: [kind("car-t", null)] } },
    ],
    // A kind that nobody knows.
    [true, "some", { is: "such" }],
    [mixed, "some", { is: "such" }],
    [
      [kind("adc", 10, 10)],
      "some",
      { is: "beside", because: { code: "kinds", kinds: [kind("adc", 10, 10)] } },
    ],
    [true, ["car-t"], { is: "beside", because: { code: "kinds", kinds: [] } }],
    [false, ["car-t"], { is: "others" }],
    ["comparison", ["car-t"], { is: "unclear" }],
    [null, ["car-t"], { is: "unclear" }],
  ])("%j, and a patient after %j: %j", (level, kinds, expected) => {
    expect(
      belongingOf(
        level,
        late,
        { name: "prior-bcma", value: kinds },
        { ...asked, priorBcma: kinds },
      ),
    ).toEqual(expected);
  });
});

describe("a level of what patients have", () => {
  it.each<[Level, Belonging["is"]]>([
    [true, "such"],
    [false, "others"],
    ["comparison", "unclear"],
    [null, "unclear"],
  ])("%j: %s", (level, is) => {
    expect(belongingOf(level, late, { name: "frailty", value: true }, asked)).toEqual({ is });
  });

  /** Of a study of these lines, for a patient after one, two, three or more. */
  it.each<[string, Enrolled, one: unknown, two: unknown, more: unknown]>([
    ["late", late, "others", "others", "such"],
    [
      "late that admitted one line",
      { ...late, priorLinesRange: [1, 9] },
      "others",
      "others",
      "such",
    ],
    ["early", early(1, 3), "such", "such", "others"],
    ["early after two to four lines", early(2, 4), "others", "such", "others"],
    ["early of unknown range", { ...early(1, 3), priorLinesRange: null }, "such", "such", "others"],
    [
      "mixed",
      { ...late, setting: "mixed", priorLinesRange: [1, 18] },
      "others",
      "others",
      { code: "lines", range: { min: 1, max: 18 } },
    ],
    ["not known", { ...late, setting: null }, "others", "others", { code: "lines", range: null }],
  ])("is of its lines: %s", (_, enrolled, ...expected) => {
    const told = (["1", "2", "3+"] as const).map((lines) => {
      const { is, ...of } = belongingOf(
        true,
        enrolled,
        { name: "refractoriness", value: true },
        {
          lines,
          priorBcma: null,
        },
      );
      return "because" in of ? of.because : is;
    });
    expect(told).toEqual(expected);
  });

  it.each<[Enrolled["priorBcma"], EarlierKinds | null, Belonging["is"]]>([
    ["required", null, "beside"],
    ["none", null, "such"],
    ["required", "some", "such"],
    ["some", "some", "beside"],
    ["none", "some", "beside"],
    ["unknown", "some", "beside"],
    // No study reports another property of patients after one kind.
    ["required", ["car-t"], "beside"],
    ["some", ["car-t"], "beside"],
    ["unknown", ["gprc5d"], "beside"],
    ["required", [], "beside"],
    ["some", [], "such"],
    ["none", [], "such"],
    ["unknown", [], "such"],
  ])("is of its earlier therapy: %s, and a patient after %j", (priorBcma, kinds, is) => {
    const found = belongingOf(
      true,
      { ...late, priorBcma },
      { name: "frailty", value: true },
      {
        lines: "3+",
        priorBcma: kinds,
      },
    );
    const because = { code: "earlier-therapy", priorBcma };
    expect(found).toEqual(is === "beside" ? { is, because } : { is });
  });
});

describe("in our data levels are as they are worded", () => {
  it.each([
    ["prior-bcma after CAR-T cells, target not stated", [{ kind: "car-t", n: 36, of: 36 }]],
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
  ])("%s", (level, whose) => {
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
  it("is each property by itself, and not that nothing was given before", () => {
    const said: OwnPatient = {
      age: 71,
      priorLines: 4,
      priorBcma: ["car-t"],
      traits: ["cytogenetic-risk"],
    };
    const had = { name: "cytogenetic-risk", value: true };
    const lines = { name: "prior-lines", value: 4 };
    const age = { name: "age", value: 71 };
    expect(propertiesOf(said)).toEqual([{ name: "prior-bcma", value: ["car-t"] }, had, age, lines]);
    expect(propertiesOf({ ...said, priorBcma: [] })).toEqual([had, age, lines]);
    expect(propertiesOf({ ...said, priorBcma: ["gprc5d"], age: null })).toEqual([had, lines]);
    expect(propertiesOf({ ...said, priorLines: null, age: null, priorBcma: null })).toEqual([had]);
    expect(propertiesOf(anyone)).toEqual([]);
  });

  it("is never matched with a level that says otherwise, whoever it is", () => {
    fc.assert(
      fc.property(anyPatient, fc.constantFrom("1", "2", "3+"), (one, lines) => {
        for (const property of propertiesOf({ ...one, traits })) {
          for (const { variable, study, levels } of all) {
            if (variable !== property.name) continue;
            for (const { patients } of levels) {
              const { is } = belongingOf(patients, study.enrolled, property, { ...one, lines });
              if (is !== "such") continue;
              const { setting } = study.enrolled;
              expect(setting).toBe(lines === "3+" ? "late" : "early");
              expect([null, "comparison", false]).not.toContain(patients);
              if (property.name !== "prior-lines") continue;
              expect(patients).toHaveProperty("min", expect.any(Number));
            }
          }
        }
      }),
    );
  });
});
