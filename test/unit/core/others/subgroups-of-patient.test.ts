/**
 * Tests whether a level that a study reports is one of such patients as those of a question, and which groups are
 * near a patient.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isAgeGroupNear,
  isPriorLinesGroupNear,
  listPatientProperties,
} from "#core/others/near-patient.ts";
import {
  type Belonging,
  type EnrolledPatients,
  judgeLevelBelonging,
  type LevelOf,
  listComplementLevels,
  makeSubgroupTables,
  type SubgroupLevel,
} from "#core/others/subgroups.ts";
import type { PatientsOfQuestion } from "#core/question/earlier-kinds.ts";
import {
  anyone,
  type EarlierKind,
  type EarlierKinds,
  earlierKinds,
} from "#core/question/patient.ts";
import type { Range } from "#core/question/range.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { forAny } from "../../../support/for-any.ts";

const all = makeSubgroupTables(studies);

type Level = LevelOf;

/** Describes a study of patients as the question of three lines or more counts them. */
const unknownLines = { priorLinesRange: null, admittedLines: null };
const late: EnrolledPatients = { setting: "late", priorBcma: "unknown", ...unknownLines };
const early = (min: number, max: number): EnrolledPatients => ({
  ...late,
  setting: "early",
  priorLinesRange: [min, max],
});
const ofQuestion: PatientsOfQuestion = { lines: "3+", earlier: null };
const from = (min: number) => ({ min, max: null });
const had = { patients: true, oddity: null };
const printed = (patients: Level) => ({ patients, oddity: null });

it.each([
  ["contradiction", { is: "not-counted", because: { code: "contradiction" } }],
  ["remark", { is: "such" }],
] as const)(
  "a level about which its source says something odd is, with a %s, %j",
  (kind, expected) => {
    const odd = { patients: true, oddity: { kind, text: "as printed" } };
    expect(judgeLevelBelonging(odd, late, "renal-function", ofQuestion)).toEqual(expected);
  },
);

it.each<[Level, Belonging["is"]]>([
  [from(65), "such"],
  [{ min: 18, max: 69 }, "such"],
  // A group without a lower bound holds mostly younger patients.
  [{ min: null, max: 64 }, "others"],
  ["comparison", "unclear"],
  [null, "unclear"],
  [[{ kind: "adc", n: 3, of: 20 }], "unclear"],
])("a group by age or number of lines: %j: %s", (level, is) => {
  for (const variable of ["age", "prior-lines"] as const) {
    expect(judgeLevelBelonging(printed(level), late, variable, ofQuestion).is).toBe(is);
  }
});

describe("a level after earlier therapy", () => {
  const kind = (name: EarlierKind, n: number | null, of = 20) => ({ kind: name, n, of });
  const mixed: Level = [kind("adc", 13), kind("bispecific", 7)];
  const divided = [
    { ...kind("car-t", 9), with: [] },
    { ...kind("car-t", 3), with: ["adc" as const] },
    { ...kind("adc", 5), with: [] },
  ];
  const notCounted = (...kinds: ReturnType<typeof kind>[]): Belonging => ({
    ...{ is: "not-counted", because: { code: "kinds", kinds } },
  });

  it.each<[Level, EarlierKinds, Belonging]>([
    // A level was reported for a kind if all of its patients had that kind.
    [[kind("car-t", 36, 36)], ["car-t"], { is: "such" }],
    [[kind("car-t", 36, 36)], ["car-t", "adc"], { is: "such" }],
    [[kind("car-t", 36, 36)], ["bispecific"], { is: "others" }],
    [mixed, ["bispecific"], notCounted(kind("bispecific", 7))],
    [mixed, ["adc"], notCounted(kind("adc", 13))],
    [mixed, ["car-t"], { is: "others" }],
    [[kind("car-t", 0)], ["car-t"], { is: "others" }],
    [[kind("car-t", null)], ["car-t"], notCounted(kind("car-t", null))],
    // Patients who are divided by what each had are counted with each kind that they had.
    [divided, ["car-t"], notCounted(...divided.slice(0, 2))],
    [divided, ["adc"], notCounted(...divided.slice(1))],
    [divided, ["bispecific"], { is: "others" }],
    [divided, "some", { is: "such" }],
    // The kind of the patient's earlier therapy is not known.
    [true, "some", { is: "such" }],
    [mixed, "some", { is: "such" }],
    [[kind("adc", 10, 10)], "some", notCounted(kind("adc", 10, 10))],
    [true, ["car-t"], notCounted()],
    [false, ["car-t"], { is: "others" }],
    ["comparison", ["car-t"], { is: "unclear" }],
    [null, ["car-t"], { is: "unclear" }],
  ])("%j, and a patient after %j: %j", (level, kinds, expected) => {
    const question = { ...ofQuestion, earlier: kinds };
    expect(judgeLevelBelonging(printed(level), late, "prior-bcma", question)).toEqual(expected);
  });
});

