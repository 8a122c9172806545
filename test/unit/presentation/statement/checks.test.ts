/** The checks of a difference as an opened row and the report say them. */
import { describe, expect, it } from "vitest";
import type { Check, Contrast } from "#core/answer/answer.ts";
import { checkNames, checkStatuses, equalAgeObstacles } from "#core/answer/check-names.ts";
import { checksOf } from "#presentation/statement/checks.ts";
import { english } from "#presentation/words/catalogue.ts";
import { allHold, check, contrast, noContrast, row } from "../../../support/answers.ts";

const said = (over: Partial<Contrast>, without: Parameters<typeof checksOf>[1] = null) => {
  const clear = { differencePer100: 26, differenceInterval: [14, 36] } as const;
  return checksOf(row({ contrasts: [contrast({ ...clear, ...over })] }), without, english);
};
const line = (one: Check) => said({ checks: [one] })?.lines[0];

it("are none without a difference", () => {
  expect(checksOf(row({ contrasts: [noContrast] }), null, english)).toBeNull();
});

describe("what is said of all checks", () => {
  it("is how many hold, and by how much comparable patients would have to differ", () => {
    expect(said({ checks: [...allHold] })?.text).toBe(
      "Holds in 5 of 5 checks. The interval would reach 0 if, in comparable patients, 14 more of 100 given bispecifics responded; the difference itself would vanish at 26 more.",
    );
    const fewer = { differencePer100: -12, differenceInterval: [-20, -3] } as const;
    expect(said({ ...fewer, checks: [check("dose", { status: "lost" })] })?.text).toBe(
      "Holds in 0 of 1 check. The interval would reach 0 if, in comparable patients, 3 fewer of 100 given bispecifics responded; the difference itself would vanish at 12 fewer.",
    );
  });

  it("is the probability where 0 lies within, and no tipping point", () => {
    const open = { differencePer100: 7, differenceInterval: [-6, 30] } as const;
    expect(said({ ...open, probabilityHigher: 0.83 })).toEqual({
      text: "0 lies within; probability that CAR-T is higher 83 %, if the trials were comparable.",
      lines: [],
    });
  });

  it("has the range with any one trial left out, where that is known", () => {
    const range = (differencePer100: number) => ({ differencePer100 });
    const without = { lowest: range(20.2), highest: range(28.9) } as Parameters<typeof checksOf>[1];
    expect(said({ checks: [...allHold] }, without)?.text).toContain(
      "Holds in 5 of 5 checks. With any one trial left out: 20 to 29 more. The interval",
    );
  });
});

describe("a check", () => {
  it("has its name, how it ended, and the difference that it found", () => {
    expect(line(check("dose"))).toEqual({
      name: "Recommended doses only",
      status: "holds",
      result: "20 more (5 to 35 more)",
    });
  });

  it("names the run that is shown, and how much could be asked", () => {
    const found = { differencePer100: 11, differenceInterval: [-18, 28] } as const;
    const product = { ...found, of: "cilta-cel", status: "lost", asked: 3, total: 5 } as const;
    expect(line(check("product", product))).toEqual({
      name: "Without each product in turn",
      status: "lost",
      result: "without cilta-cel: 11 more (18 fewer to 28 more); asked for 3 of 5",
    });
    expect(line(check("place", { of: "eu", asked: 2 }))?.result).toBe(
      "in the EU: 20 more (5 to 35 more)",
    );
    expect(line(check("place", { of: "approved", asked: 2 }))?.result).toBe(
      "approved anywhere: 20 more (5 to 35 more)",
    );
    expect(line(check("equal-age", { of: "62", asked: 8, total: 9 }))?.result).toBe(
      "at 62 years: 20 more (5 to 35 more); of 8 trials that print a median age",
    );
  });

  it("says what is assumed of those whose number collected is not known", () => {
    const assumed = { asked: 2, total: 4, assumedPer100: 89.3 };
    expect(line(check("collected", assumed))?.result).toBe(
      "20 more (5 to 35 more); collected known for 2 of 4 trials; for the rest 89 of 100 assumed infused",
    );
    expect(line(check("collected", { asked: 4, total: 4 }))?.result).toBe("20 more (5 to 35 more)");
  });

  const nothing = { of: null, differencePer100: null, differenceInterval: null, oddsRatio: null };

  it("that changes no figure, or cannot be asked, has no number", () => {
    expect(line(check("papers", { ...nothing, status: "same" }))).toMatchObject({
      status: "the same figures",
      result: "",
    });
    const few = { ...nothing, status: "cannot-be-asked", asked: 4, total: 9 } as const;
    expect(line(check("equal-age", { ...few, because: "few-trials" }))).toEqual({
      name: "At equal age",
      status: "cannot be asked",
      result: "fewer than four trials of a class print a median age",
    });
  });

  it("of equal age that cannot be asked says why, each its own", () => {
    const reasons = equalAgeObstacles.map(
      (because) =>
        line(check("equal-age", { ...nothing, status: "cannot-be-asked", because }))?.result,
    );
    expect(reasons).toContain("the median ages of the classes do not overlap");
    expect(new Set(reasons).size).toBe(equalAgeObstacles.length);
    for (const text of reasons) expect(text).toMatch(/^[a-z ]+$/);
  });

  it("has words for every name and every end of it, each its own", () => {
    const names = checkNames.map((name) => line(check(name))?.name);
    const ends = checkStatuses.map((status) => line(check("dose", { status }))?.status);
    expect(new Set(names).size).toBe(checkNames.length);
    expect(new Set(ends).size).toBe(checkStatuses.length);
    for (const text of [...names, ...ends]) expect(text).toMatch(/^[A-Za-z, ]+$/);
  });
});
