import { expect, test } from "vitest";
import { poolLandmarksInverseVariance } from "#core/statistics/inverse-variance/pool.ts";

const landmarks = [
  { y: -0.9, se: 0.14 },
  { y: -0.3, se: 0.21 },
  { y: -1.3, se: 0.25 },
];
const options = { method: "REML", test: "z" } as const;

test("survival lies inside its limits, and these inside the prediction", () => {
  const pool = poolLandmarksInverseVariance(landmarks, options);
  if (!("estimate" in pool)) throw new Error(pool.status);
  const { estimate, interval, predictionInterval: prediction } = pool;
  expect(estimate).toBeCloseTo(Math.exp(-Math.exp(pool.mu)), 12);
  expect(interval[0]).toBeLessThan(estimate);
  expect(interval[1]).toBeGreaterThan(estimate);
  expect(prediction?.[0]).toBeLessThan(interval[0]);
  expect(prediction?.[1]).toBeGreaterThan(interval[1]);
});

test("a longer life is a smaller hazard: the order of limits turns round", () => {
  const pool = poolLandmarksInverseVariance(landmarks, options);
  if (!("estimate" in pool)) throw new Error(pool.status);
  expect(pool.interval[0]).toBeCloseTo(Math.exp(-Math.exp(pool.muInterval[1])), 12);
});

test("no landmarks, or equal ones under Hartung–Knapp, have a status", () => {
  expect(poolLandmarksInverseVariance([], options)).toEqual({ status: "no-cohorts" });
  const same = Array.from({ length: 3 }, () => ({ y: -0.5, se: 0.2 }));
  expect(poolLandmarksInverseVariance(same, { method: "DL", test: "knha" })).toEqual({
    status: "no-residual-variation",
  });
});
