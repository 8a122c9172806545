/** The checks of a difference; their words are approved in `words/english.txt`. */

import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/answer/answer.ts";
import { checkRemarks, checksView } from "#presentation/row/checks-view.ts";
import { allHold, check, contrast, row } from "../../../support/answers.ts";

const clear = { differencePer100: 26, differenceInterval: [14, 36] } as const;
const rowWith = (over: Partial<Contrast>) => row({ contrasts: [contrast({ ...clear, ...over })] });

describe("what no forest shows", () => {
  // The last remark is how far the difference is from none.
  const remarks = (...checks: readonly ReturnType<typeof check>[]) =>
    checkRemarks(rowWith({ checks })).slice(0, -1);

  it("is the odds ratio of another model, whose interval decides", () => {
    expect(remarks(check("model", { of: "glmm" }))).toEqual([
      "Another model: odds ratio 3 (1.2–7.5).",
    ]);
  });

  it("is which checks gave the same figures or could not be asked, unless their extent says it", () => {
    expect(remarks(check("papers", { status: "same" }), check("dose"))).toEqual([
      "Papers, labels and regulators only: the same figures.",
    ]);
    expect(
      remarks(check("equal-age", { status: "cannot-be-asked", because: "ages-apart" })),
    ).toEqual([]);
  });
});

describe("with any one trial left out", () => {
  const trialsWithout = (count: number) => Array.from({ length: count }, (_, i) => `T${i}`);
  const without = (count: number) => ({
    range: [15, 25] as const,
    trials: 2,
    of: 6,
    reachesZero: trialsWithout(count),
  });
  const beneath = (count: number, over: Partial<Contrast> = {}) =>
    checksView(rowWith({ checks: [...allHold], ...over }), without(count))?.beneath.join(" ") ?? "";

  it.each([
    [0, "15 to 25 more; the interval stays clear of 0"],
    [1, "15 to 25 more; the interval reaches 0 without T0"],
    [3, "15 to 25 more; the interval reaches 0 without any one of 3 of 2 trials"],
  ])("says that the interval then reaches 0 in %i", (count, expected) => {
    expect(beneath(count)).toContain(expected);
  });

  it("says the range alone where 0 lies within anyway", () => {
    expect(beneath(3, { differenceInterval: [-2, 40], checks: null })).not.toContain("reaches 0 w");
  });
});

describe("how far a difference is from none", () => {
  it("is by how much comparable patients would have to differ, from the end nearest to 0", () => {
    const last = (over: Partial<Contrast>) => checkRemarks(rowWith(over)).at(-1);
    expect(last({ checks: [...allHold] })).toBe(
      "The interval would reach 0 if, in comparable patients, 14 more of 100 given bispecifics responded; the difference itself would vanish at 26 more.",
    );
    const fewer = { differencePer100: -12, differenceInterval: [-20, -3] } as const;
    expect(last({ ...fewer, checks: [check("dose")] })).toBe(
      "The interval would reach 0 if, in comparable patients, 3 fewer of 100 given bispecifics responded; the difference itself would vanish at 12 fewer.",
    );
  });
});
