import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DEFAULT_RATE_PRIOR,
  type FittedRatePool,
  isRatePool,
  poolRates,
} from "#core/statistics/rates/pool.ts";
import type { RateStudy } from "#core/statistics/rates/rate-study.ts";
import { notFinite } from "../../../../support/finite.ts";
import { observedLonger, ordinaryRateStudies, rateStudies } from "./arbitraries.ts";

function fitted(...of: Parameters<typeof poolRates>): FittedRatePool {
  const pool = poolRates(...of);
  if (!isRatePool(pool)) throw new Error(pool.status);
  return pool;
}

const one = (events: number, n: number, years = 1): RateStudy => ({ events, n, years });

describe("status", () => {
  test.each([
    [[], "no-cohorts"],
    [[one(0, 3)], "all-zero"],
    [[one(3, 3)], "all-events"],
    [[one(1, 3)], "one-cohort"],
    [[one(0, 3), one(0, 9, 2)], "all-zero"],
    [[one(3, 3), one(1, 1)], "all-events"],
    [[one(0, 3), one(3, 3)], "ok"],
  ] as const)("of %j is %s", (studies, status) => {
    expect(poolRates(studies)).toMatchObject({ status, k: studies.length });
  });

  test("a prior that excludes the data is a status", () => {
    const prior = { mu: { mean: 9, sd: 0.01 }, tau: { scale: 0.001 } };
    const pool = poolRates([one(0, 9000, 3), one(0, 9000, 3)], { prior });
    expect(pool).toEqual({ status: "prior-conflict", k: 2, posterior: null });
  });
});

test("any valid data give finite numbers in order", () => {
  fc.assert(
    fc.property(rateStudies(), (studies) => {
      const pool = fitted(studies);
      expect(notFinite(pool)).toEqual([]);
      expect(pool.interval[0]).toBeGreaterThan(0);
      expect(pool.interval[0]).toBeLessThan(pool.estimate);
      expect(pool.interval[1]).toBeGreaterThan(pool.estimate);
      expect(pool.predictionInterval?.[0]).toBeLessThanOrEqual(pool.interval[0] * (1 + 1e-5));
      expect(pool.predictionInterval?.[1]).toBeGreaterThanOrEqual(pool.interval[1] * (1 - 1e-5));
      expect(pool.logMarginalLikelihood).toBeLessThan(0);
    }),
    { numRuns: 80 },
  );
});

test.each([
  ["a million patients", [one(650_000, 1_000_000)]],
  ["a million patients, no event", [one(0, 1_000_000, 4)]],
  ["a million patients, all with one", [one(1_000_000, 1_000_000, 0.01)]],
  ["all but one of very many", [one(999_999, 1_000_000), one(40, 41, 3)]],
  ["cohorts of one patient", [0, 1, 1, 0, 1].map((events) => one(events, 1))],
  ["150 cohorts", Array.from({ length: 150 }, (_, i) => one(i % 17, 20 + i, 0.1 + i / 40))],
  ["cohorts that contradict each other", [one(1, 1e6), one(999_999, 1e6)]],
  ["an hour and a century", [one(3, 90, 1e-4), one(80, 90, 100)]],
])("%s", (_, studies) => {
  const pool = fitted(studies);
  expect(notFinite(pool)).toEqual([]);
  expect(pool.interval[0]).toBeLessThan(pool.estimate);
  expect(pool.interval[1]).toBeGreaterThan(pool.estimate);
});

test("the order of studies does not change a bit", () => {
  fc.assert(
    fc.property(rateStudies(), (studies) => {
      expect(poolRates(studies.toReversed())).toEqual(poolRates(studies));
    }),
    { numRuns: 40 },
  );
});

test("years in another unit divide every rate, if the prior is in that unit, too", () => {
  fc.assert(
    fc.property(
      rateStudies(8, 200),
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      (studies, factor) => {
        const { mu, tau } = DEFAULT_RATE_PRIOR;
        const prior = { mu: { ...mu, mean: mu.mean - Math.log(factor) }, tau };
        const [a, b] = [fitted(studies), fitted(observedLonger(studies, factor), { prior })];
        const same = (x: number, y: number) => expect(Math.abs(Math.log(x / y))).toBeLessThan(1e-4);
        same(b.estimate * factor, a.estimate);
        same(b.interval[0] * factor, a.interval[0]);
        same(b.interval[1] * factor, a.interval[1]);
        expect(b.logMarginalLikelihood).toBeCloseTo(a.logMarginalLikelihood, 5);
      },
    ),
    {
      numRuns: 40,
      // All events against few: the integrand of the first is narrower than its own information.
      examples: [[[one(198, 198, 0.03), one(19, 84, 0.03)], 2.978698551743899]],
    },
  );
});

test("more events in one cohort raise the rate where cohorts agree", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 300 }),
      fc.double({ min: 0, max: 0.8, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
      (n, share, k) => {
        const events = Math.floor(share * n);
        const others = Array.from({ length: k }, () => one(events, n, 1.5));
        const fewer = fitted([one(events, n, 1.5), ...others]);
        const more = fitted([one(events + 1, n, 1.5), ...others]);
        expect(more.estimate).toBeGreaterThan(fewer.estimate);
        expect(more.mu.mean).toBeGreaterThan(fewer.mu.mean);
      },
    ),
    { numRuns: 60 },
  );
});

test("longer observation for the same events lowers the rate", () => {
  fc.assert(
    fc.property(ordinaryRateStudies, (studies) => {
      expect(fitted(observedLonger(studies, 1.5)).estimate).toBeLessThan(fitted(studies).estimate);
    }),
    { numRuns: 40 },
  );
});

test("with many patients and little spread the rate is −log(1 − p) / years", () => {
  const prior = { mu: { mean: 0, sd: 100 }, tau: { scale: 1e-4 } };
  const pool = fitted([one(30_000, 100_000, 2), one(60_000, 200_000, 2)], { prior });
  expect(pool.estimate).toBeCloseTo(-Math.log(0.7) / 2, 4);
  const [lower, upper] = pool.interval;
  expect(upper - lower).toBeLessThan(0.003);
});

test("a higher level widens both intervals around the same estimate", () => {
  const studies = [one(16, 97, 2.3), one(9, 128, 1.1), one(2, 62, 1.5)];
  const [narrow, wide] = [fitted(studies, { level: 0.8 }), fitted(studies, { level: 0.99 })];
  expect(wide.estimate).toBe(narrow.estimate);
  expect(wide.interval[0]).toBeLessThan(narrow.interval[0]);
  expect(wide.predictionInterval?.[1]).toBeGreaterThan(narrow.predictionInterval?.[1] ?? 1e9);
  expect(fitted(studies, { predictive: false }).predictionInterval).toBeNull();
});

describe("misuse throws, naming what is wrong", () => {
  test.each([
    [one(1, 2, 0), "studies[1].years"],
    [one(1, 2, -1), "studies[1].years"],
    [one(1, 2, Number.NaN), "studies[1].years"],
    [one(1, 2, Number.POSITIVE_INFINITY), "studies[1].years"],
    [one(3, 2), "studies[1].events"],
    [one(0, 0), "studies[1].n"],
  ])("%o", (bad, named) => {
    expect(() => poolRates([one(1, 2), bad])).toThrow(named);
  });

  test("level and prior", () => {
    expect(() => poolRates([one(1, 2)], { level: 1 })).toThrow("level");
    const prior = { mu: { mean: 0, sd: 0 }, tau: { scale: 1 } };
    expect(() => poolRates([], { prior })).toThrow("prior.mu.sd");
  });
});
