import { expect } from "vitest";
import type { BayesPool } from "#core/statistics/bayes/pool.ts";

/**
 * Expects finite numbers and ordered intervals around their estimates, for a pool that has studies.
 */
export function expectSensible(pool: BayesPool): void {
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
