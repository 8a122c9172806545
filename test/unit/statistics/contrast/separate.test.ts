import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moverDifference } from "../../../../functions/statistics/contrast/mover.ts";
import {
  contrastSeparate,
  type GroupPool,
} from "../../../../functions/statistics/contrast/separate.ts";
import { poolGlmm } from "../../../../functions/statistics/glmm/pool.ts";
import { wilson } from "../../../../functions/statistics/single-proportion/wilson.ts";
import { ordinaryStudies } from "../arbitraries.ts";

const group = ordinaryStudies(2).map((data): GroupPool => {
  const pool = poolGlmm(data);
  if (!("fit" in pool)) throw new Error(pool.status);
  return { ...pool, interval: pool.tInterval };
});

test("changing places inverts ratios and negates differences", () => {
  fc.assert(
    fc.property(group, group, (a, b) => {
      const [ab, ba] = [contrastSeparate(a, b), contrastSeparate(b, a)];
      expect(ab.logOddsRatio).toBeCloseTo(-ba.logOddsRatio, 12);
      expect(ab.oddsRatioInterval[0] * ba.oddsRatioInterval[1]).toBeCloseTo(1, 9);
      expect(ab.relativeRisk * ba.relativeRisk).toBeCloseTo(1, 9);
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
      const { difference, differenceInterval: limits } = contrast;
      expect(limits[0]).toBeGreaterThanOrEqual(-1);
      expect(limits[1]).toBeLessThanOrEqual(1);
      expect(limits[0]).toBeLessThanOrEqual(difference);
      expect(limits[1]).toBeGreaterThanOrEqual(difference);
      expect(contrast.oddsRatioInterval[0]).toBeLessThan(contrast.oddsRatio);
      expect(contrast.relativeRiskInterval[1]).toBeGreaterThan(contrast.relativeRisk);
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

  test("a level outside 0–1 is refused", () => {
    expect(() => contrastSeparate(pool, pool, { level: 95 })).toThrow("level");
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
