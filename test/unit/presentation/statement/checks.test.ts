/** The checks of a difference; their words are approved in `words/english.txt`. */
import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/answer/answer.ts";
import { checksOf } from "#presentation/statement/checks.ts";
import { english } from "#presentation/words/catalogue.ts";
import { allHold, check, contrast, row } from "../../../support/answers.ts";

const { checks: words } = english.analyses;
const clear = { differencePer100: 26, differenceInterval: [14, 36] } as const;
const said = (over: Partial<Contrast>, without: Parameters<typeof checksOf>[1] = null) =>
  checksOf(row({ contrasts: [contrast({ ...clear, ...over })] }), without, english);

describe("what another model found", () => {
  const line = (over: Parameters<typeof check>[1]) =>
    said({ checks: [check("model", { of: "glmm", ...over })] })?.lines[0];

  it("has the odds ratio whose interval decides beside the difference", () => {
    expect(line({})?.result).toBe("20 more (5 to 35); odds ratio 3 (1.2–7.5)");
  });

  it("has the difference without interval where the two disagree", () => {
    expect(line({ differenceInterval: null })?.result).toBe("20 more; odds ratio 3 (1.2–7.5)");
  });

  it("names the model", () => {
    expect(line({})?.of).not.toBe(line({ of: "bayes" })?.of);
  });
});

describe("with any one trial left out", () => {
  const trialsWithout = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ trial: `t${i}`, label: `T${i}` }));
  const without = (count: number) => ({
    lowest: { trial: "a", label: "A", differencePer100: 15 },
    highest: { trial: "b", label: "B", differencePer100: 25 },
    trials: 2,
    of: 6,
    reachesZero: trialsWithout(count),
  });
  const beneath = (count: number, over: Partial<Contrast> = {}) =>
    said({ checks: [...allHold], ...over }, without(count))?.beneath ?? "";

  it.each([
    [0, "15 to 25 more; the interval stays clear of 0"],
    [1, "15 to 25 more; reaches 0 without T0"],
    [3, "15 to 25 more; reaches 0 without any of 3 of 2 trials"],
  ])("says that the interval then reaches 0 in %i", (count, expected) => {
    expect(beneath(count)).toContain(expected);
  });

  it("says the range alone where 0 lies within anyway", () => {
    expect(beneath(3, { differenceInterval: [-2, 40], checks: null })).not.toContain("reaches 0 w");
  });
});

describe("what is said of all checks", () => {
  it("is by how much comparable patients would have to differ, from the end nearest to 0", () => {
    expect(said({ checks: [...allHold] })?.tippingPoint).toContain(
      words.tippingPoint("14 more", "26 more", "responded"),
    );
    const fewer = { differencePer100: -12, differenceInterval: [-20, -3] } as const;
    expect(
      said({ ...fewer, checks: [check("dose", { status: "lost", lostBecause: "smaller" })] }),
    ).toMatchObject({
      strength: "Only 1 check possible: smaller in 1, reversed in none.",
      tippingPoint: words.tippingPoint("3 fewer", "12 fewer", "responded"),
    });
  });

  it("is, where 0 lies within, how probable a higher rate with CAR-T is", () => {
    const open = { differencePer100: 7, differenceInterval: [-6, 30], checks: null } as const;
    expect(said({ ...open, probabilityHigher: 0.84 })?.strength).toBe(
      "Difference unclear: 0 lies within; probability of a higher rate with CAR-T 84 %.",
    );
    expect(said({ ...open, probabilityHigher: null })?.strength).toBe(
      "Difference unclear: 0 lies within.",
    );
  });
});
