import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIncreasingRoot } from "#core/statistics/special/arithmetic.ts";
import { betaQuantile, incompleteBeta } from "#core/statistics/special/beta.ts";
import { logChoose } from "#core/statistics/special/gamma.ts";
import { normalCdf, normalQuantile } from "#core/statistics/special/normal.ts";

test("the normal quantile inverts the distribution function and is odd", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 8);
    }),
  );
});

test("the normal quantile refuses what has no quantile", () => {
  for (const p of [0, 1, -0.1, 1.1, Number.NaN])
    expect(() => normalQuantile(p)).toThrow(RangeError);
});

const shape = fc.oneof(
  fc.double({ min: 0.5, max: 20, noNaN: true }),
  fc.double({ min: 20, max: 1e6, noNaN: true }),
);

test("the beta quantile inverts the incomplete beta function", () => {
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 5e-4, max: 0.9995, noNaN: true }), (a, b, p) => {
      const x = betaQuantile(p, a, b);
      // Near 1 the spacing of doubles, not the method, limits the accuracy of x.
      fc.pre(x < 0.99);
      expect(Math.abs(incompleteBeta(a, b, x) - p)).toBeLessThan(1e-9);
    }),
  );
});

test("the incomplete beta function is symmetric, monotone and 0 and 1 at its ends", () => {
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, x) => {
      const value = incompleteBeta(a, b, x);
      expect(incompleteBeta(b, a, 1 - x)).toBeCloseTo(1 - value, 9);
      expect(incompleteBeta(a, b, Math.min(1, x + 0.005))).toBeGreaterThanOrEqual(value - 1e-12);
    }),
  );
  expect(incompleteBeta(2, 3, 0)).toBe(0);
  expect(incompleteBeta(2, 3, 1)).toBe(1);
});

test("quantiles of probability 0 and 1 are the ends", () => {
  expect(betaQuantile(0, 2, 3)).toBe(0);
  expect(betaQuantile(1, 2, 3)).toBe(1);
});

test("binomial coefficients: Pascal's rule, also at a million", () => {
  for (const n of [5, 40, 1000, 1_000_000]) {
    const events = Math.floor(n / 3);
    const ratio = Math.exp(logChoose(n, events + 1) - logChoose(n, events));
    expect(ratio / ((n - events) / (events + 1))).toBeCloseTo(1, 8);
  }
  expect(Math.exp(logChoose(5, 2))).toBeCloseTo(10, 12);
  expect(logChoose(7, 0)).toBeCloseTo(0, 13);
});

describe("findIncreasingRoot", () => {
  test("finds a root from either side, with and without a bracket", () => {
    const cubic = (x: number) => ({ value: x * x * x - 8, slope: 3 * x * x });
    for (const start of [-30, 0, 1, 2, 50]) {
      expect(findIncreasingRoot(cubic, start, 1e-12)).toBeCloseTo(2, 10);
      expect(findIncreasingRoot(cubic, start, 1e-12, [-100, 100])).toBeCloseTo(2, 10);
    }
  });

  test("does not leave a root it started on", () => {
    expect(findIncreasingRoot((x) => ({ value: x, slope: 1 }), 0, 1e-13, [0, 1])).toBe(0);
  });

  test("bisects where the slope is useless", () => {
    const step = (x: number) => ({ value: Math.tanh(50 * (x - 0.3)), slope: 0 });
    expect(findIncreasingRoot(step, 0.9, 1e-10, [0, 1])).toBeCloseTo(0.3, 8);
  });
});
