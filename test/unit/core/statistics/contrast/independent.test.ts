import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betweenGroupsQ } from "#core/statistics/contrast/independent.ts";

const group = fc.record({
  estimate: fc.double({ min: -8, max: 8, noNaN: true }),
  se: fc.double({ min: 0.01, max: 3, noNaN: true }),
});

describe("the test between groups", () => {
  test("needs two of them", () => {
    expect(betweenGroupsQ([])).toBeNull();
    expect(betweenGroupsQ([{ estimate: 1, se: 1 }])).toBeNull();
  });

  test("of two groups is the squared difference over the sum of the variances", () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const direct = (a.estimate - b.estimate) ** 2 / (a.se ** 2 + b.se ** 2);
        expect(betweenGroupsQ([a, b])?.q).toBeCloseTo(direct, 6);
      }),
    );
  });

  test("finds nothing between equal groups", () => {
    const same = { estimate: 0.4, se: 0.2 };
    const result = betweenGroupsQ([same, same, same]);
    expect(result?.q).toBeCloseTo(0, 12);
    expect(result?.df).toBe(2);
    expect(result?.p).toBeCloseTo(1, 12);
  });

  test("gives a probability, the same in any order", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (groups) => {
        const result = betweenGroupsQ(groups);
        expect(result?.p).toBeGreaterThanOrEqual(0);
        expect(result?.p).toBeLessThanOrEqual(1);
        expect(betweenGroupsQ(groups.toReversed())?.p).toBeCloseTo(result?.p ?? -1, 9);
      }),
    );
  });
});
