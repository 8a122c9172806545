import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { logits } from "#core/statistics/scales.ts";
import { trimAndFill } from "#core/statistics/sensitivity/trim-and-fill.ts";
import type { Study } from "#core/statistics/study.ts";
import { notFinite } from "../../../../support/finite.ts";
import { mirrored } from "../arbitraries.ts";
import { cohorts, copies, ELEVEN, someStudies, tau2Method } from "./studies.ts";

const DL = { method: "DL", test: "z" } as const;
const side = fc.constantFrom("left", "right", "auto");

/** Reverses the order of studies, but keeps the order of those with equal effects. */
function reversedButEqual(studies: readonly Study[]): Study[] {
  const effects = logits(studies).map(({ yi }) => yi);
  const equalTo = (yi: number) => studies.filter((_, i) => effects[i] === yi);
  const seen = new Map<number, number>();
  return effects.toReversed().map((yi) => {
    const place = seen.get(yi) ?? 0;
    seen.set(yi, place + 1);
    return equalTo(yi)[place] as Study;
  });
}

describe("degenerate input", () => {
  test("fewer than three studies", () => {
    for (const k of [0, 1, 2]) {
      expect(trimAndFill(ELEVEN.slice(0, k), DL)).toEqual({
        status: "not-assessed",
        reason: "fewer-than-3-studies",
        k,
      });
    }
    expect(trimAndFill(ELEVEN.slice(0, 3), DL)).toMatchObject({ status: "assessed" });
  });

  test("equal studies have no side, and none is missing on either", () => {
    const equal = copies({ events: 3, n: 10 }, 6);
    expect(trimAndFill(equal, DL)).toMatchObject({ reason: "no-variation-in-precision" });
    for (const chosen of ["left", "right"] as const) {
      const result = trimAndFill(equal, { ...DL, side: chosen });
      expect(result).toMatchObject({ side: chosen, k0: 0, filled: [], tau2: 0 });
      expect(notFinite(result)).toEqual([]);
    }
  });

  test("equal proportions in cohorts of any size", () => {
    const studies = Array.from({ length: 9 }, (_, i) => ({ events: 3 * (i + 1), n: 10 * (i + 1) }));
    for (const chosen of ["left", "right", "auto"] as const) {
      expect(trimAndFill(studies, { ...DL, side: chosen })).toMatchObject({ k0: 0 });
    }
  });

  test("no events: finite, whatever is filled in", () => {
    const result = trimAndFill(
      ELEVEN.map(({ n }) => ({ events: 0, n })),
      DL,
    );
    expect(result.status).toBe("assessed");
    expect(notFinite(result)).toEqual([]);
  });

  test("of equal effects the one given last is trimmed first, as in metafor", () => {
    // 5 of 10 and 40 of 80 have the same logit. Reference values from an independent stable sort.
    const studies = cohorts(
      [29, 66],
      [5, 10],
      [40, 80],
      [23, 49],
      [6, 12],
      [22, 38],
      [22, 42],
      [8, 18],
      [42, 70],
      [46, 75],
    );
    const result = trimAndFill(studies, { ...DL, side: "right" });
    expect(result).toMatchObject({ k0: 4, mu: expect.closeTo(0.246186496835, 11) });
  });

  test("a number of missing studies that does not settle", () => {
    const studies = cohorts([56, 240], [184, 743], [8, 90], [10, 11]);
    expect(trimAndFill(studies, { method: "ML", test: "z", side: "right" })).toEqual({
      status: "not-assessed",
      reason: "not-converged",
      k: 4,
    });
  });

  test("invalid counts", () => {
    expect(() => trimAndFill(cohorts([3, 2]), DL)).toThrow("studies[0].events ");
  });
});

