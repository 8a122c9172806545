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

  it.each<[Partial<Answer>, text: string]>([
    [{}, "12 separate trials"],
    [ages([60, 61], [64, 64]), "9 separate trials; median ages 60–61 v 64"],
    [
      apart("age", [60, 61], [64, 70]),
      "12 separate trials; CAR-T patients younger (60–61 v 64–70)",
    ],
    [apart("age", [71, 72], [64, 70]), "12 separate trials; CAR-T patients older (71–72 v 64–70)"],
    [
      apart("prior-lines", [3, 3], [5, 6]),
      "12 separate trials; CAR-T patients with fewer prior lines (3 v 5–6)",
    ],
    [
      apart("prior-lines", [7, 7], [5, 6]),
      "12 separate trials; CAR-T patients with more prior lines (7 v 5–6)",
    ],
  ])("counts trials and says how their patients differ: %#", (over, text) => {
    expect(boxOf(over)).toMatchObject({ lead: "Very low certainty:", text });
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
    const onProgression = { ...cilta, ...afterPi, progressionOnLast: both.slice(1) };
    const inEu = { ...onProgression, regions: both.slice(1) };
    const inUs = { ...cilta, ...afterPi, regions: both.slice(0, 1) };
    const only = "cilta-cel only if refractory to lenalidomide, after a PI";
    const withDara = "teclistamab with daratumumab after a PI and an IMiD";
    const ofBoth = { lead: "Label (US, EU):", text: `${only}.` };
    expect(label(both, { ...cilta, ...afterPi })).toEqual(ofBoth);
    expect(label(both, onProgression)?.text).toBe(`${only} (US; EU on progression).`);
    expect(label(both, { ...cilta, ...afterPi }, { ...dara, ...afterTwo })).toEqual({
      ...{ lead: "Label:", text: `${only} (US, EU); ${withDara} (US).` },
    });
    expect(label(["eu"], inEu)?.text).toBe(`${only}, and on progression.`);
    expect(label(["us"], inUs, { ...dara, ...afterTwo })?.text).toBe(`${only}; ${withDara}.`);
  });

  it("as a text ends without its further sentences", () => {
    const box = boxOf({ outcomes: [row(sides({ studies: [study()] }, {})) satisfies Row] });
    expect(doubtText(box)).toBe(
      "Very low certainty: 12 separate trials, CAR-T counted only if infused.",
    );
  });
});
