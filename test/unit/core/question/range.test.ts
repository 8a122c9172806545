import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRange, isWithinRange, parseRange } from "#core/question/range.ts";
import { anyText } from "../../../support/hostile-text.ts";
import { runsOf } from "../../../support/sample.ts";

describe("a range in text", () => {
  it.each([
    ["3-5", { min: 3, max: 5 }],
    ["-3", { min: null, max: 3 }],
    ["5-5", { min: 5, max: 5 }],
    ["2.5-3.25", { min: 2.5, max: 3.25 }],
    ["03-5.0", { min: 3, max: 5 }],
  ])("%s is read", (text, range) => {
    expect(parseRange(text)).toEqual(range);
  });

  it.each([
    ...["", " 3-5", "3-5 ", "3-5\n", "3 - 5", "٣-٥", "\uFF13-\uFF15"],
    ..."- -- 5 5-3 3–5 3-5-7 --3 -3-5 a-b 3-b +3-5 1e1- .5- 5.- 0x3-".split(" "),
    ..."NaN- Infinity- 10000- 3.125- 3,5-".split(" "),
  ])("%j is refused", (text) => {
    expect(parseRange(text)).toBeNull();
  });

  it("never throws, and what it reads is ordered and finite, for any string", () => {
    const text = fc.oneof(
      anyText,
      fc.stringMatching(/^[0-9.-]{0,9}$/),
      fc.stringMatching(/^\d{0,4}(\.\d{1,2})?-\d{0,4}$/),
    );
    fc.assert(
      fc.property(text, (written) => {
        const range = parseRange(written);
        if (range === null) return;
        const { min, max } = range;
        expect(min === null && max === null).toBe(false);
        for (const end of [min, max]) expect(end === null || Number.isFinite(end)).toBe(true);
        if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max);
      }),
      { numRuns: runsOf(2000) },
    );
  });

  it("has one canonical text that reads back as the same range", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,3}(\.\d{1,2})?-(\d{1,3}(\.\d{1,2})?)?$/), (written) => {
        const range = parseRange(written);
        if (range === null) return;
        const text = formatRange(range);
        expect(parseRange(text)).toEqual(range);
        expect(formatRange(parseRange(text) ?? range)).toBe(text);
      }),
      { numRuns: runsOf(2000) },
    );
  });
});

describe("a value in a range", () => {
  it.each([
    [5, "3-5", true],
    [2.9, "3-5", false],
    [5.1, "3-5", false],
    [3.99, "4-", false],
    [3.5, "-3", false],
    [0, "-3", true],
  ])("%d in %s: %s", (value, text, inside) => {
    expect(isWithinRange(value, parseRange(text) ?? { min: 1, max: 0 })).toBe(inside);
  });
});
