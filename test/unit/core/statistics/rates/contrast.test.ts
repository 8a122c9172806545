import fc from "fast-check";
import { expect, test } from "vitest";
import { contrastRates } from "#core/statistics/rates/contrast.ts";
import { type FittedRatePool, isRatePool, poolRates } from "#core/statistics/rates/pool.ts";
import type { RateStudy } from "#core/statistics/rates/rate-study.ts";
import { notFinite } from "../../../../support/finite.ts";
import { rateStudies } from "./arbitraries.ts";

const fitted = (studies: readonly RateStudy[]): FittedRatePool => {
  const pool = poolRates(studies, { predictive: false });
  if (!isRatePool(pool)) throw new Error(pool.status);
  return pool;
};

const pools = rateStudies(6, 200).map(fitted);

test("numbers are finite, intervals ordered and around the median", () => {
  fc.assert(
    fc.property(pools, pools, (a, b) => {
      const contrast = contrastRates(a, b);
      expect(notFinite(contrast)).toEqual([]);
      expect(contrast.ratioInterval[0]).toBeLessThan(contrast.ratio);
      expect(contrast.ratioInterval[1]).toBeGreaterThan(contrast.ratio);
      expect(contrast.differenceInterval[0]).toBeLessThan(contrast.difference);
      expect(contrast.differenceInterval[1]).toBeGreaterThan(contrast.difference);
      expect(contrast.probabilityHigher).toBeGreaterThanOrEqual(-1e-9);
      expect(contrast.probabilityHigher).toBeLessThanOrEqual(1 + 1e-9);
    }),
    { numRuns: 60 },
  );
});

test("changing places inverts the ratio and negates the difference", () => {
  fc.assert(
    fc.property(pools, pools, (a, b) => {
      const [there, back] = [contrastRates(a, b), contrastRates(b, a)];
      expect(Math.log(back.ratio)).toBeCloseTo(-Math.log(there.ratio), 4);
      expect(Math.log(back.ratioInterval[1])).toBeCloseTo(-Math.log(there.ratioInterval[0]), 4);
      expect(back.probabilityHigher).toBeCloseTo(1 - there.probabilityHigher, 5);
      const scale = Math.max(...there.differenceInterval.map(Math.abs));
      expect(Math.abs(back.difference + there.difference) / scale).toBeLessThan(1e-4);
    }),
    { numRuns: 40 },
  );
});

test("equal pools: ratio 1, no difference, even chances", () => {
  const pool = fitted([
    { events: 4, n: 40, years: 1 },
    { events: 9, n: 50, years: 2 },
  ]);
  const { ratio, difference, probabilityHigher } = contrastRates(pool, pool);
  expect(ratio).toBeCloseTo(1, 5);
  expect(difference).toBeCloseTo(0, 6);
  expect(probabilityHigher).toBeCloseTo(0.5, 6);
});

test("a higher level widens the intervals", () => {
  const [a, b] = [
    fitted([{ events: 4, n: 40, years: 1 }]),
    fitted([{ events: 9, n: 50, years: 2 }]),
  ];
  const [narrow, wide] = [
    contrastRates(a, b, { level: 0.8 }),
    contrastRates(a, b, { level: 0.99 }),
  ];
  expect(wide.ratio).toBe(narrow.ratio);
  expect(wide.ratioInterval[1]).toBeGreaterThan(narrow.ratioInterval[1]);
  expect(wide.differenceInterval[0]).toBeLessThan(narrow.differenceInterval[0]);
});
