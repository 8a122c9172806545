import fc from "fast-check";
import { expect, test } from "vitest";
import type { FitOptions } from "#core/statistics/inverse-variance/fit.ts";
import {
  type EffectPool,
  poolInverseVariance,
  poolLandmarksInverseVariance,
} from "#core/statistics/inverse-variance/pool.ts";
import type { Study } from "#core/statistics/study.ts";
import { counted, ordinaryStudies } from "../arbitraries.ts";

const options: FitOptions = { method: "REML", test: "z" };

function pool(studies: readonly Study[], change: Partial<FitOptions> = {}): EffectPool {
  const result = poolInverseVariance(studies, { ...options, ...change });
  if (!("estimate" in result)) throw new Error(result.status);
  return result;
}

const width = ({ muInterval: [lower, upper] }: EffectPool) => upper - lower;

test("the scaling of Hartung and Knapp never shortens a standard error", () => {
  fc.assert(
    fc.property(ordinaryStudies(3), (data) => {
      const [scaled, plain] = [pool(data, { test: "adhoc" }), pool(data)];
      expect(scaled.se).toBeGreaterThanOrEqual(plain.se);
      expect(width(scaled)).toBeGreaterThan(width(plain));
    }),
  );
});

test("identical studies have an interval, scaled or not", () => {
  const same = Array.from({ length: 4 }, () => ({ events: 6, n: 20 }));
  expect(width(pool(same, { test: "adhoc" }))).toBeGreaterThan(width(pool(same)));
  expect(width(pool(same))).toBeGreaterThan(0);
});

test("one study: its own estimate and interval, no heterogeneity, no prediction by t", () => {
  const single = pool([{ events: 3, n: 12 }], { test: "adhoc" });
  expect(single).toMatchObject({ status: "one-cohort", tau2: 0 });
  expect(single.estimate).toBeCloseTo(0.25, 12);
  expect(single.heterogeneity).toMatchObject({ q: 0, df: 0, pQ: null, i2: null });
  expect(single.predictionInterval).toBeNull();
});

test("the prediction interval needs three studies and contains that of the mean", () => {
  const two = pool(counted("3/12 9/12"));
  expect(two.predictionInterval).toBeNull();
  fc.assert(
    fc.property(ordinaryStudies(3), (data) => {
      const { interval, predictionInterval } = pool(data);
      expect(predictionInterval?.[0]).toBeLessThan(interval[0]);
      expect(predictionInterval?.[1]).toBeGreaterThan(interval[1]);
    }),
  );
});

test("without landmarks there is a status", () => {
  expect(poolLandmarksInverseVariance([], options)).toEqual({ status: "no-cohorts" });
});
