import fc from "fast-check";
import { expect, test } from "vitest";
import type { CoefficientTest, FitOptions } from "#core/statistics/inverse-variance/fit.ts";
import {
  type ProportionPool,
  poolInverseVariance,
  poolLandmarksInverseVariance,
} from "#core/statistics/inverse-variance/pool.ts";
import type { Study } from "#core/statistics/study.ts";
import { counted, ordinaryStudies } from "../arbitraries.ts";

const options: FitOptions = { method: "REML", test: "z" };

function pool(studies: readonly Study[], change: Partial<FitOptions> = {}): ProportionPool {
  const result = poolInverseVariance(studies, { ...options, ...change });
  if (!("estimate" in result)) throw new Error(result.status);
  return result;
}

const width = ({ muInterval: [lower, upper] }: ProportionPool) => upper - lower;

test("the ad hoc interval is never shorter than the plain one of Hartung and Knapp", () => {
  fc.assert(
    fc.property(ordinaryStudies(3), (data) => {
      // Equal rates have no interval of Hartung and Knapp at all.
      fc.pre(new Set(data.map(({ events, n }) => events / n)).size > 1);
      const by = (test: CoefficientTest) => width(pool(data, { test }));
      expect(by("adhoc")).toBeGreaterThanOrEqual(by("knha") - 1e-12);
    }),
  );
});

test("Hartung–Knapp of identical studies has no width to report; ad hoc and z have", () => {
  const same = Array.from({ length: 4 }, () => ({ events: 6, n: 20 }));
  const by = (test: CoefficientTest) => poolInverseVariance(same, { ...options, test });
  expect(by("knha")).toEqual({ status: "no-residual-variation" });
  expect(by("adhoc").status).toBe("ok");
  expect(by("z").status).toBe("ok");
});

test("one study: its own estimate and interval, no heterogeneity, no prediction by t", () => {
  const one = pool([{ events: 3, n: 12 }], { test: "knha" });
  expect(one).toMatchObject({ status: "one-cohort", tau2: 0 });
  expect(one.estimate).toBeCloseTo(0.25, 12);
  expect(one.heterogeneity).toMatchObject({ q: 0, df: 0, pQ: null, i2: null });
  expect(one.predictionInterval).toBeNull();
});

test("the prediction interval needs three studies and contains that of the mean", () => {
  const two = pool(counted("3/12 9/12"));
  expect(two.predictionInterval).toBeNull();
  fc.assert(
    fc.property(ordinaryStudies(3), (data) => {
      const { muInterval, muPredictionInterval } = pool(data);
      expect(muPredictionInterval?.[0]).toBeLessThan(muInterval[0]);
      expect(muPredictionInterval?.[1]).toBeGreaterThan(muInterval[1]);
    }),
  );
});

test("no landmarks, or equal ones under Hartung–Knapp, have a status", () => {
  const by = { method: "DL", test: "knha" } as const;
  expect(poolLandmarksInverseVariance([], by)).toEqual({ status: "no-cohorts" });
  const same = Array.from({ length: 3 }, () => ({ y: -0.5, se: 0.2 }));
  expect(poolLandmarksInverseVariance(same, by)).toEqual({ status: "no-residual-variation" });
});