describe("a level of what patients have", () => {
  it.each<[Level, Belonging["is"]]>([
    [true, "such"],
    [false, "others"],
    ["comparison", "unclear"],
    [null, "unclear"],
  ])("%j: %s", (level, is) => {
    expect(judgeLevelBelonging(printed(level), late, "frailty", ofQuestion)).toEqual({ is });
  });

  const ofLines = (range: Range | null) => ({ code: "lines", range });

  /** Lists where a study of these lines belongs, for a patient after one, two, and three or more lines. */
  it.each<[string, EnrolledPatients, afterOneAndTwo: string, afterMore: unknown]>([
    ["late", late, "other-lines other-lines", "such"],
    ["late with one line", { ...late, priorLinesRange: [1, 9] }, "other-lines other-lines", "such"],
    ["early", early(1, 3), "such such", "other-lines"],
    ["early after two to four lines", early(2, 4), "others such", "other-lines"],
    ["early of unknown range", { ...late, setting: "early" }, "such such", "other-lines"],
    ["mixed", { ...early(1, 18), setting: "mixed" }, "others others", ofLines({ min: 1, max: 18 })],
    ["not known", { ...late, setting: null }, "others others", ofLines(null)],
  ])("is of its lines: %s", (_, enrolled, afterOneAndTwo, afterMore) => {
    const levelsTold = (["1", "2", "3+"] as const).map((lines) => {
      const question = { lines, earlier: null };
      const { is, ...of } = judgeLevelBelonging(had, enrolled, "refractoriness", question);
      return "because" in of ? of.because : is;
    });
    expect(levelsTold).toEqual([...afterOneAndTwo.split(" "), afterMore]);
  });

  it.each<[EnrolledPatients["priorBcma"], EarlierKinds | null, Belonging["is"]]>([
    ["required", null, "not-counted"],
    ["none", null, "such"],
    ["required", "some", "such"],
    ["some", "some", "not-counted"],
    ["none", "some", "not-counted"],
    ["unknown", "some", "not-counted"],
    // No study reports another property of patients after one kind, so these are told apart.
    ["required", ["car-t"], "other-therapy"],
    ["some", ["car-t"], "other-therapy"],
    ["unknown", ["gprc5d"], "other-therapy"],
  ])("is of its earlier therapy: %s, and a patient after %j", (priorBcma, kinds, is) => {
    const question = { ...ofQuestion, earlier: kinds };
    const belonging = judgeLevelBelonging(had, { ...late, priorBcma }, "frailty", question);
    const because = { code: "earlier-therapy", priorBcma };
    expect(belonging).toEqual(is === "not-counted" ? { is, because } : { is });
  });

  it.each([
    ["of other lines", early(1, 3), had],
    ["of unknown lines", { ...late, setting: null }, had],
    ["of a contradiction", late, { ...had, oddity: { kind: "contradiction", text: "" } as const }],
  ])("is none of a patient after a kind of therapy where it is %s, too", (_, enrolled, level) => {
    const question = { ...ofQuestion, earlier: ["adc" as const] };
    expect(judgeLevelBelonging(level, enrolled, "frailty", question)).toEqual({ is: "others" });
  });
});

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
])("in our data levels are as they are worded: %s", (level, whose) => {
  const matches = all.flatMap(({ variable, levels }) =>
    levels.filter((candidate) => `${variable} ${candidate.level}` === level),
  );
  expect(matches.length).toBeGreaterThan(0);
  expect(matches.map(({ patients }) => patients)).toEqual(matches.map(() => whose));
});

