import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundNumbersDeep, roundToAnswerPrecision } from "#core/answer/round.ts";

describe("rounding at the border", () => {
  it.each([
    [1 / 3, 0.333333],
    [-0, 0],
    [1e-6 / 3, 3.333e-7],
    [-1e-12 / 3, 0],
    // The end of one interval, as Node and workerd compute it.
    [0.0016942379412511, 0.00169424],
    [0.0016942379406832, 0.00169424],
  ])("keeps six significant digits and ten decimals of %d", (value, rounded) => {
    expect(roundToAnswerPrecision(value)).toBe(rounded);
  });

  const numbers = fc.oneof(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1e-8, max: 1e-8, noNaN: true }),
    fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  );

  it("moves a number by half a step at most, and a rounded one not at all", () => {
    fc.assert(
      fc.property(numbers, (value) => {
        const rounded = roundToAnswerPrecision(value);
        const step = Math.max(1e-10, 10 ** (Math.floor(Math.log10(Math.abs(value))) - 5));
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(step * 0.5000001);
        expect(roundToAnswerPrecision(rounded)).toBe(rounded);
      }),
    );
  });

  it("writes six significant digits and ten decimals at most, whatever the number", () => {
    fc.assert(
      fc.property(numbers, (value) => {
        const [digits = "", exponent = "0"] = JSON.stringify(roundToAnswerPrecision(value)).split(
          "e",
        );
        const decimals = (digits.split(".")[1] ?? "").length - Number(exponent);
        expect(decimals).toBeLessThanOrEqual(10);
        expect(digits.replace(/^-?0?\.?0*|[.-]/g, "").length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it("gives one number for two that differ by the error of an engine, but for a tie", () => {
    const error = fc.double({ min: -1e-14, max: 1e-14, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -0.1, max: 0.1, noNaN: true }), error, (value, off) => {
        const size = Math.max(Math.abs(value), 1e-5);
        const step = 10 ** (Math.floor(Math.log10(size)) - 5);
        const fraction = Math.abs((value / step) % 1);
        fc.pre(Math.abs(fraction - 0.5) > 1e-3);
        expect(roundToAnswerPrecision(value + off)).toBe(roundToAnswerPrecision(value));
      }),
    );
  });

  it("reaches every number of an answer and nothing else", () => {
    const value = { a: [1 / 3, "1/3", null, true], b: { c: 2 / 3 } };
    expect(roundNumbersDeep(value)).toEqual({
      a: [0.333333, "1/3", null, true],
      b: { c: 0.666667 },
    });
  });

  it("keeps six digits of a P value, however small it is", () => {
    expect(roundNumbersDeep({ pValue: 1e-20 / 3, difference: 1e-20 / 3 })).toEqual({
      pValue: 3.33333e-21,
      difference: 0,
    });
    expect(roundNumbersDeep({ pValue: null })).toEqual({ pValue: null });
  });

  it("keeps all digits of a count", () => {
    expect(roundToAnswerPrecision(12_345_678)).toBe(12_345_678);
  });

  it("leaves what it was given as it is", () => {
    const value = { a: [1 / 3] };
    roundNumbersDeep(value);
    expect(value.a[0]).toBe(1 / 3);
  });
});
