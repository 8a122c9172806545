import fc, { type Stream } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  makeBinomialLikelihood,
  makeSoftplusCache,
} from "#core/statistics/bayes/binomial-likelihood.ts";
import { makeLatticeCache } from "#core/statistics/bayes/lattice-likelihood.ts";
import {
  type BayesPool,
  makePartPooler,
  poolLandmarks,
  poolProportions,
} from "#core/statistics/bayes/pool.ts";
import { DEFAULT_PRIOR } from "#core/statistics/bayes/prior.ts";
import type { Study } from "#core/statistics/study.ts";
import { forAny } from "../../../support/for-any.ts";
import { runsOf } from "../../../support/sample.ts";
import { studies as anyStudies, between, counted } from "./arbitraries.ts";

const studies = anyStudies();
const landmarks = fc.array(
  fc.record({
    y: between(-4, 2),
    se: between(0.01, 2),
  }),
  { minLength: 1, maxLength: 30 },
);

test.each([poolProportions([]), poolLandmarks([])])(
  "without studies every number is null",
  (pool) => {
    const { status, k, ...numbers } = pool;
    expect(status).toBe("no-cohorts");
    expect(k).toBe(0);
    expect(Object.values(numbers).every((value) => value === null)).toBe(true);
  },
);

describe("status", () => {
  test.each([
    ["0/3", "all-zero"],
    ["1/3", "one-cohort"],
    ["0/3 0/9", "all-zero"],
    ["3/3 1/1", "all-events"],
    ["0/3 3/3", "ok"],
  ])("of %s is %s", (text, status) => {
    expect(poolProportions(counted(text)).status).toBe(status);
  });

  test("of landmarks counts cohorts only; equal ones are pooled like nearly equal ones", () => {
    const study = { y: -1, se: 0.2 };
    expect(poolLandmarks([study]).status).toBe("one-cohort");
    expect(poolLandmarks([study, study]).status).toBe("ok");
    const { mu } = poolLandmarks([study, { y: -1, se: 0.2 + 1e-9 }]);
    expect(poolLandmarks([study, study]).mu?.sd).toBeCloseTo(mu?.sd ?? Number.NaN, 6);
  });
});

describe("any valid data", () => {
  test("landmarks give finite, ordered numbers", () =>
    forAny([landmarks], (data) => {
      const { estimate, interval, predictionInterval } = poolLandmarks(data);
      expect(interval?.[0]).toBeLessThanOrEqual(estimate ?? Number.NaN);
      expect(interval?.[1]).toBeGreaterThanOrEqual(estimate ?? Number.NaN);
      expect(predictionInterval?.[0]).toBeLessThanOrEqual(interval?.[0] ?? Number.NaN);
      expect(predictionInterval?.[1]).toBeGreaterThanOrEqual(interval?.[1] ?? Number.NaN);
    }));

  test.each([
    ["a million patients", [{ events: 650_000, n: 1_000_000 }]],
    ["a million patients, no event", [{ events: 0, n: 1_000_000 }]],
    ["a million patients in each of many cohorts", Array(20).fill({ events: 9, n: 1_000_000 })],
    ["cohorts of one patient", [0, 1, 1, 0, 1].map((events) => ({ events, n: 1 }))],
    ["150 cohorts", Array.from({ length: 150 }, (_, i) => ({ events: i % 17, n: 20 + i }))],
    ["300 equal cohorts", Array(300).fill({ events: 7, n: 20 })],
    [
      "cohorts that contradict each other",
      [
        { events: 1, n: 1e6 },
        { events: 999_999, n: 1e6 },
      ],
    ],
  ] as const)("%s", (_, data) => {
    expectSensible(poolProportions(data));
  });

  test.each([
    ["narrow", { mu: { mean: 0, sd: 0.01 }, tau: { scale: 0.001 } }],
    ["wide", { mu: { mean: 0, sd: 10 }, tau: { scale: 5 } }],
    ["far off", { mu: { mean: -6, sd: 0.5 }, tau: { scale: 0.1 } }],
    ["stubborn", { mu: { mean: -4, sd: 0.01 }, tau: { scale: 0.001 } }],
  ] as const)("%s prior", (_, prior) => {
    for (const data of [[], [{ events: 0, n: 9 }], [{ events: 300, n: 400 }]]) {
      expectSensible(
        poolProportions([...data, { events: 30, n: 40 }, { events: 9, n: 30 }], { prior }),
      );
    }
  });
});

describe("symmetries", () => {
  test("the order of studies does not change a bit", () =>
    forAny([studies, fc.infiniteStream(fc.nat())], runsOf(50), (data, keys) => {
      const shuffled = data
        .map((study) => ({ study, key: keys.next().value ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ study }) => study);
      expect(poolProportions(shuffled)).toEqual(poolProportions(data));
    }));

  test("the order of landmarks does not change a bit", () =>
    forAny([landmarks], runsOf(50), (data) => {
      expect(poolLandmarks(data.toReversed())).toEqual(poolLandmarks(data));
    }));
});

