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
import {
  contrastSeparatePools,
  type GroupPool,
  keepDifferenceIntervalIfRatioAgrees,
  type Ratio,
  recoverDifferenceInterval,
} from "#core/statistics/contrast/pools.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { CLOGLOG, LOGIT } from "#core/statistics/scales.ts";
import { forAny } from "../../../support/for-any.ts";
import { between, counted, evenStudy, ordinaryStudies } from "./arbitraries.ts";

const pool = fc
  .array(evenStudy(300), { minLength: 1, maxLength: 10 })
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

test("numbers are finite, intervals ordered and around the median", () =>
  forAny([pool, pool], 60, (a, b) => {
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
  }));

test("changing places negates the difference and inverts the ratio", () =>
  forAny([pool, pool], 60, expectMirrored));

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

test("equal pools: no difference, ratio 1, even chances", () =>
  forAny([pool], 40, (a) => {
    const { difference, differenceMean, ratio, probabilityHigher } = contrasted(a, a);
    expect(difference).toBeCloseTo(0, 6);
    expect(differenceMean).toBe(0);
    expect(ratio).toBeCloseTo(1, 5);
    expect(probabilityHigher).toBeCloseTo(0.5, 6);
  }));

test("the distribution of the difference rises from 0 to 1 and meets the other figures", () =>
  forAny([pool, pool], 40, (a, b) => {
    const contrast = contrasted(a, b);
    expect(below(a, b, -1)).toBeCloseTo(0, 6);
    expect(below(a, b, 1)).toBeCloseTo(1, 6);
    expect(below(a, b, -0.2)).toBeLessThanOrEqual(below(a, b, 0.1) + 1e-9);
    expect(below(a, b, 0)).toBeCloseTo(1 - contrast.probabilityHigher, 4);
    expect(below(a, b, contrast.difference)).toBeCloseTo(0.5, 3);
    expect(below(a, b, contrast.differenceInterval[0])).toBeCloseTo(0.025, 3);
  }));

test("a higher level widens the intervals around the same medians", () => {
  const a = poolProportions(counted("30/40 9/20"));
  const b = poolProportions([{ events: 12, n: 40 }]);
  const narrow = contrastPools(a, b, { level: 0.8 });
  const wide = contrastPools(a, b, { level: 0.99 });
  expect(wide?.difference).toBe(narrow?.difference);
  expect(wide?.differenceInterval[0]).toBeLessThan(narrow?.differenceInterval[0] ?? -1);
  expect(wide?.ratioInterval[1]).toBeGreaterThan(narrow?.ratioInterval[1] ?? 0);
});

test("limits meet the distribution, in the long tail next to 100 % and where both are sharp", () => {
  const nearlyAll = poolProportions(counted("243446/243446 294140/294140"));
  const moderate = poolProportions(counted("637/683 376/433 72/78"));
  const { differenceInterval } = contrasted(nearlyAll, moderate);
  expect(below(nearlyAll, moderate, differenceInterval[0])).toBeCloseTo(0.025, 6);
  expect(below(nearlyAll, moderate, differenceInterval[1])).toBeCloseTo(0.975, 6);
});

const group = ordinaryStudies(2).map((data): GroupPool => {
  const pool = poolGlmm(data);
  if (!("fit" in pool)) throw new Error(pool.status);
  return pool;
});

const limits = ({ interval }: Ratio) => interval ?? [Number.NaN, Number.NaN];

test("a ratio whose limits are beyond all numbers has none", () => {
  const vague = { k: 9, mu: 2, se: 900 };
  expect(contrastSeparatePools(vague, vague).oddsRatio.interval).toBeNull();
});

test("changing places inverts ratios and negates differences", () =>
  forAny([group, group], (a, b) => {
    const [ab, ba] = [contrastSeparatePools(a, b), contrastSeparatePools(b, a)];
    expect(ab.logOddsRatio).toBeCloseTo(-ba.logOddsRatio, 12);
    expect(limits(ab.oddsRatio)[0] * limits(ba.oddsRatio)[1]).toBeCloseTo(1, 9);
    expect(ab.difference).toBeCloseTo(-ba.difference, 12);
    expect(ab.differenceInterval[0]).toBeCloseTo(-ba.differenceInterval[1], 12);
    expect(ab.pValue).toBeCloseTo(ba.pValue, 12);
  }));

test("every interval contains its estimate, and a difference stays inside −1 … 1", () =>
  forAny([group, group], (a, b) => {
    const contrast = contrastSeparatePools(a, b);
    const { difference, differenceInterval, oddsRatio } = contrast;
    expect(differenceInterval[0]).toBeGreaterThanOrEqual(-1);
    expect(differenceInterval[1]).toBeLessThanOrEqual(1);
    expect(differenceInterval[0]).toBeLessThanOrEqual(difference);
    expect(differenceInterval[1]).toBeGreaterThanOrEqual(difference);
    expect(limits(oddsRatio)[0]).toBeLessThan(oddsRatio.estimate);
  }));

describe("odds ratio, P and difference never contradict each other", () => {
  const holds = ([lower, upper]: readonly [number, number], none: number) =>
    lower <= none && none <= upper;

  test.each(["t", "z"] as const)(
    "by %s, of pools and of any numbers, rates and survival",
    (test) => {
      const k = fc.integer({ min: 2, max: 12 });
      const any = fc.record({ k, mu: between(-6, 6), se: between(1e-3, 3) });
      const link = fc.constantFrom(LOGIT, CLOGLOG);
      forAny([fc.oneof(group, any), fc.oneof(group, any), link], 500, (a, b, by) => {
        const { pValue, oddsRatio, ...of } = contrastSeparatePools(a, b, { test, link: by });
        const difference = keepDifferenceIntervalIfRatioAgrees(of.differenceInterval, oddsRatio);
        if (Math.abs(pValue - 0.05) > 1e-9) {
          expect(holds(limits(oddsRatio), 1)).toBe(pValue > 0.05);
        }
        if (difference) expect(holds(difference, 0)).toBe(holds(limits(oddsRatio), 1));
      });
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

test("a group of one study, or the request, leaves the normal distribution", () => {
  const pool: GroupPool = { k: 5, mu: 0.2, se: 0.3 };
  expect(contrastSeparatePools(pool, { ...pool, k: 1 }).reference.df).toBeNull();
  // Two studies leave one degree of freedom: with equal errors Satterthwaite adds those of both groups.
  const ofTwo = { ...pool, k: 2 };
  expect(contrastSeparatePools(ofTwo, ofTwo).reference.df).toBeCloseTo(2, 12);
  expect(contrastSeparatePools(pool, pool, { test: "z" }).reference.df).toBeNull();
});

const rate = fc.tuple(...[0, 1, 2].map(() => between(0, 1))).map((three) => {
  const [lower = 0, estimate = 0, upper = 0] = three.toSorted((a, b) => a - b);
  return { estimate, interval: [lower, upper] as const };
});
const correlation = between(-1, 1);

test("limits of a difference of two rates hold it, and lie between −1 and 1 whatever the correlation", () =>
  forAny([rate, rate, correlation], (a, b, r) => {
    const [lower, upper] = recoverDifferenceInterval(a, b, r);
    expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
    expect(lower).toBeLessThanOrEqual(a.estimate - b.estimate);
    expect(upper).toBeGreaterThanOrEqual(a.estimate - b.estimate);
    expect(upper).toBeLessThanOrEqual(1 + 1e-12);
  }));
