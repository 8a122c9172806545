import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { egger, peters } from "#core/statistics/sensitivity/small-study-tests.ts";
import { notFinite } from "../../../../support/finite.ts";
import { mirrored } from "../arbitraries.ts";
import { cohorts, ELEVEN, someStudies } from "./studies.ts";

const TESTS = { egger, peters };
const few = { minimumStudies: 3 };

describe.each(Object.entries(TESTS))("%s", (_, assess) => {
  const accuracy = 1e-8;

  test("random data: figures are finite and p values probabilities", () => {
    fc.assert(
      fc.property(someStudies, (studies) => {
        const result = assess(studies, few);
        expect(notFinite(result)).toEqual([]);
        if (result.status !== "assessed") return;
        expect(result.pValue).toBeGreaterThanOrEqual(0);
        expect(result.pValue).toBeLessThanOrEqual(1);
        expect(result.seSlope).toBeGreaterThan(0);
      }),
    );
  });

  test("the order of the studies does not matter", () => {
    fc.assert(
      fc.property(someStudies, (studies) => {
        const there = assess(studies, few);
        const back = assess(studies.toReversed(), few);
        expect(back.status).toBe(there.status);
        if (there.status !== "assessed" || back.status !== "assessed") return;
        for (const of of ["slope", "seSlope", "statistic", "pValue", "limitEstimate"] as const) {
          const scale = Math.max(1, Math.abs(there[of]));
          expect(Math.abs(back[of] - there[of])).toBeLessThan(accuracy * scale);
        }
      }),
    );
  });

  test("non-events in the place of events turn the line around", () => {
    fc.assert(
      fc.property(someStudies, (studies) => {
        const there = assess(studies, few);
        const back = assess(mirrored(studies), few);
        if (there.status !== "assessed" || back.status !== "assessed") return;
        const scale = Math.max(1, Math.abs(there.slope), Math.abs(there.limitEstimate));
        expect(Math.abs(back.slope + there.slope)).toBeLessThan(accuracy * scale);
        expect(Math.abs(back.limitEstimate + there.limitEstimate)).toBeLessThan(accuracy * scale);
      }),
    );
  });
});

test("Egger: sums of the definition", () => {
  const studies = ELEVEN.filter(({ events, n }) => events < n);
  const result = egger(studies);
  if (result.status !== "assessed") throw new Error(result.reason);
  // Egger et al. (1997): regression of the standard normal deviate on precision, by ordinary least
  // squares.
  const effects = studies.map(({ events, n }) => {
    const [x, y] = [events, n - events];
    return { yi: Math.log(x / y), se: Math.sqrt(1 / x + 1 / y) };
  });
  const line = leastSquares(
    effects.map(({ se }) => 1 / se),
    effects.map(({ yi, se }) => yi / se),
  );
  expect(result.slope).toBeCloseTo(line.intercept, 10);
  expect(result.limitEstimate).toBeCloseTo(line.slope, 10);
  expect(result.statistic).toBeCloseTo(line.intercept / line.seIntercept, 9);
  expect(result.df).toBe(8);
});

test("equal proportions in cohorts of any size leave no residual", () => {
  const studies = Array.from({ length: 10 }, (_, i) => ({ events: 3 * (i + 1), n: 10 * (i + 1) }));
  expect(egger(studies)).toMatchObject({ reason: "no-residual-variation" });
  expect(peters(studies)).toMatchObject({ reason: "no-residual-variation" });
});

test("Peters needs sizes that differ, not standard errors", () => {
  const studies = ELEVEN.map((_, i) => ({ events: i + 1, n: 30 }));
  expect(peters(studies)).toMatchObject({ reason: "no-variation-in-precision" });
  expect(egger(studies)).toMatchObject({ status: "assessed" });
});

test("a cohort of a hundred billion among small ones", () => {
  const studies = [...ELEVEN, ...cohorts([4e10, 1e11])];
  for (const assess of Object.values(TESTS)) {
    const result = assess(studies);
    expect(notFinite(result)).toEqual([]);
    if (result.status !== "assessed") throw new Error(result.reason);
    // With weights 1/v the line passes through the large cohort.
    expect(result.limitEstimate).toBeCloseTo(Math.log(4 / 6), 4);
  }
});

/** Fits y = intercept + slope · x. */
function leastSquares(x: readonly number[], y: readonly number[]) {
  const k = x.length;
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / k;
  const [mx, my] = [mean(x), mean(y)];
  const sxx = k * mean(x.map((v) => (v - mx) ** 2));
  const slope = (k * mean(x.map((v, i) => (v - mx) * ((y[i] ?? 0) - my)))) / sxx;
  const intercept = my - slope * mx;
  const residual = k * mean(x.map((v, i) => ((y[i] ?? 0) - intercept - slope * v) ** 2));
  return {
    slope,
    intercept,
    seIntercept: Math.sqrt((residual / (k - 2)) * (1 / k + mx ** 2 / sxx)),
  };
}
