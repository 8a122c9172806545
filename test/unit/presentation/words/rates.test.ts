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

it("a range of 100 is simply rounded", () => {
  expect(rangeOf100([0.001, 0.999])).toBe("(0–100)");
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

// The text beside an amount has the direction only where the ends differ in it.
it.each([
  [14.2, 35.8, "14 to 36 more", "14 to 36"],
  [-36, -14, "14 to 36 fewer", "14 to 36"],
  [-50, -0.4, "<1 to 50 fewer", "<1 to 50"],
  [0, 20, "0 to 20 more", "0 to 20"],
  [-12.34, 45.67, "12 fewer to 46 more", "12 fewer to 46 more"],
  [-0.3, 0.4, "<1 fewer to <1 more", "<1 fewer to <1 more"],
])("the interval %d to %d is “%s”, after its amount “%s”", (lower, upper, text, inShort) => {
  expect(differenceRange([lower, upper])).toBe(text);
  expect(differenceWords((lower + upper) / 2, [lower, upper]).range).toBe(inShort);
});

it.each([
  [3.8712, "3.9"],
  [0.4777, "0.48"],
  [22.46, "22.5"],
  [1, "1"],
  [99.96, "100"],
  [234.5, "235"],
  [1234.5, "> 1000"],
  [0.00012, "< 0.001"],
  [1.04, "1.04"],
  [0.996, "0.996"],
])("the ratio %d is %s", (value, text) => {
  expect(ratio(value)).toBe(text);
});

it.each([
  [0.963, "96 %"],
  [0.9901, "> 99 %"],
  [0.99, "99 %"],
  [0.01, "1 %"],
  [0.0099, "< 1 %"],
])("the probability %d is %s and never a certainty", (value, text) => {
  expect(probability(value)).toBe(text);
});
