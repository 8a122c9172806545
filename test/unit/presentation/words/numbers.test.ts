import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateText } from "#presentation/words/dates.ts";
import { fixed, plain } from "#presentation/words/numbers.ts";

describe("numbers", () => {
  it("have in English the digits that arithmetic gives", () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(percent, fc.constantFrom(0, 1, 2), (value, digits) => {
        expect(fixed(value, digits)).toBe(value.toFixed(digits));
      }),
    );
    // `Intl` alone would round the shortest decimal text of a number, not its exact value.
    for (const value of [8.45, 1.005, 2.675, 0.5, 1.5, 99.95, 1234.5]) {
      for (const digits of [0, 1, 2]) {
        expect(fixed(value, digits)).toBe(value.toFixed(digits));
      }
    }
    for (const value of [0, 3, 12.5, 0.48, 22, 7.4, 1234]) {
      expect(plain(value)).toBe(String(value));
    }
  });
});

describe("dates", () => {
  it("have the month as a word, never confused with the day", () => {
    expect(dateText("2026-11-20")).toBe("20 Nov 2026");
    expect(dateText("2026-02-03")).toBe("3 Feb 2026");
  });
});
