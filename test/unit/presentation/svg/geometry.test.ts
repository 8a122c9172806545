import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { across, diamond, placeOn, sideOf, uprights } from "#presentation/svg/geometry.ts";

const axis = { start: 502, end: 770 };

describe("the axis", () => {
  it("runs from none to all", () => {
    expect(placeOn(axis, 0)).toBe(axis.start);
    expect(placeOn(axis, 1)).toBe(axis.end);
    expect(placeOn(axis, 0.5)).toBe((axis.start + axis.end) / 2);
  });

  it("is never left, not even by rounding", () => {
    expect(placeOn(axis, 1.0000001)).toBe(axis.end);
    expect(placeOn(axis, -0.0000001)).toBe(axis.start);
  });

  it("is linear", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        const expected = (one - other) * (axis.end - axis.start);
        expect(placeOn(axis, one) - placeOn(axis, other)).toBeCloseTo(expected, 8);
      }),
    );
  });
});

describe("squares", () => {
  it("have areas in the proportion of the weights", () => {
    expect((sideOf(40, 40) / sideOf(10, 40)) ** 2).toBeCloseTo(4, 10);
    expect((sideOf(30, 100) / sideOf(20, 100)) ** 2).toBeCloseTo(1.5, 10);
  });

  it("can be seen however little they weigh", () => {
    expect(sideOf(0, 100)).toBeGreaterThan(2);
    expect(sideOf(0, 0)).toBeGreaterThan(2);
  });
});

describe("paths", () => {
  /** Where a path of relative lines goes, from its beginning. */
  const corners = (path: string) => {
    const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, index) => {
      x += numbers[2 * index] ?? 0;
      y += numbers[2 * index + 1] ?? 0;
      return [x, y];
    });
  };

  it("lead from one place to the other", () => {
    expect(across(6, [1, 9])).toBe("M1 6H9");
    expect(uprights([0, 50], 11, 1)).toBe("M0 11V1M50 11V1");
  });

  it("make a diamond as wide as the interval, highest at the estimate", () => {
    expect(corners(diamond(2, 5, 7.5))).toEqual([
      [2, -7.5],
      [7, 0],
      [2, 7.5],
    ]);
  });
});
