import { expect, test } from "vitest";
import { poolNestedProportions } from "#core/statistics/nested/pool.ts";
import { nestedReference, quantile } from "./reference.ts";

/** What the plain sums are accurate to; see their grid of means. */
const tolerance = 1e-3;

test("the quadrature gives what plain sums over all standard deviations and μ give", () => {
  const products = {
    a: [
      [19, 21],
      [8, 10],
    ],
    b: [[13, 20]],
    c: [
      [15, 16],
      [5, 9],
    ],
  } as const;
  const cohorts = Object.entries(products).flatMap(([cluster, counts]) =>
    counts.map(([events = 0, n = 0]) => ({ cluster, events, n })),
  );
  const reference = nestedReference(cohorts);
  const pool = poolNestedProportions(
    Object.keys(products).map((cluster) => ({
      studies: cohorts.filter((cohort) => cohort.cluster === cluster),
    })),
  );
  if (pool?.mean == null) throw new Error("no mean");
  for (const [distribution, { estimate, interval }] of [
    [reference.mu, pool.mu],
    [reference.mean, pool.mean],
  ] as const) {
    const expected = [0.5, 0.025, 0.975].map((probability) => quantile(distribution, probability));
    for (const [i, found] of [estimate, ...interval].entries()) {
      expect(Math.abs(found - (expected[i] ?? Number.NaN))).toBeLessThan(tolerance);
    }
  }
  expect(pool.tau).toBeCloseTo(reference.tauMean, 2);
  expect(pool.rho).toBeCloseTo(reference.rhoMean, 2);
  expect(pool.logMarginalLikelihood).toBeCloseTo(reference.logMarginalLikelihood, 2);
}, 120_000);