describe("random data", () => {
  const options = fc.record({ method: tau2Method, side }).map((chosen) => ({
    ...chosen,
    test: "z" as const,
  }));

  test("figures are finite and proportions in order; fewer than all studies are mirrored", () => {
    fc.assert(
      fc.property(someStudies, options, (studies, chosen) => {
        const result = trimAndFill(studies, chosen);
        expect(notFinite(result)).toEqual([]);
        if (result.status !== "assessed") return;
        const { k0, filled, estimate, interval } = result;
        expect(filled).toHaveLength(k0);
        expect(new Set(filled.map(({ mirrors }) => mirrors)).size).toBe(k0);
        expect(k0).toBeLessThan(studies.length);
        expect(interval[0]).toBeLessThanOrEqual(estimate);
        expect(estimate).toBeLessThanOrEqual(interval[1]);
        expect(interval[0]).toBeGreaterThanOrEqual(0);
        expect(interval[1]).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("the order of the studies matters among equal effects only", () => {
    fc.assert(
      fc.property(someStudies, side, (studies, chosen) => {
        const there = trimAndFill(studies, { ...DL, side: chosen });
        const back = trimAndFill(reversedButEqual(studies), { ...DL, side: chosen });
        expect(back.status).toBe(there.status);
        if (there.status !== "assessed" || back.status !== "assessed") return;
        expect([back.side, back.k0]).toEqual([there.side, there.k0]);
        expect(back.mu).toBeCloseTo(there.mu, 8);
        expect(back.se).toBeCloseTo(there.se, 8);
        expect(back.tau2).toBeCloseTo(there.tau2, 8);
      }),
      // With the correction, 0 of 1 and 1 of 4 have the same logit.
      { examples: [[cohorts([0, 1], [1, 4], [500, 997], [1, 1]), "right"]] },
    );
  });

  test("non-events in the place of events change the side", () => {
    fc.assert(
      fc.property(someStudies, (studies) => {
        const left = trimAndFill(studies, { ...DL, side: "left" });
        const right = trimAndFill(mirrored(studies), { ...DL, side: "right" });
        if (left.status !== "assessed" || right.status !== "assessed") return;
        expect(right.k0).toBe(left.k0);
        expect(right.mu).toBeCloseTo(-left.mu, 8);
      }),
    );
  });

  test("without missing studies the pool is that of the studies", () => {
    fc.assert(
      fc.property(someStudies, options, (studies, chosen) => {
        const result = trimAndFill(studies, chosen);
        if (result.status !== "assessed" || result.k0 > 0) return;
        const { mu, se, tau2, estimate } = result;
        expect(poolInverseVariance(studies, chosen)).toMatchObject({ mu, se, tau2, estimate });
      }),
    );
  });

  test("of symmetric data none is missing", () => {
    const half = fc.array(
      fc
        .integer({ min: 2, max: 300 })
        .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) })),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(half, side, tau2Method, (studies, chosen, method) => {
        const result = trimAndFill([...studies, ...mirrored(studies)], {
          ...DL,
          method,
          side: chosen,
        });
        if (result.status !== "assessed") {
          expect(result.reason).toBe("no-variation-in-precision");
          return;
        }
        expect(result.k0).toBe(0);
        expect(result.mu).toBeCloseTo(0, 9);
      }),
    );
  });
});

test("small cohorts with high rates only: low ones are filled in", () => {
  const studies = cohorts(
    [50, 100],
    [48, 100],
    [53, 100],
    [51, 98],
    [24, 40],
    [26, 40],
    [14, 20],
    [15, 20],
    [9, 11],
    [10, 12],
    [8, 9],
  );
  const result = trimAndFill(studies, DL);
  if (result.status !== "assessed") throw new Error(result.reason);
  expect(result.side).toBe("left");
  expect(result.k0).toBeGreaterThan(2);
  const pool = poolInverseVariance(studies, DL);
  if (pool.status !== "ok") throw new Error(pool.status);
  expect(result.estimate).toBeLessThan(pool.estimate);
  for (const { yi, vi, mirrors } of result.filled) {
    expect(vi).toBe(pool.effects[mirrors]?.vi);
    expect(yi).toBeLessThan(pool.mu);
  }
});
