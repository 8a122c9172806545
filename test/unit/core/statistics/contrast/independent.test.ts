import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recoverDifferenceInterval } from "#core/statistics/contrast/pools.ts";

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
        const [lower, upper] = recoverDifferenceInterval(a, b, r);
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
    expect(recoverDifferenceInterval(a, b)[0]).toBeCloseTo(0.3 - half, 12);
    expect(recoverDifferenceInterval(a, b)).toEqual(recoverDifferenceInterval(a, b, 0));
    // For symmetric limits the variance of the difference is s² + s² − 2rs².
    expect(recoverDifferenceInterval(a, b, 0.5)[1]).toBeCloseTo(0.4, 12);
    expect(recoverDifferenceInterval(a, b, 1)[1]).toBeCloseTo(0.3, 7);
  });
});
