import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poolLandmarks, poolProportions } from "#core/statistics/bayes/pool.ts";
import type { Interval } from "#core/statistics/interval.ts";
import {
  contrastNested,
  poolNestedLandmarks,
  poolNestedProportions,
} from "#core/statistics/nested/pool.ts";
import { notFinite } from "../../../../support/finite.ts";

const study = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => ({ n, events: Math.round(share * n) }));
const clusters = fc.array(fc.record({ studies: fc.array(study, { minLength: 1, maxLength: 4 }) }), {
  minLength: 1,
  maxLength: 5,
});

const today = [
  { studies: [study_(94, 97), study_(43, 48)] },
  { studies: [study_(97, 101), study_(15, 18)] },
  { studies: [study_(94, 128), study_(28, 33)] },
];

function study_(events: number, n: number) {
  return { events, n };
}

describe("cohorts in clusters", () => {
  test("any valid counts have finite, ordered numbers", () => {
    fc.assert(
      fc.property(clusters, (given) => {
        const pool = poolNestedProportions(given);
        expect(pool).not.toBeNull();
        expect(notFinite(pool)).toEqual([]);
        for (const { estimate, interval } of [
          pool?.mean,
          pool?.mu,
          ...(pool?.clusters ?? []),
        ].filter((one) => one != null)) {
          expect(interval[0]).toBeLessThanOrEqual(estimate);
          expect(estimate).toBeLessThanOrEqual(interval[1]);
          expect(interval[0]).toBeGreaterThanOrEqual(0);
          expect(interval[1]).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("clusters as far apart as can be have a pool", () => {
    const far = [{ studies: [study_(100, 10_000)] }, { studies: [study_(9_900, 10_000)] }];
    const pool = poolNestedProportions(far);
    expect(notFinite(pool)).toEqual([]);
    expect(pool?.mean?.estimate).toBeCloseTo(0.5, 3);
    // One cohort each cannot tell whether clusters or cohorts are far apart, so both are pulled together.
    const [low, high] = pool?.clusters ?? [];
    expect(low?.estimate).toBeLessThan(0.2);
    expect((low?.estimate ?? 0) + (high?.estimate ?? 0)).toBeCloseTo(1, 3);
  });

  test("the order of clusters and of their studies changes no bit", () => {
    const pool = poolNestedProportions(today);
    const turned = poolNestedProportions(
      today.map(({ studies }) => ({ studies: [...studies].reverse() })).reverse(),
    );
    expect(turned?.mean).toEqual(pool?.mean);
    expect(turned?.mu).toEqual(pool?.mu);
    expect(turned?.clusters).toEqual([...(pool?.clusters ?? [])].reverse());
  });

  test("with one cohort in each cluster μ is that of the model without clusters", () => {
    const studies = today.flatMap((cluster) => cluster.studies);
    const flat = poolProportions(studies);
    const nested = poolNestedProportions(studies.map((one) => ({ studies: [one] })));
    expect(nested?.mu.estimate).toBeCloseTo(flat.estimate ?? Number.NaN, 5);
    expect(nested?.mu.interval[0]).toBeCloseTo(flat.interval?.[0] ?? Number.NaN, 4);
    expect(nested?.mu.interval[1]).toBeCloseTo(flat.interval?.[1] ?? Number.NaN, 4);
    expect(nested?.tau).toBeCloseTo(flat.tau?.mean ?? Number.NaN, 3);
    expect(nested?.logMarginalLikelihood).toBeCloseTo(flat.logMarginalLikelihood ?? 0, 3);
  });

  test("the mean of one cluster is that cluster", () => {
    const [first] = today;
    const pool = poolNestedProportions(first ? [first] : []);
    expect(pool?.mean?.estimate).toBe(pool?.clusters[0]?.estimate);
    expect(pool?.mean?.interval).toEqual(pool?.clusters[0]?.interval);
  });

  test("a cluster that is not averaged counts for μ alone", () => {
    const mixed = { studies: [study_(2, 60)], averaged: false };
    const pool = poolNestedProportions([...today, mixed]);
    const without = poolNestedProportions(today);
    expect(pool?.k).toBe(7);
    expect(pool?.clusters).toHaveLength(4);
    expect(pool?.mu.estimate).toBeLessThan((without?.mu.estimate ?? 0) - 0.05);
    expect(pool?.mean?.estimate).toBeCloseTo(without?.mean?.estimate ?? Number.NaN, 1);
    expect(poolNestedProportions([mixed])?.mean).toBeNull();
  });

  test("the mean of these clusters is known better than that of any cluster", () => {
    const pool = poolNestedProportions(today);
    const width = (interval: Interval | null | undefined): number =>
      interval ? interval[1] - interval[0] : Number.NaN;
    expect(width(pool?.mean?.interval)).toBeLessThan(width(pool?.mu.interval));
  });

  test("a contrast is of the means or of μ, and 0 for equal pools", () => {
    const pool = poolNestedProportions(today);
    if (pool === null) throw new Error("no pool");
    for (const of of ["mean", "mu"] as const) {
      const contrast = contrastNested(pool, pool, of);
      expect(contrast?.difference).toBeCloseTo(0, 4);
      expect(contrast?.probabilityHigher).toBeCloseTo(0.5, 4);
      expect(contrast?.oddsRatio).toBeCloseTo(1, 3);
    }
  });

  test("no studies have no pool, and invalid counts are named", () => {
    expect(poolNestedProportions([])).toBeNull();
    expect(poolNestedProportions([{ studies: [] }])).toBeNull();
    // The prior excludes the data.
    const prior = { mu: { mean: -3, sd: 0.1 }, tau: { scale: 0.05 } };
    const far = today.map(() => ({ studies: [study_(345_000, 345_000)] }));
    expect(poolNestedProportions(far, { prior })).toBeNull();
    expect(() => poolNestedProportions([{ studies: [study_(3, 2)] }])).toThrow(RangeError);
    expect(() => poolNestedLandmarks([{ studies: [{ y: 0, se: 0 }] }])).toThrow("studies[0].se");
  });

  test("survival: μ with one cohort in each cluster is that of the model without clusters", () => {
    const studies = [
      { y: -1.3, se: 0.25 },
      { y: -1, se: 0.2 },
      { y: -0.5, se: 0.2 },
    ];
    const flat = poolLandmarks(studies);
    const nested = poolNestedLandmarks(studies.map((one) => ({ studies: [one] })));
    expect(nested?.mu.estimate).toBeCloseTo(flat.estimate ?? Number.NaN, 4);
    expect(nested?.mu.interval[0]).toBeCloseTo(flat.interval?.[0] ?? Number.NaN, 3);
    expect(nested?.mu.interval[1]).toBeCloseTo(flat.interval?.[1] ?? Number.NaN, 3);
  });
});
