import { describe, expect, it } from "vitest";
import { round10, roundDeep } from "#core/comparison/round.ts";

describe("rounding at the border", () => {
  it.each([
    [1 / 3, 0.3333333333],
    [123456.7890123, 123456.789],
    [1e-12 / 3, 3.333333333e-13],
    [0, 0],
    [415, 415],
    [-2 / 3, -0.6666666667],
  ])("keeps ten significant digits of %d", (value, rounded) => {
    expect(round10(value)).toBe(rounded);
  });

  it("reaches every number of an answer and nothing else", () => {
    const value = { a: [1 / 3, "1/3", null, true], b: { c: 2 / 3 } };
    expect(roundDeep(value)).toEqual({
      a: [0.3333333333, "1/3", null, true],
      b: { c: 0.6666666667 },
    });
  });

  it("leaves what it was given as it is", () => {
    const value = { a: [1 / 3] };
    roundDeep(value);
    expect(value.a[0]).toBe(1 / 3);
  });
});
