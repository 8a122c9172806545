import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contrastSeparatePools,
  type GroupPool,
  keepDifferenceIntervalIfRatioAgrees,
  type Ratio,
  recoverDifferenceInterval,
} from "#core/statistics/contrast/pools.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { CLOGLOG, LOGIT } from "#core/statistics/scales.ts";
import { ordinaryStudies } from "../arbitraries.ts";

const group = ordinaryStudies(2).map((data): GroupPool => {
  const pool = poolGlmm(data);
  if (!("fit" in pool)) throw new Error(pool.status);
  return pool;
});

const limits = ({ interval }: Ratio) => interval ?? [Number.NaN, Number.NaN];

test("a contrast worked out by hand", () => {
  // The difference between the groups has 5.148 degrees of freedom, and so have the limits of each
  // group from which its limits are recovered: 0.5089–0.8270 and 0.1863–0.7454.
  const contrast = contrastSeparatePools({ k: 6, mu: 0.8, se: 0.3 }, { k: 4, mu: -0.2, se: 0.5 });
  expect(contrast.reference.df).toBeCloseTo(5.148456057, 8);
  expect(contrast.pValue).toBeCloseTo(0.14531708, 7);
  expect(contrast.oddsRatio.estimate).toBeCloseTo(Math.E, 12);
  expect(limits(contrast.oddsRatio)[0]).toBeCloseTo(0.615089854, 7);
  expect(limits(contrast.oddsRatio)[1]).toBeCloseTo(12.01297022, 6);
  const [lower, upper] = contrast.differenceInterval;
  expect(lower).toBeCloseTo(-0.106548412, 7);
  expect(upper).toBeCloseTo(0.537131976, 7);
});

test("a ratio whose limits are beyond all numbers has none", () => {
  const vague = { k: 9, mu: 2, se: 900 };
  expect(contrastSeparatePools(vague, vague).oddsRatio.interval).toBeNull();
});

test("changing places inverts ratios and negates differences", () => {
  fc.assert(
    fc.property(group, group, (a, b) => {
      const [ab, ba] = [contrastSeparatePools(a, b), contrastSeparatePools(b, a)];
      expect(ab.logOddsRatio).toBeCloseTo(-ba.logOddsRatio, 12);
      expect(limits(ab.oddsRatio)[0] * limits(ba.oddsRatio)[1]).toBeCloseTo(1, 9);
      expect(ab.difference).toBeCloseTo(-ba.difference, 12);
      expect(ab.differenceInterval[0]).toBeCloseTo(-ba.differenceInterval[1], 12);
      expect(ab.pValue).toBeCloseTo(ba.pValue, 12);
    }),
  );
});

test("every interval contains its estimate, and a difference stays inside −1 … 1", () => {
  fc.assert(
    fc.property(group, group, (a, b) => {
      const contrast = contrastSeparatePools(a, b);
      const { difference, differenceInterval, oddsRatio } = contrast;
      expect(differenceInterval[0]).toBeGreaterThanOrEqual(-1);
      expect(differenceInterval[1]).toBeLessThanOrEqual(1);
      expect(differenceInterval[0]).toBeLessThanOrEqual(difference);
      expect(differenceInterval[1]).toBeGreaterThanOrEqual(difference);
      expect(limits(oddsRatio)[0]).toBeLessThan(oddsRatio.estimate);
    }),
  );
});

describe("odds ratio, P and difference never contradict each other", () => {
  const holds = ([lower, upper]: readonly [number, number], none: number) =>
    lower <= none && none <= upper;

  test.each(["t", "z"] as const)(
    "by %s, of pools and of any numbers, rates and survival",
    (test) => {
      const any = fc.record({
        k: fc.integer({ min: 2, max: 12 }),
        mu: fc.double({ min: -6, max: 6, noNaN: true }),
        se: fc.double({ min: 1e-3, max: 3, noNaN: true }),
      });
      const link = fc.constantFrom(LOGIT, CLOGLOG);
      fc.assert(
        fc.property(fc.oneof(group, any), fc.oneof(group, any), link, (a, b, by) => {
          const { pValue, oddsRatio, ...of } = contrastSeparatePools(a, b, { test, link: by });
          const difference = keepDifferenceIntervalIfRatioAgrees(of.differenceInterval, oddsRatio);
          if (Math.abs(pValue - 0.05) > 1e-9) {
            expect(holds(limits(oddsRatio), 1)).toBe(pValue > 0.05);
          }
          if (difference) expect(holds(difference, 0)).toBe(holds(limits(oddsRatio), 1));
        }),
        { numRuns: 500 },
      );
    },
  );

  test("where the two scales disagree about 0 the difference has no interval", () => {
    // 27 against 8 of 100: the odds ratio is just clear of 1 (1.003), the difference would hold 0 (−0.003).
    const [a, b] = [
      { k: 4, mu: -1, se: 0.25 },
      { k: 4, mu: -2.5, se: 0.5 },
    ];
    const { oddsRatio, difference, differenceInterval } = contrastSeparatePools(a, b);
    expect(limits(oddsRatio)[0]).toBeCloseTo(1.0034203, 6);
    expect(difference).toBeCloseTo(0.193, 3);
    expect(differenceInterval[0]).toBeCloseTo(-0.0034276, 6);
    expect(keepDifferenceIntervalIfRatioAgrees(differenceInterval, oddsRatio)).toBeNull();
  });
});

describe("degrees of freedom", () => {
  const pool: GroupPool = { k: 5, mu: 0.2, se: 0.3 };

  test("of equal groups are those of both together", () => {
    expect(contrastSeparatePools(pool, pool).reference.df).toBeCloseTo(8, 12);
  });

  test("are those of the group that is much less certain", () => {
    expect(contrastSeparatePools(pool, { ...pool, k: 30, se: 1e-4 }).reference.df).toBeCloseTo(
      4,
      3,
    );
  });

  test("a group of one study, or the request, leaves the normal distribution", () => {
    expect(contrastSeparatePools(pool, { ...pool, k: 1 }).reference.df).toBeNull();
    expect(contrastSeparatePools(pool, pool, { test: "z" }).reference.df).toBeNull();
  });
});

test("MOVER with Wilson limits is Newcombe's method 10", () => {
  // Newcombe 1998, Table II, (a): 56/70 − 48/80.
  const limits = recoverDifferenceInterval(
    { estimate: 56 / 70, interval: [0.691834, 0.876953] },
    { estimate: 48 / 80, interval: [0.490455, 0.700382] },
  );
  expect(limits[0]).toBeCloseTo(0.0524, 4);
  expect(limits[1]).toBeCloseTo(0.3339, 4);
});
