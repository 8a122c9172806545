/** Numbers in print: none is rounded to 0 or to all, and none changes its direction. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import {
  formatPlainNumber,
  formatProbability,
  formatRatioValue,
} from "#presentation/words/numbers.ts";
import {
  formatDifferenceRange,
  formatMoreOrFewer,
  formatRate,
  formatRateIntervalInBrackets,
  makeDifferenceTexts,
} from "#presentation/words/rates.ts";

it("a number of the evidence has all of its digits, and none of arithmetic", () => {
  expect([12.5, 0.1 + 0.2, 120].map(formatPlainNumber)).toEqual(["12.5", "0.3", "120"]);
});

const printed = {
  rate: formatRate,
  difference: formatMoreOrFewer,
  ratio: formatRatioValue,
  probability: formatProbability,
};

it.each<[keyof typeof printed, number, string]>([
  ["rate", 0.00999, "<1"],
  ["rate", 0.01, "1"],
  ["rate", 0.015, "2"],
  ["rate", 0.994, "99"],
  ["rate", 0.995, ">99"],
  ["rate", 1, "100"],
  ["difference", -0.5, "1 fewer"],
  ["difference", 0, "0 more"],
  ["ratio", 99.96, "100"],
  ["ratio", 0.00012, "< 0.001"],
  ["probability", 0.9901, "> 99 %"],
  ["probability", 0.99, "99 %"],
  ["probability", 0.01, "1 %"],
  ["probability", 0.0099, "< 1 %"],
])("the %s %d is %s", (kind, value, text) => {
  expect(printed[kind](value)).toBe(text);
});

it("a rate is 0 only for none and 100 only for all, and off by a half at most; a range is simply rounded", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (rate) => {
      const text = formatRate(rate);
      expect(text === "0").toBe(rate === 0);
      if (text === "100") expect(rate).toBeGreaterThan(1 - 1e-12);
      expect(text).toMatch(/^(?:<1|>99|\d{1,2}|100)$/);
      if (/^\d/.test(text)) {
        expect(Math.abs(100 * rate - Number(text))).toBeLessThanOrEqual(0.5 + 1e-9);
      }
    }),
  );
  expect(formatRateIntervalInBrackets([0.001, 0.999])).toBe("(0–100)");
});

/** Makes differences in steps of 0.01, finer than those that are printed, and values that are hard to round. */
const differences = fc.oneof(
  fc.integer({ min: -9999, max: 9999 }).map((steps) => steps / 100),
  fc.double({ min: -100, max: 100, noNaN: true }),
);

it("a difference is never more for fewer, nor none for some, and is off by a half at most", () => {
  fc.assert(
    fc.property(differences, (difference) => {
      const text = formatMoreOrFewer(difference);
      expect(makeDifferenceTexts(difference, [-100, 100]).amount).toBe(text);
      expect(text === "0 more").toBe(difference === 0);
      if (difference === 0) return;
      const [size = "", word] = text.split(" ");
      expect(word).toBe(difference > 0 ? "more" : "fewer");
      expect(size).toMatch(/^(?:<1|[1-9]\d*)$/);
      const whole = size === "<1" ? 0 : Number(size);
      expect(Math.abs(Math.abs(difference) - whole)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
    { numRuns: 5000 },
  );
});

// The text beside an amount has the direction only where the ends differ in it.
it.each([
  [-50, -0.4, "<1 to 50 fewer", "<1 to 50"],
  [0, 20, "0 to 20 more", "0 to 20"],
  [-0.3, 0.4, "<1 fewer to <1 more", "<1 fewer to <1 more"],
])("the interval %d to %d is “%s”, after its amount “%s”", (lower, upper, text, inShort) => {
  expect(formatDifferenceRange([lower, upper])).toBe(text);
  expect(makeDifferenceTexts((lower + upper) / 2, [lower, upper]).range).toBe(inShort);
});

it("dates have the month as a word, never confused with the day", () => {
  expect(["2026-11-20", "2026-02-03"].map(formatDate)).toEqual(["20 Nov 2026", "3 Feb 2026"]);
});
