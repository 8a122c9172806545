import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { i2, percentWeights, typicalWithinVariance } from "#core/statistics/heterogeneity.ts";
import type { Interval } from "#core/statistics/interval.ts";
import type { FitOptions } from "#core/statistics/inverse-variance/fit.ts";
import {
  type EffectPool,
  makeInterceptModel,
  poolInverseVariance,
  poolLandmarksInverseVariance,
} from "#core/statistics/inverse-variance/pool.ts";
import {
  qProfileInterval,
  TAU2_ESTIMATORS,
  type Tau2Method,
} from "#core/statistics/inverse-variance/tau2.ts";
import { makeCovariateDesign } from "#core/statistics/linear/design.ts";
import { makeLogitEffectSizes } from "#core/statistics/scales.ts";
import type { Study } from "#core/statistics/study.ts";
import { forAny } from "../../../support/for-any.ts";
import { notFinite } from "../not-finite.ts";
import { between, counted, mirrored, ordinaryStudies, studies } from "./arbitraries.ts";

/** Properties that all models of one pooled rate share. */
interface Pooled {
  readonly estimate: number;
  readonly interval: Interval;
  readonly tau2: number | null;
}

/** A model with its name. It returns a pool, or a status that says why there is none. */
interface Model {
  readonly name: string;
  readonly pool: (studies: readonly Study[], level?: number) => Pooled | string;
  /** Everything the model returns, to search it for numbers that are not finite. */
  readonly everything: (studies: readonly Study[]) => unknown;
}

const TAU2_METHODS: readonly Tau2Method[] = ["DL", "ML", "REML"];

const bayes: Model = {
  name: "Bayes",
  pool: (studies, level = 0.95) => {
    const { estimate, interval, status } = poolProportions(studies, { level });
    return estimate === null || interval === null ? status : { estimate, interval, tau2: null };
  },
  everything: (studies) => poolProportions(studies),
};

const glmm: Model = {
  name: "GLMM",
  pool: (studies, level = 0.95) => {
    const pool = poolGlmm(studies, { level });
    return "fit" in pool
      ? { estimate: pool.estimate, interval: pool.waldInterval, tau2: pool.tau2 }
      : pool.status;
  },
  everything: (studies) => poolGlmm(studies),
};

const inverseVariance = TAU2_METHODS.flatMap((method) =>
  (["z", "t", "adhoc"] as const).map((test): Model => {
    const pool = (studies: readonly Study[], level = 0.95) =>
      poolInverseVariance(studies, { method, test, level });
    return {
      name: `${method} ${test}`,
      pool: (studies, level) => {
        const result = pool(studies, level);
        return "estimate" in result ? result : result.status;
      },
      everything: pool,
    };
  }),
);

/** Lists all models of one pooled rate. */
const MODELS: readonly Model[] = [bayes, glmm, ...inverseVariance];

/** The pool. Data for which the model has no pool are skipped by `fc.pre`. */
const fitted = (result: Pooled | string): Pooled => {
  if (typeof result === "string") return fc.pre(false) as never;
  return result;
};

const runs = { numRuns: 25 };

describe.each(MODELS.map((model) => [model.name, model] as const))(
  "%s",
  (_, { pool, everything }) => {
    test("the order of studies does not matter", () =>
      forAny([ordinaryStudies()], runs, (data) => {
        const [a, b] = [fitted(pool(data)), fitted(pool(data.toReversed()))];
        expect(b.estimate).toBeCloseTo(a.estimate, 9);
        expect(b.interval[0]).toBeCloseTo(a.interval[0], 8);
        expect(b.interval[1]).toBeCloseTo(a.interval[1], 8);
      }));

    test("non-events instead of events mirror estimate and interval", () =>
      forAny([ordinaryStudies()], runs, (data) => {
        const [a, b] = [fitted(pool(data)), fitted(pool(mirrored(data)))];
        // The tolerance is that of the least accurate model, the Bayesian quadrature.
        expect(Math.abs(b.estimate - (1 - a.estimate))).toBeLessThan(2e-5);
        expect(Math.abs(b.interval[0] - (1 - a.interval[1]))).toBeLessThan(2e-5);
        expect(Math.abs(b.interval[1] - (1 - a.interval[0]))).toBeLessThan(2e-5);
      }));

    test("any valid counts give finite figures in order, or a status", () =>
      forAny([studies()], runs, (data) => {
        const result = pool(data);
        expect(notFinite(everything(data))).toEqual([]);
        if (typeof result === "string") return;
        const { estimate, interval, tau2 } = result;
        expect(interval[0]).toBeLessThanOrEqual(estimate + 1e-12);
        expect(interval[1]).toBeGreaterThanOrEqual(estimate - 1e-12);
        expect(interval[0]).toBeGreaterThanOrEqual(0);
        expect(interval[1]).toBeLessThanOrEqual(1);
        if (tau2 !== null) expect(tau2).toBeGreaterThanOrEqual(0);
      }));

    test("a higher level widens the interval around the same estimate", () =>
      forAny([ordinaryStudies(3)], runs, (data) => {
        const [narrow, wide] = [fitted(pool(data, 0.8)), fitted(pool(data, 0.95))];
        expect(wide.estimate).toBeCloseTo(narrow.estimate, 12);
        expect(wide.interval[0]).toBeLessThanOrEqual(narrow.interval[0]);
        expect(wide.interval[1]).toBeGreaterThanOrEqual(narrow.interval[1]);
      }));

    test("without studies there is a status, not a number", () => {
      expect(pool([])).toBe("no-cohorts");
    });

    test.each([
      { events: 4, n: 3 },
      { events: 0, n: 0 },
    ])("%o is refused by name", (invalid) => {
      expect(() => pool([{ events: 1, n: 2 }, invalid])).toThrow("studies[1].");
    });
  },
);

