import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  differenceRange,
  differenceWords,
  rangeOf100,
  rateOf100,
  signedDifference,
} from "#presentation/words/rates.ts";
import { probability, ratio } from "#presentation/words/ratios.ts";

describe("a rate of 100", () => {
  it.each([
    [0, "0"],
    [1e-9, "<1"],
    [0.004, "<1"],
    [0.00999, "<1"],
    [0.01, "1"],
    [0.014, "1"],
    [0.015, "2"],
    [0.5, "50"],
    [0.925, "93"],
    [0.994, "99"],
    [0.995, ">99"],
    [0.9999, ">99"],
    [1, "100"],
  ])("%d is %s", (rate, text) => {
    expect(rateOf100(rate)).toBe(text);
  });

  it("is 0 only for none and 100 only for all", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (rate) => {
        const text = rateOf100(rate);
        expect(text === "0").toBe(rate === 0);
        if (text === "100") expect(rate).toBeGreaterThan(1 - 1e-12);
        expect(text).toMatch(/^(?:<1|>99|\d{1,2}|100)$/);
      }),
    );
  });
});

describe("a range of 100", () => {
  it.each([
    [[0.821, 0.968], "(82–97)"],
    [[0, 0.04], "(0–4)"],
    [[0.001, 0.999], "(0–100)"],
  ] as const)("%j is %s", (interval, text) => {
    expect(rangeOf100(interval)).toBe(text);
  });
});

/** In steps of 0.1 % and finer, as in real estimates, and values that are hard to round. */
const differences = fc.oneof(
  fc.integer({ min: -9999, max: 9999 }).map((steps) => steps / 100),
  fc.double({ min: -100, max: 100, noNaN: true }),
);

describe("a difference", () => {
  it.each([
    [26.6, "27 more"],
    [-26.6, "27 fewer"],
    [0.5, "1 more"],
    [-0.5, "1 fewer"],
    [0.2, "<1 more"],
    [-0.2, "<1 fewer"],
    [0, "0 more"],
  ] as const)("of %d is %s", (difference, text) => {
    expect(signedDifference(difference)).toBe(text);
    expect(differenceWords(difference, [-100, 100]).amount).toBe(text);
  });

  it("never says more for fewer, nor none for some, and is off by a half at most", () => {
    fc.assert(
      fc.property(differences, (difference) => {
        const text = signedDifference(difference);
        expect(text === "0 more").toBe(difference === 0);
        if (difference === 0) return;
        const [size = "", word] = text.split(" ");
        expect(word).toBe(difference > 0 ? "more" : "fewer");
        expect(size).toMatch(/^(?:<1|[1-9]\d*)$/);
        const printed = size === "<1" ? 0 : Number(size);
        expect(Math.abs(Math.abs(difference) - printed)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("the interval of a difference", () => {
  const range = (lower: number, upper: number) => differenceRange([lower, upper]);

  it.each([
    [14.2, 35.8, "14 to 36 more"],
    [-50, -0.4, "<1 to 50 fewer"],
    [-50.2, -12.4, "12 to 50 fewer"],
    [-12, 45, "12 fewer to 45 more"],
    [0, 20, "0 to 20 more"],
    [0.2, 20, "<1 to 20 more"],
    [-0.3, 0.3, "<1 fewer to <1 more"],
    [-0.4, 5, "<1 fewer to 5 more"],
  ])("%d to %d is %s", (lower, upper, text) => {
    expect(range(lower, upper)).toBe(text);
  });

  it("is in whole patients, as the intervals of the rates are", () => {
    expect(range(-12.34, 45.67)).toBe("12 fewer to 46 more");
  });

  it("runs from the smaller to the larger size on one side of zero", () => {
    expect(range(-36, -14)).toBe("14 to 36 fewer");
  });

  it("after its amount has the direction only where the ends differ in it", () => {
    const short = (lower: number, upper: number) =>
      differenceWords((lower + upper) / 2, [lower, upper]).range;
    expect(short(14.2, 35.8)).toBe("14 to 36");
    expect(short(-36, -14)).toBe("14 to 36");
    expect(short(0, 20)).toBe("0 to 20");
    expect(short(-12, 45)).toBe("12 fewer to 45 more");
    expect(short(-0.4, 5)).toBe("<1 fewer to 5 more");
  });
});

describe("a ratio", () => {
  it.each([
    [3.8712, "3.9"],
    [0.4777, "0.48"],
    [22.04, "22"],
    [22.46, "22.5"],
    [1, "1"],
    [99.96, "100"],
    [234.5, "235"],
    [1234.5, "> 1000"],
    [0.00012, "< 0.001"],
    [1.04, "1.04"],
    [0.996, "0.996"],
    [0.0312, "0.031"],
  ])("%d is %s", (value, text) => {
    expect(ratio(value)).toBe(text);
  });
});

describe("a probability", () => {
  it.each([
    [0.963, "96 %"],
    [0.5, "50 %"],
    [0.9901, "> 99 %"],
    [1, "> 99 %"],
    [0.99, "99 %"],
    [0.01, "1 %"],
    [0.0099, "< 1 %"],
    [0, "< 1 %"],
  ])("%d is %s and never a certainty", (value, text) => {
    expect(probability(value)).toBe(text);
  });
});