describe("parts pooled on one grid", () => {
  const inPart = fc.infiniteStream(fc.integer({ min: 0, max: 3 }));
  const listOmitted = (data: readonly Study[], draws: Stream<number>): number[] =>
    [...draws.take(data.length)].flatMap((draw, index) => (draw === 0 ? [index] : []));

  test("are the pools of the remaining studies, for any studies", () =>
    forAny([anyStudies(1, 30), inPart], runsOf(200), (data, draws) => {
      const without = listOmitted(data, draws);
      expectSamePool(
        makePartPooler(data, { predictive: false })(without),
        poolProportions(data.filter((_, index) => !without.includes(index))),
      );
    }));

  test.each([
    // The first modes of the integrands are far from the studies that remain.
    ["0/54 0/60 0/24 0/92 143/145 64/65", [3, 5]],
    ["0/54 0/60 0/24 0/92 143/145 64/65", [4, 5]],
    ["30/60 31/60 29/60 30/60 60/60", [4]],
    ["9/10 700000/1000000 8/10 7/10", [1]],
    ["9/10 8/10 7/10", [0, 1]],
    ["9/10 8/10 7/10", []],
    ["9/10 8/10 7/10", [0, 1, 2]],
  ])("of %s without %j", (text, without) => {
    const data = counted(text);
    const part = data.filter((_, index) => !without.includes(index));
    expectSamePool(makePartPooler(data)(without), poolProportions(part));
  });

  test("depend neither on the order of the studies nor on the parts before, to the bit", () =>
    forAny([anyStudies(3, 20), inPart, inPart], runsOf(50), (data, one, other) => {
      const [without, before] = [listOmitted(data, one), listOmitted(data, other)];
      const pool = makePartPooler(data);
      pool(before);
      const last = data.length - 1;
      expect(pool(without)).toEqual(
        makePartPooler(data.toReversed())(without.map((index) => last - index)),
      );
    }));

  function expectSamePool(part: BayesPool, alone: BayesPool): void {
    expect([part.status, part.k]).toEqual([alone.status, alone.k]);
    const listNumbers = ({ estimate, interval }: BayesPool): number[] =>
      estimate === null ? [] : [estimate, ...(interval ?? [])];
    const expected = listNumbers(alone);
    listNumbers(part).forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 5);
    });
  }
});

test("a prior that excludes the data is a status, not a number", () => {
  const far = { mu: { mean: -3, sd: 0.1 }, tau: { scale: 0.05 } };
  for (const factor of [1, 4, 20, 1000]) {
    for (const copies of [1, 3, 10]) {
      const all = [345, 4, 352, 187].map((n) => ({ events: factor * n, n: factor * n }));
      const data = Array.from({ length: copies }, () => all).flat();
      const { status, k, ...numbers } = poolProportions(data, { prior: far });
      expect({ status, k }).toEqual({ status: "prior-conflict", k: 4 * copies });
      expect(Object.values(numbers).every((value) => value === null)).toBe(true);
    }
  }
});

test("the default prior of proportions", () => {
  const data = counted("30/50 12/30 55/80");
  expect(poolProportions(data)).toEqual(poolProportions(data, { prior: DEFAULT_PRIOR }));
});

test("a table that was made for less is made anew for more, at either end", () => {
  for (const [low, high] of [[-1, 5] as const, [-5, 1] as const]) {
    const covering = makeLatticeCache((_step, _first, count) => new Float64Array(count), 0);
    covering(0.1, -1, 1);
    const { step, first, likelihoods } = covering(0.1, low, high);
    expect(first * step).toBeLessThanOrEqual(low);
    expect((first + likelihoods.length - 1) * step).toBeGreaterThanOrEqual(high);
  }
});

test.each([
  [{ y: Number.NaN, se: 1 }, "studies[1].y"],
  [{ y: 0, se: 0 }, "studies[1].se"],
  [{ y: 0, se: 1e-170 }, "studies[1].se"],
  [{ y: 0, se: Number.POSITIVE_INFINITY }, "studies[1].se"],
])("misuse throws, naming what is wrong landmark %j", (bad, field) => {
  expect(() => poolLandmarks([{ y: 0, se: 1 }, bad])).toThrow(field);
});

/** Expects finite numbers and ordered intervals around their estimates, for a pool that has studies. */
function expectSensible(pool: BayesPool): void {
  const { estimate, interval, predictionInterval, mu, tau } = pool;
  if (
    estimate === null ||
    interval === null ||
    predictionInterval === null ||
    mu === null ||
    tau === null
  ) {
    throw new Error(`a pool of ${pool.k} studies lacks a number`);
  }
  const proportions = [estimate, ...interval, ...predictionInterval];
  const furtherNumbers = [...Object.values(mu), ...Object.values(tau), pool.logMarginalLikelihood];
  expect([...proportions, ...furtherNumbers].every(Number.isFinite)).toBe(true);
  for (const value of proportions) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
  expect(interval[0]).toBeLessThan(estimate);
  expect(estimate).toBeLessThan(interval[1]);
  expect(predictionInterval[0]).toBeLessThanOrEqual(interval[0] + 1e-6);
  expect(predictionInterval[1]).toBeGreaterThanOrEqual(interval[1] - 1e-6);
  expect(mu.sd).toBeGreaterThan(0);
  expect(tau.median).toBeGreaterThan(0);
  expect(tau.mean).toBeGreaterThan(0);
  expect(pool.logMarginalLikelihood).toBeLessThan(0);
}

test("a study far from μ is integrated, though Newton steps to its mode go to and fro", () => {
  const study = makeBinomialLikelihood({ events: 143, n: 145 }, 1, makeSoftplusCache());
  const tau = 0.30927441364783437;
  expect(() => study.smoothed({ tau, step: 0.375, first: -32, count: 8 })).not.toThrow();
});