const options: FitOptions = { method: "REML", test: "z" };

function pool(studies: readonly Study[], change: Partial<FitOptions> = {}): EffectPool {
  const result = poolInverseVariance(studies, { ...options, ...change });
  if (!("estimate" in result)) throw new Error(result.status);
  return result;
}

const width = ({ muInterval: [lower, upper] }: EffectPool) => upper - lower;

test("the scaling of Hartung and Knapp never shortens a standard error", () =>
  forAny([ordinaryStudies(3)], (data) => {
    const [scaled, plain] = [pool(data, { test: "adhoc" }), pool(data)];
    expect(scaled.se).toBeGreaterThanOrEqual(plain.se);
    expect(width(scaled)).toBeGreaterThan(width(plain));
  }));

test("the prediction interval needs three studies and contains that of the mean", () => {
  const two = pool(counted("3/12 9/12"));
  expect(two.predictionInterval).toBeNull();
  forAny([ordinaryStudies(3)], (data) => {
    const { interval, predictionInterval } = pool(data);
    expect(predictionInterval?.[0]).toBeLessThan(interval[0]);
    expect(predictionInterval?.[1]).toBeGreaterThan(interval[1]);
  });
});

test("without landmarks there is a status", () => {
  expect(poolLandmarksInverseVariance([], options)).toEqual({ status: "no-cohorts" });
});

const effects = fc.array(
  fc.record({
    yi: between(-4, 4),
    vi: between(0.01, 2),
  }),
  { minLength: 3, maxLength: 20 },
);

/** Equal within a relative error of 1e-7, or an absolute one for values below 1. */
function expectSame(got: number, expected: number): void {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(expected)));
}

describe.each(TAU2_METHODS.map((method) => [method, TAU2_ESTIMATORS[method]] as const))(
  "%s",
  (_, estimate) => {
    test("is never negative, and is 0 for equal estimates", () =>
      forAny([effects], (data) => {
        expect(estimate(makeInterceptModel(data))).toBeGreaterThanOrEqual(0);
        const equal = data.map(({ vi }) => ({ yi: 0.7, vi }));
        expect(estimate(makeInterceptModel(equal))).toBe(0);
      }));

    test("does not depend on the order of studies or on where 0 is", () =>
      forAny([effects, between(-9, 9)], (data, by) => {
        const tau2 = estimate(makeInterceptModel(data));
        expectSame(estimate(makeInterceptModel(data.toReversed())), tau2);
        const shifted = data.map(({ yi, vi }) => ({ yi: yi + by, vi }));
        expectSame(estimate(makeInterceptModel(shifted)), tau2);
      }));

    test("scales with the square of the unit", () =>
      forAny([effects], (data) => {
        const tripled = data.map(({ yi, vi }) => ({ yi: 3 * yi, vi: 9 * vi }));
        expectSame(estimate(makeInterceptModel(tripled)) / 9, estimate(makeInterceptModel(data)));
      }));

    test("does not see what the moderators explain", () =>
      forAny([effects], (data) => {
        const design = makeCovariateDesign(data.length, [data.map((_, i) => i)]);
        const vi = data.map((of) => of.vi);
        const model = (slope: number) => ({
          yi: data.map(({ yi }, i) => yi + slope * i),
          vi,
          design,
        });
        expectSame(estimate(model(2)), estimate(model(0)));
      }));

    test("is 0 with no more studies than coefficients", () => {
      expect(estimate(makeInterceptModel([{ yi: 1, vi: 0.1 }]))).toBe(0);
    });
  },
);

test("of two maxima of the likelihood the higher one is found", () => {
  const far = counted("1/12 271/501 0/13");
  const near = counted("2/2 2/2 27/118");
  expect(TAU2_ESTIMATORS.ML(makeInterceptModel(makeLogitEffectSizes(far)))).toBeGreaterThan(1);
  expect(TAU2_ESTIMATORS.ML(makeInterceptModel(makeLogitEffectSizes(near)))).toBe(0);
});

test("a single study has no interval of τ²", () => {
  const model = makeInterceptModel([{ yi: 1, vi: 0.1 }]);
  expect(qProfileInterval(model, 0.95)).toBeNull();
});

const withinVariances = (studies: readonly Study[]) =>
  makeLogitEffectSizes(studies).map(({ vi }) => vi);

test("one study has neither a typical variance nor I²", () => {
  expect(typicalWithinVariance(withinVariances([{ events: 1, n: 3 }]))).toBeNull();
  expect(i2(0.3, null)).toBeNull();
});

test("percent weights even out as τ² grows", () => {
  const studies = counted("5/10 50/100");
  const [small = 0, large = 0] = percentWeights(withinVariances(studies), 0);
  expect(large / small).toBeCloseTo(10, 9);
  const [evenSmall = 0, evenLarge = 0] = percentWeights(withinVariances(studies), 1e6);
  expect(evenLarge / evenSmall).toBeCloseTo(1, 5);
});
