import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notFinite } from "../not-finite.ts";
import { mirrored, ordinaryStudies, studies } from "./arbitraries.ts";
import { MODELS, type Pooled } from "./models.ts";

/** The pool. Data for which the model has no pool are skipped by `fc.pre`. */
const fitted = (result: Pooled | string): Pooled => {
  if (typeof result === "string") return fc.pre(false) as never;
  return result;
};

const runs = { numRuns: 25 };

describe.each(MODELS.map((model) => [model.name, model] as const))(
  "%s",
  (_, { pool, everything }) => {
    test("the order of studies does not matter", () => {
      fc.assert(
        fc.property(ordinaryStudies(), (data) => {
          const [a, b] = [fitted(pool(data)), fitted(pool(data.toReversed()))];
          expect(b.estimate).toBeCloseTo(a.estimate, 9);
          expect(b.interval[0]).toBeCloseTo(a.interval[0], 8);
          expect(b.interval[1]).toBeCloseTo(a.interval[1], 8);
        }),
        runs,
      );
    });

    test("non-events instead of events mirror estimate and interval", () => {
      fc.assert(
        fc.property(ordinaryStudies(), (data) => {
          const [a, b] = [fitted(pool(data)), fitted(pool(mirrored(data)))];
          // The tolerance is that of the least accurate model, the Bayesian quadrature.
          expect(Math.abs(b.estimate - (1 - a.estimate))).toBeLessThan(2e-5);
          expect(Math.abs(b.interval[0] - (1 - a.interval[1]))).toBeLessThan(2e-5);
          expect(Math.abs(b.interval[1] - (1 - a.interval[0]))).toBeLessThan(2e-5);
        }),
        runs,
      );
    });

    test("any valid counts give finite figures in order, or a status", () => {
      fc.assert(
        fc.property(studies(), (data) => {
          const result = pool(data);
          expect(notFinite(everything(data))).toEqual([]);
          if (typeof result === "string") return;
          const { estimate, interval, tau2 } = result;
          expect(interval[0]).toBeLessThanOrEqual(estimate + 1e-12);
          expect(interval[1]).toBeGreaterThanOrEqual(estimate - 1e-12);
          expect(interval[0]).toBeGreaterThanOrEqual(0);
          expect(interval[1]).toBeLessThanOrEqual(1);
          if (tau2 !== null) expect(tau2).toBeGreaterThanOrEqual(0);
        }),
        runs,
      );
    });

    test("a higher level widens the interval around the same estimate", () => {
      fc.assert(
        fc.property(ordinaryStudies(3), (data) => {
          const [narrow, wide] = [fitted(pool(data, 0.8)), fitted(pool(data, 0.95))];
          expect(wide.estimate).toBeCloseTo(narrow.estimate, 12);
          expect(wide.interval[0]).toBeLessThanOrEqual(narrow.interval[0]);
          expect(wide.interval[1]).toBeGreaterThanOrEqual(narrow.interval[1]);
        }),
        runs,
      );
    });

    test("without studies there is a status, not a number", () => {
      expect(pool([])).toBe("no-cohorts");
    });

    test.each([
      { events: 4, n: 3 },
      { events: 0, n: 0 },
    ])("%o is refused by name", (invalid) => {
      expect(() => pool([{ events: 1, n: 2 }, invalid])).toThrow("studies[1].");
    });
  },
);
