import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CoefficientTest } from "#core/statistics/inverse-variance/fit.ts";
import {
  type InverseVarianceOptions,
  type ProportionPool,
  poolEffects,
  poolInverseVariance,
} from "#core/statistics/inverse-variance/pool.ts";
import type { Study } from "#core/statistics/study.ts";
import { ordinaryStudies } from "../arbitraries.ts";

const options: InverseVarianceOptions = {
  transform: "PLO",
  correction: { add: 0.5, to: "only0" },
  method: "REML",
  test: "z",
};

function pool(
  studies: readonly Study[],
  change: Partial<InverseVarianceOptions> = {},
): ProportionPool {
  const result = poolInverseVariance(studies, { ...options, ...change });
  if (!("estimate" in result)) throw new Error(result.status);
  return result;
}

const width = ({ muInterval: [lower, upper] }: ProportionPool) => upper - lower;

test("the ad hoc interval is never shorter than the plain one of Hartung and Knapp", () => {
  fc.assert(
    fc.property(ordinaryStudies(3), (data) => {
      const by = (test: CoefficientTest) => width(pool(data, { test }));
      expect(by("adhoc")).toBeGreaterThanOrEqual(by("knha") - 1e-12);
    }),
  );
});

test("the fixed-effect interval narrows with the size of the studies", () => {
  fc.assert(
    fc.property(ordinaryStudies(), fc.integer({ min: 2, max: 9 }), (data, factor) => {
      const larger = data.map(({ events, n }) => ({ events: factor * events, n: factor * n }));
      const of = (studies: readonly Study[]) => width(pool(studies, { method: "FE" }));
      expect(of(larger)).toBeLessThan(of(data));
    }),
  );
});

test("with τ² = 0 the random-effects fit is the fixed-effect fit", () => {
  const alike = [
    { events: 30, n: 100 },
    { events: 31, n: 100 },
    { events: 60, n: 200 },
  ];
  const [fixed, random] = [pool(alike, { method: "FE" }), pool(alike)];
  expect(random.tau2).toBe(0);
  expect(random.mu).toBe(fixed.mu);
  expect(random.se).toBe(fixed.se);
});

describe("studies with 0 or n events", () => {
  const sparse = [
    { events: 0, n: 10 },
    { events: 4, n: 20 },
    { events: 7, n: 7 },
  ];

  test("have no logit without a correction, and are named", () => {
    expect(poolInverseVariance(sparse, { ...options, correction: "none" })).toEqual({
      status: "effect-undefined",
      studies: [0, 2],
    });
  });

  test("are the only ones corrected, all are, or all because of one", () => {
    const variances = (correction: InverseVarianceOptions["correction"], studies = sparse) =>
      pool(studies, { correction }).effects.map(({ vi }) => vi);
    expect(variances({ add: 0.5, to: "only0" })[1]).toBeCloseTo(1 / 4 + 1 / 16, 12);
    const all = 1 / 4.5 + 1 / 16.5;
    expect(variances({ add: 0.5, to: "all" })[1]).toBeCloseTo(all, 12);
    expect(variances({ add: 0.5, to: "if0all" })[1]).toBeCloseTo(all, 12);
    expect(variances({ add: 0.5, to: "if0all" }, sparse.slice(1, 2))[0]).toBeCloseTo(
      1 / 4 + 1 / 16,
    );
  });
});

test("Hartung–Knapp of identical studies has no width to report; ad hoc and z have", () => {
  const same = Array.from({ length: 4 }, () => ({ events: 6, n: 20 }));
  for (const transform of ["PLO", "PFT", "PAS"] as const) {
    const by = (test: CoefficientTest) =>
      poolInverseVariance(same, { ...options, transform, test });
    expect(by("knha")).toEqual({ status: "no-residual-variation" });
    expect(by("adhoc").status).toBe("ok");
    expect(by("z").status).toBe("ok");
  }
});

test("one study: its own estimate and interval, no heterogeneity, no prediction by t", () => {
  const one = pool([{ events: 3, n: 12 }], { test: "knha" });
  expect(one).toMatchObject({ status: "one-cohort", tau2: 0, hkScale: null });
  expect(one.estimate).toBeCloseTo(0.25, 12);
  expect(one.heterogeneity).toMatchObject({ q: 0, df: 0, pQ: null, i2: null });
  expect(one.predictionIntervals).toMatchObject({ tkm1: null, tkm2: null });
});

test("the prediction interval of t(k − 2) needs three studies and is the widest", () => {
  const two = pool([
    { events: 3, n: 12 },
    { events: 9, n: 12 },
  ]);
  expect(two.predictionIntervals.tkm2).toBeNull();
  fc.assert(
    fc.property(ordinaryStudies(3), (data) => {
      const { z, tkm1, tkm2 } = pool(data).predictionIntervals;
      expect(tkm1?.[1]).toBeGreaterThan(z[1]);
      expect(tkm2?.[1]).toBeGreaterThan(tkm1?.[1] ?? Number.NaN);
    }),
  );
});

test("weights are percentages that follow the variances", () => {
  const { weights } = poolEffects(
    [
      { yi: 0, vi: 1 },
      { yi: 0.1, vi: 3 },
    ],
    { method: "FE", test: "z" },
  );
  expect(weights[0]).toBeCloseTo(75, 12);
  expect(weights[1]).toBeCloseTo(25, 12);
});
