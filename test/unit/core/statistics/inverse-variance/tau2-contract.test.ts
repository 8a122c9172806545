import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeInterceptModel } from "#core/statistics/inverse-variance/pool.ts";
import { qProfileInterval, TAU2_ESTIMATORS } from "#core/statistics/inverse-variance/tau2.ts";
import type { MixedModelData } from "#core/statistics/inverse-variance/weighted-least-squares.ts";
import { makeCovariateDesign } from "#core/statistics/linear/design.ts";
import { makeLogitEffectSizes } from "#core/statistics/scales.ts";
import { counted } from "../arbitraries.ts";
import { TAU2_METHODS } from "../models.ts";

const effects = fc.array(
  fc.record({
    yi: fc.double({ min: -4, max: 4, noNaN: true }),
    vi: fc.double({ min: 0.01, max: 2, noNaN: true }),
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
    test("is never negative, and is 0 for equal estimates", () => {
      fc.assert(
        fc.property(effects, (data) => {
          expect(estimate(makeInterceptModel(data))).toBeGreaterThanOrEqual(0);
          const equal = data.map(({ vi }) => ({ yi: 0.7, vi }));
          expect(estimate(makeInterceptModel(equal))).toBe(0);
        }),
      );
    });

    test("does not depend on the order of studies or on where 0 is", () => {
      fc.assert(
        fc.property(effects, fc.double({ min: -9, max: 9, noNaN: true }), (data, by) => {
          const tau2 = estimate(makeInterceptModel(data));
          expectSame(estimate(makeInterceptModel(data.toReversed())), tau2);
          const shifted = data.map(({ yi, vi }) => ({ yi: yi + by, vi }));
          expectSame(estimate(makeInterceptModel(shifted)), tau2);
        }),
      );
    });

    test("scales with the square of the unit", () => {
      fc.assert(
        fc.property(effects, (data) => {
          const tripled = data.map(({ yi, vi }) => ({ yi: 3 * yi, vi: 9 * vi }));
          expectSame(estimate(makeInterceptModel(tripled)) / 9, estimate(makeInterceptModel(data)));
        }),
      );
    });

    test("does not see what the moderators explain", () => {
      fc.assert(
        fc.property(effects, (data) => {
          const design = makeCovariateDesign(data.length, [data.map((_, i) => i)]);
          const model = (slope: number): MixedModelData => ({
            yi: data.map(({ yi }, i) => yi + slope * i),
            vi: data.map(({ vi }) => vi),
            design,
          });
          expectSame(estimate(model(2)), estimate(model(0)));
        }),
      );
    });

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
