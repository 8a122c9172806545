import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BayesContrast,
  contrastPools,
  makeDifferenceDistribution,
  makeProportionVariable,
} from "#core/statistics/bayes/contrast.ts";
import { type BayesPool, poolLandmarks, poolProportions } from "#core/statistics/bayes/pool.ts";
import { choosePosteriorLink } from "#core/statistics/bayes/posterior.ts";
import { counted } from "../arbitraries.ts";

const pool = fc
  .array(
    fc
      .integer({ min: 1, max: 300 })
      .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) })),
    { minLength: 1, maxLength: 10 },
  )
  .map((studies) => poolProportions(studies));

function contrasted(a: BayesPool, b: BayesPool): BayesContrast {
  const contrast = contrastPools(a, b);
  if (contrast === null) throw new Error("both pools have studies");
  return contrast;
}

/** Returns P(p_a − p_b ≤ d). */
function below({ posterior: a }: BayesPool, { posterior: b }: BayesPool, d: number): number {
  if (a === null || b === null) throw new Error("both pools have studies");
  return makeDifferenceDistribution(
    makeProportionVariable(a.mu, choosePosteriorLink(a)),
    makeProportionVariable(b.mu, choosePosteriorLink(b)),
  ).below(d);
}

test("null without studies on either side", () => {
  const some = poolProportions([{ events: 3, n: 9 }]);
  const none = poolProportions([]);
  expect(contrastPools(some, none)).toBeNull();
  expect(contrastPools(none, some)).toBeNull();
});

test("proportions and landmarks are not contrasted", () => {
  const proportions = poolProportions([{ events: 3, n: 9 }]);
  const landmarks = poolLandmarks([{ y: -1, se: 0.1 }]);
  expect(() => contrastPools(proportions, landmarks)).toThrow(RangeError);
});

test("numbers are finite, intervals ordered and around the median", () => {
  fc.assert(
    fc.property(pool, pool, (a, b) => {
      const contrast = contrasted(a, b);
      expect(Object.values(contrast).flat().every(Number.isFinite)).toBe(true);
      const [lower, upper] = contrast.differenceInterval;
      expect(lower).toBeLessThan(contrast.difference);
      expect(contrast.difference).toBeLessThan(upper);
      expect(lower).toBeGreaterThanOrEqual(-1);
      expect(upper).toBeLessThanOrEqual(1);
      expect(contrast.ratioInterval[0]).toBeLessThan(contrast.ratio);
      expect(contrast.ratio).toBeLessThan(contrast.ratioInterval[1]);
      expect(contrast.probabilityHigher).toBeGreaterThanOrEqual(-1e-9);
      expect(contrast.probabilityHigher).toBeLessThanOrEqual(1 + 1e-9);
    }),
    { numRuns: 60 },
  );
});

test("changing places negates the difference and inverts the ratio", () => {
  fc.assert(fc.property(pool, pool, expectMirrored), { numRuns: 60 });
});

test("two coarse averages that agree by chance are not the answer", () => {
  const proportions = (...counts: [number, number][]) =>
    poolProportions(counts.map(([events, n]) => ({ events, n })));
  expectMirrored(proportions([77, 279]), proportions([9, 253], [126, 253], [172, 237], [237, 295]));
});

function expectMirrored(a: BayesPool, b: BayesPool): void {
  const there = contrasted(a, b);
  const back = contrasted(b, a);
  expect(back.difference).toBeCloseTo(-there.difference, 5);
  expect(back.differenceMean).toBeCloseTo(-there.differenceMean, 12);
  expect(back.differenceInterval[0]).toBeCloseTo(-there.differenceInterval[1], 5);
  expect(Math.log(back.ratio)).toBeCloseTo(-Math.log(there.ratio), 5);
  expect(Math.log(back.ratioInterval[1])).toBeCloseTo(-Math.log(there.ratioInterval[0]), 5);
  // Averages over either variable count as equal within 4e-6, as quantiles above.
  expect(back.probabilityHigher).toBeCloseTo(1 - there.probabilityHigher, 5);
  expect(back.logRatioMean).toBeCloseTo(-there.logRatioMean, 12);
  expect(back.logRatioSd).toBeCloseTo(there.logRatioSd, 12);
}

test("equal pools: no difference, ratio 1, even chances", () => {
  fc.assert(
    fc.property(pool, (a) => {
      const { difference, differenceMean, ratio, probabilityHigher } = contrasted(a, a);
      expect(difference).toBeCloseTo(0, 6);
      expect(differenceMean).toBe(0);
      expect(ratio).toBeCloseTo(1, 5);
      expect(probabilityHigher).toBeCloseTo(0.5, 6);
    }),
    { numRuns: 40 },
  );
});

test("the distribution of the difference rises from 0 to 1 and meets the other figures", () => {
  fc.assert(
    fc.property(pool, pool, (a, b) => {
      const contrast = contrasted(a, b);
      expect(below(a, b, -1)).toBeCloseTo(0, 6);
      expect(below(a, b, 1)).toBeCloseTo(1, 6);
      expect(below(a, b, -0.2)).toBeLessThanOrEqual(below(a, b, 0.1) + 1e-9);
      expect(below(a, b, 0)).toBeCloseTo(1 - contrast.probabilityHigher, 4);
      expect(below(a, b, contrast.difference)).toBeCloseTo(0.5, 3);
      expect(below(a, b, contrast.differenceInterval[0])).toBeCloseTo(0.025, 3);
    }),
    { numRuns: 40 },
  );
});

test("a higher level widens the intervals around the same medians", () => {
  const a = poolProportions(counted("30/40 9/20"));
  const b = poolProportions([{ events: 12, n: 40 }]);
  const narrow = contrastPools(a, b, { level: 0.8 });
  const wide = contrastPools(a, b, { level: 0.99 });
  expect(wide?.difference).toBe(narrow?.difference);
  expect(wide?.differenceInterval[0]).toBeLessThan(narrow?.differenceInterval[0] ?? -1);
  expect(wide?.ratioInterval[1]).toBeGreaterThan(narrow?.ratioInterval[1] ?? 0);
});

describe("a pool next to 100 % against a moderate one", () => {
  const nearlyAll = poolProportions(counted("243446/243446 294140/294140"));
  const moderate = poolProportions(counted("637/683 376/433 72/78"));
  const { differenceInterval } = contrasted(nearlyAll, moderate);

  test("limits meet the distribution, in the long tail and where both are sharp", () => {
    expect(below(nearlyAll, moderate, differenceInterval[0])).toBeCloseTo(0.025, 6);
    expect(below(nearlyAll, moderate, differenceInterval[1])).toBeCloseTo(0.975, 6);
  });
});
