import fc from "fast-check";
import { expect, test } from "vitest";
import type { CoefficientTest, FitOptions } from "#core/statistics/inverse-variance/fit.ts";
import {
  type ProportionPool,
  poolEffects,
  poolInverseVariance,
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

test("½ is added only to studies with 0 or n events", () => {
  const sparse = counted("0/10 4/20 7/7");
  const variances = pool(sparse).effects.map(({ vi }) => vi);
  expect(variances[0]).toBeCloseTo(1 / 0.5 + 1 / 10.5, 12);
  expect(variances[1]).toBeCloseTo(1 / 4 + 1 / 16, 12);
  expect(variances[2]).toBeCloseTo(1 / 7.5 + 1 / 0.5, 12);
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

test("weights are percentages that follow the variances", () => {
  const { weights } = poolEffects(
    [
      { yi: 0, vi: 1 },
      { yi: 0.1, vi: 3 },
    ],
    { method: "DL", test: "z" },
  );
  expect(weights[0]).toBeCloseTo(75, 12);
  expect(weights[1]).toBeCloseTo(25, 12);
});
