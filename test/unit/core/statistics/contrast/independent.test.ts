import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betweenGroupsQ, moverDifference } from "#core/statistics/contrast/independent.ts";

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

describe("limits of a difference", () => {
  const rate = fc
    .tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 1, noNaN: true })))
    .map((three) => {
      const [lower = 0, estimate = 0, upper = 0] = three.toSorted((a, b) => a - b);
      return { estimate, interval: [lower, upper] as const };
    });
  const correlation = fc.double({ min: -1, max: 1, noNaN: true });

  test("of two rates hold it, and lie between −1 and 1 whatever the correlation", () => {
    fc.assert(
      fc.property(rate, rate, correlation, (a, b, r) => {
        const [lower, upper] = moverDifference(a, b, r);
        expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(lower).toBeLessThanOrEqual(a.estimate - b.estimate);
        expect(upper).toBeGreaterThanOrEqual(a.estimate - b.estimate);
        expect(upper).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("are nearer for estimates that vary together, and those of independent ones without a correlation", () => {
    const [a, b] = [
      { estimate: 0.7, interval: [0.6, 0.8] as const },
      { estimate: 0.4, interval: [0.3, 0.5] as const },
    ];
    const half = Math.hypot(0.1, 0.1);
    expect(moverDifference(a, b)[0]).toBeCloseTo(0.3 - half, 12);
    expect(moverDifference(a, b)).toEqual(moverDifference(a, b, 0));
    // For symmetric limits the variance of the difference is s² + s² − 2rs².
    expect(moverDifference(a, b, 0.5)[1]).toBeCloseTo(0.4, 12);
    expect(moverDifference(a, b, 1)[1]).toBeCloseTo(0.3, 7);
  });
});
