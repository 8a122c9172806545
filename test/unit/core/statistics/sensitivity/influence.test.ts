import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { influence } from "#core/statistics/sensitivity/influence.ts";
import { notFinite } from "../../../../support/finite.ts";
import { cohorts, copies, someStudies, tau2Method } from "./studies.ts";

const REML = { method: "REML" } as const;

describe("degenerate input", () => {
  test("no cohort, and one, of which nothing is left", () => {
    expect(influence([], REML)).toEqual({ status: "no-cohorts" });
    expect(influence(cohorts([3, 9]), REML)).toEqual({ status: "one-cohort" });
  });

  test("two cohorts: each is predicted by the other", () => {
    const [a, b] = [
      { yi: Math.log(3 / 6), vi: 1 / 3 + 1 / 6 },
      { yi: Math.log(8 / 2), vi: 1 / 8 + 1 / 2 },
    ];
    const result = influence(cohorts([3, 9], [8, 10]), REML);
    if (result.status !== "ok") throw new Error(result.status);
    const [first, second] = result.studies;
    expect(first?.without.mu).toBeCloseTo(b.yi, 12);
    expect(first?.without.tau2).toBe(0);
    expect(first?.rstudent).toBeCloseTo((a.yi - b.yi) / Math.sqrt(a.vi + b.vi), 12);
    expect(second?.rstudent).toBeCloseTo((b.yi - a.yi) / Math.sqrt(a.vi + b.vi), 12);
    expect(notFinite(result)).toEqual([]);
  });

  test("equal studies have no influence", () => {
    for (const study of cohorts([3, 10], [0, 7], [7, 7])) {
      const result = influence(copies(study, 5), REML);
      if (result.status !== "ok") throw new Error(result.status);
      for (const one of result.studies) {
        expect(one.rstudent).toBeCloseTo(0, 12);
        expect(one.rstandard).toBeCloseTo(0, 12);
        expect(one.dffits).toBeCloseTo(0, 12);
        expect(one.dfbetas).toBeCloseTo(0, 12);
        expect(one.cookDistance).toBeCloseTo(0, 12);
        expect(one.hat).toBeCloseTo(1 / 5, 12);
        expect(one.weight).toBeCloseTo(20, 12);
        expect(one.covRatio).toBeCloseTo(5 / 4, 12);
      }
    }
  });

  test("a cohort of a thousand million next to two of three", () => {
    const result = influence(cohorts([1, 3], [4e8, 1e9], [3, 3]), { ...REML, method: "FE" });
    expect(result.status).toBe("ok");
    expect(notFinite(result)).toEqual([]);
  });

  test("refuses invalid counts", () => {
    expect(() => influence(cohorts([1, 3], [4, 3]), REML)).toThrow("studies[1].events ");
  });
});

describe("random data", () => {
  const results = fc
    .record({ studies: someStudies, method: tau2Method })
    .map(({ studies, ...options }) => ({
      studies,
      options,
      result: influence(studies, options),
    }));

  test("every figure is finite, weights and leverages add up", () => {
    fc.assert(
      fc.property(results, ({ result }) => {
        expect(notFinite(result)).toEqual([]);
        if (result.status !== "ok") return;
        const sum = (of: "hat" | "weight") =>
          result.studies.reduce((total, study) => total + study[of], 0);
        expect(sum("hat")).toBeCloseTo(1, 9);
        expect(sum("weight")).toBeCloseTo(100, 7);
        for (const { cookDistance, covRatio } of result.studies) {
          expect(cookDistance).toBeGreaterThanOrEqual(0);
          expect(covRatio).toBeGreaterThan(0);
        }
      }),
    );
  });

  test("the pool without a study is that of the other studies", () => {
    fc.assert(
      fc.property(results, ({ studies, options, result }) => {
        if (result.status !== "ok") return;
        const others = poolInverseVariance(studies.slice(1), {
          ...options,
          test: "z",
        });
        expect(others).toMatchObject({ mu: result.studies[0]?.without.mu });
      }),
    );
  });

  test("without τ² both standardised residuals are the same", () => {
    fc.assert(
      fc.property(someStudies, (studies) => {
        const result = influence(studies, { ...REML, method: "FE" });
        if (result.status !== "ok") return;
        for (const { rstudent, rstandard } of result.studies) {
          expect(rstudent).toBeCloseTo(rstandard, 6);
        }
      }),
    );
  });
});