describe("the others beside such patients", () => {
  const source = {} as SubgroupLevel["source"];
  const age = (min: number | null, max: number | null, wording = "age") =>
    ({ patients: { min, max }, wording, source }) as const;
  const emd = (patients: boolean | null | "comparison", wording = "EMD") =>
    ({ patients, wording, source }) as const;

  it("are those that begin where they end, of two cuts of one study", () => {
    const [under65, from65] = [age(null, 64), age(65, null)];
    const [under70, from70] = [age(null, 69), age(70, null)];
    const levels = [under65, from65, under70, from70];
    expect(listComplementLevels(from65, levels)).toEqual([under65]);
    expect(listComplementLevels(from70, levels)).toEqual([under70]);
    expect(listComplementLevels(under70, levels)).toEqual([from70]);
  });

  it("are all other parts of one cut", () => {
    const levels = [age(null, 64), age(65, 74), age(75, null)];
    expect(listComplementLevels(age(75, null), levels)).toEqual(levels.slice(0, 2));
  });

  it("are of the same analysis and source, and nothing else", () => {
    const such = emd(true);
    const elsewhere = { ...emd(false), source: studies[0]?.sources[0] as never };
    const remaining = [emd(false, "paraskeletal"), elsewhere, emd(null), emd("comparison")];
    expect(listComplementLevels(such, [such, emd(false), ...remaining])).toEqual([emd(false)]);
    expect(listComplementLevels(emd(true), [emd(true)])).toEqual([]);
  });
});

it("no level is of such patients that says otherwise, whatever is asked", () => {
  const single = earlierKinds.map((kind) => [kind]);
  const kinds = fc.constantFrom<EarlierKinds | null>(null, "some", ...single);
  forAny([kinds, fc.constantFrom("1", "2", "3+")], (earlier, lines) => {
    for (const { variable, study, levels } of all) {
      for (const level of levels) {
        const { patients } = level;
        const { is } = judgeLevelBelonging(level, study.enrolled, variable, { lines, earlier });
        if (is !== "such") continue;
        expect(study.enrolled.setting).toBe(lines === "3+" ? "late" : "early");
        expect([null, "comparison", false]).not.toContain(patients);
        if (variable !== "prior-lines" && variable !== "age") continue;
        expect(patients).toHaveProperty("min", expect.any(Number));
      }
    }
  });
});

// Tests what sets a patient apart, and which groups are near the patient.

/** The youngest and the oldest patient who are near it, of those who are 45 to 110 years old. */
it.each<[Range, youngest: number | null, oldest: number | null]>([
  [from(65), 63, 74],
  [from(72), 70, 81],
  // At 82 and above all are near what begins at 73 or later.
  [from(73), 71, 110],
  // Nobody is near a group below an age.
  [{ min: null, max: 64 }, null, null],
  [{ min: 18, max: 69 }, null, null],
  [{ min: 65, max: 70 }, 63, 70],
])("a group of an age, %j, is near patients from %s to %s years", (range, youngest, oldest) => {
  const ages = Array.from({ length: 66 }, (_, index) => 45 + index);
  const near = ages.filter((age) => isAgeGroupNear(range, age));
  expect([near.at(0) ?? null, near.at(-1) ?? null]).toEqual([youngest, oldest]);
  // The ages that are near have no gap.
  expect(near).toHaveLength(youngest === null || oldest === null ? 0 : oldest - youngest + 1);
});

it.each<[Range, most: number | null]>([
  [from(3), 5],
  // A group without a lower bound holds patients of fewer lines.
  [{ min: null, max: 6 }, null],
])("a group of lines, %j, is near patients after at most %s lines", (range, most) => {
  const near = Array.from({ length: 13 }, (_, lines) => lines).filter((lines) =>
    isPriorLinesGroupNear(range, lines),
  );
  expect(near.at(-1) ?? null).toBe(most);
});

it("a patient who has a trait is told by it, and nobody by nothing", () => {
  const traits = ["cytogenetic-risk"] as const;
  expect(listPatientProperties({ ...anyone, traits })).toEqual([
    { name: "cytogenetic-risk", value: true },
  ]);
  expect(listPatientProperties(anyone)).toEqual([]);
});
