import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moverDifference, type Ratio } from "#core/statistics/contrast/independent.ts";
import { contrastSeparate, type GroupPool } from "#core/statistics/contrast/pools.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { wilson } from "#core/statistics/single-proportion.ts";
import { ordinaryStudies } from "../arbitraries.ts";

const group = ordinaryStudies(2).map((data): GroupPool => {
  const pool = poolGlmm(data);
  if (!("fit" in pool)) throw new Error(pool.status);
  return { ...pool, interval: pool.tInterval };
});

const limits = ({ interval }: Ratio) => interval ?? [Number.NaN, Number.NaN];

test("a contrast worked out by hand", () => {
  // Limits of the groups by t(5) and t(3). The difference between the groups has 5.148 degrees of
  // freedom.
  const a = {
    k: 6,
    mu: 0.8,
    se: 0.3,
    estimate: 0.689974481,
    interval: [0.507205863, 0.827950985] as const,
  };
  const b = {
    k: 4,
    mu: -0.2,
    se: 0.5,
    estimate: 0.450166003,
    interval: [0.142922827, 0.800787441] as const,
  };
  const contrast = contrastSeparate(a, b);
  expect(contrast.reference.df).toBeCloseTo(5.148456057, 8);
  expect(contrast.pValue).toBeCloseTo(0.14531708, 7);
  expect(contrast.oddsRatio.estimate).toBeCloseTo(Math.E, 12);
  expect(limits(contrast.oddsRatio)[0]).toBeCloseTo(0.615089854, 7);
  expect(limits(contrast.oddsRatio)[1]).toBeCloseTo(12.01297022, 6);
  expect(contrast.differenceInterval[0]).toBeCloseTo(-0.155589752, 7);
  expect(contrast.differenceInterval[1]).toBeCloseTo(0.57661092, 7);
});

test("a ratio whose limits are beyond all numbers has none", () => {
  const vague = { k: 9, mu: 2, se: 900, estimate: 0.88, interval: [0, 1] as const };
  expect(contrastSeparate(vague, vague).oddsRatio.interval).toBeNull();
});

test("changing places inverts ratios and negates differences", () => {
  fc.assert(
    fc.property(group, group, (a, b) => {
      const [ab, ba] = [contrastSeparate(a, b), contrastSeparate(b, a)];
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
      const contrast = contrastSeparate(a, b);
      const { difference, differenceInterval, oddsRatio } = contrast;
      expect(differenceInterval[0]).toBeGreaterThanOrEqual(-1);
      expect(differenceInterval[1]).toBeLessThanOrEqual(1);
      expect(differenceInterval[0]).toBeLessThanOrEqual(difference);
      expect(differenceInterval[1]).toBeGreaterThanOrEqual(difference);
      expect(limits(oddsRatio)[0]).toBeLessThan(oddsRatio.estimate);
    }),
  );
});

describe("degrees of freedom", () => {
  const pool: GroupPool = { k: 5, mu: 0.2, se: 0.3, estimate: 0.55, interval: [0.4, 0.7] };

  test("of equal groups are those of both together", () => {
    expect(contrastSeparate(pool, pool).reference.df).toBeCloseTo(8, 12);
  });

  test("are those of the group that is much less certain", () => {
    expect(contrastSeparate(pool, { ...pool, k: 30, se: 1e-4 }).reference.df).toBeCloseTo(4, 3);
  });

  test("a group of one study, or the request, leaves the normal distribution", () => {
    expect(contrastSeparate(pool, { ...pool, k: 1 }).reference.df).toBeNull();
    expect(contrastSeparate(pool, pool, { test: "z" }).reference.df).toBeNull();
  });
});

test("MOVER with Wilson limits is Newcombe's method 10", () => {
  // Newcombe 1998, Table II, (a): 56/70 − 48/80.
  const limits = moverDifference(
    { estimate: 56 / 70, interval: wilson(56, 70) },
    { estimate: 48 / 80, interval: wilson(48, 80) },
  );
  expect(limits[0]).toBeCloseTo(0.0524, 4);
  expect(limits[1]).toBeCloseTo(0.3339, 4);
});
