/** What makes the numbers of a screen doubtful, in one box. */
import { describe, expect, it } from "vitest";
import type { Answer, Row } from "#core/answer/answer.ts";
import type { LabelCondition } from "#core/evidence/regimen-labels.ts";
import { notesOfAnswer } from "#presentation/row/notes.ts";
import { doubtBoxOf, doubtText } from "#presentation/views/doubt-box.ts";
import { comparison, row, study } from "../../../support/answers.ts";
import { sides } from "../../../support/viewed-rows.ts";

const boxOf = (over: Partial<Answer>) => {
  const answer = comparison(over);
  return doubtBoxOf(answer, notesOfAnswer(answer));
};

const ages = (carT: [number, number], bsab: [number, number]): Pick<Answer, "patients"> => {
  const of = ([lowest, highest]: [number, number], trials: number) => ({
    ...{ trials, medianPriorLines: null },
    medianAge: { lowest, highest, trials, of: trials },
  });
  return { patients: { "car-t": of(carT, 4), bsab: of(bsab, 5) } };
};

const apart = (what: "age" | "prior-lines", carT: [number, number], bsab: [number, number]) => {
  const of = (group: "car-t" | "bsab", [lowest, highest]: [number, number]) => ({
    ...{ group, lowest, highest, trials: 4, of: 4 },
  });
  const groups = [of("car-t", carT), of("bsab", bsab)];
  return { notes: [{ code: "patients-apart", what, groups }] as Answer["notes"] };
};

describe("the box", () => {
  it("is not there without a number", () => {
    expect(boxOf({ outcomes: [row(sides(null, null))] })).toBeNull();
    expect(doubtText(null)).toBe("");
  });

  it("counts separate trials, with their ages", () => {
    expect(boxOf(ages([60, 61], [64, 64]))).toMatchObject({
      lead: "Very low certainty:",
      text: "9 separate trials; median ages 60–61 v 64",
    });
    expect(boxOf({})?.text).toBe("12 separate trials");
  });

  it("says how patients of the classes differ where they lie apart", () => {
    const text = (over: Partial<Answer>) => boxOf({ ...ages([60, 61], [64, 70]), ...over })?.text;
    expect(text(apart("age", [60, 61], [64, 70]))).toBe(
      "9 separate trials; CAR-T patients younger (60–61 v 64–70)",
    );
    expect(text(apart("age", [71, 72], [64, 70]))).toContain("CAR-T patients older");
    expect(text(apart("prior-lines", [3, 3], [5, 6]))).toContain(
      "CAR-T patients with fewer prior lines (3 v 5–6)",
    );
    expect(text(apart("prior-lines", [7, 7], [5, 6]))).toContain("with more prior lines");
  });

  it("says that CAR-T counts only who was infused, once it is clear whom", () => {
    const of = (population: "treated" | "leukapheresed", over: Partial<Answer> = {}) => {
      const carT = { studies: [study({ population })] };
      return boxOf({ outcomes: [row(sides(carT, {}))], ...over })?.infused;
    };
    expect(of("treated")).toBe("CAR-T counted only if infused");
    expect(of("treated", apart("age", [60, 61], [64, 70]))).toBe("counted only if infused");
    expect(of("leukapheresed")).toBeUndefined();
    const query = { ...comparison().query, denominator: "collected" as const };
    expect(of("treated", { query })).toBeUndefined();
  });

  it("of one class are trials, which are not separate from others", () => {
    const { selection } = comparison();
    const cohorts = { "car-t": 0, bsab: 5 };
    const patients = {
      ...comparison().patients,
      "car-t": { trials: 0, medianAge: null, medianPriorLines: null },
    };
    expect(boxOf({ selection: { ...selection, cohorts }, patients })?.text).toBe("5 trials");
  });

  it("says what labels ask for, of every regimen, with the regions that ask for it", () => {
    const dara = { product: "teclistamab", partners: ["daratumumab"] };
    const cilta = { product: "cilta-cel", partners: [] };
    const both = ["us", "eu"] as const;
    const label = (asked: readonly ("us" | "eu")[], ...conditions: LabelCondition[]) =>
      boxOf({ notes: [{ code: "label-condition", conditions, asked: [...asked] }] })?.label;
    const afterPi = {
      ...{ exposedTo: ["PI"], refractoryTo: ["lenalidomide"], regions: both },
      progressionOnLast: [],
    };
    const afterTwo = {
      ...{ exposedTo: ["PI", "IMiD"], refractoryTo: [], regions: both.slice(0, 1) },
      progressionOnLast: [],
    };
    expect(label(both, { ...cilta, ...afterPi })).toEqual({
      lead: "Label (US, EU):",
      text: "cilta-cel only if refractory to lenalidomide, after a PI.",
    });
    expect(label(both, { ...cilta, ...afterPi }, { ...dara, ...afterTwo })).toEqual({
      lead: "Label:",
      text: "cilta-cel only if refractory to lenalidomide, after a PI (US, EU); teclistamab with daratumumab after a PI and an IMiD (US).",
    });
    expect(label(both, { ...cilta, ...afterPi, progressionOnLast: both.slice(1) })).toEqual({
      lead: "Label (US, EU):",
      text: "cilta-cel only if refractory to lenalidomide, after a PI (US; EU on progression).",
    });
    const ofEu = { regions: both.slice(1), progressionOnLast: both.slice(1) };
    expect(label(["eu"], { ...cilta, ...afterPi, ...ofEu })).toEqual({
      lead: "Label:",
      text: "cilta-cel only if refractory to lenalidomide, after a PI, and on progression.",
    });
    const inUs = { ...cilta, ...afterPi, regions: both.slice(0, 1) };
    expect(label(["us"], inUs, { ...dara, ...afterTwo })).toEqual({
      lead: "Label:",
      text: "cilta-cel only if refractory to lenalidomide, after a PI; teclistamab with daratumumab after a PI and an IMiD.",
    });
  });

  it("as a text ends without its further sentences", () => {
    const box = boxOf({ outcomes: [row(sides({ studies: [study()] }, {})) satisfies Row] });
    expect(doubtText(box)).toBe(
      "Very low certainty: 12 separate trials, CAR-T counted only if infused.",
    );
  });
});
