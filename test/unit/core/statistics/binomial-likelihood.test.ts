import fc from "fast-check";
import { expect, test } from "vitest";
import {
  makeBinomialLikelihood,
  makeSoftplusCache,
} from "#core/statistics/bayes/binomial-likelihood.ts";
import { makeCommonKernel } from "#core/statistics/bayes/joint.ts";
import {
  type MuLattice,
  makeLogProducts,
  sumLogProducts,
} from "#core/statistics/bayes/study-likelihood.ts";
import { logChoose } from "#core/statistics/special/gamma.ts";
import type { Study } from "#core/statistics/study.ts";
import { forAny } from "../../../support/for-any.ts";
import { anyStudy, between } from "./arbitraries.ts";

const lattice = fc.record({
  tau: between(-3, 1.5).map(Math.exp),
  step: fc.constantFrom(0.0625, 0.25, 0.375, 0.5),
  first: fc.integer({ min: -30, max: 15 }),
  count: fc.integer({ min: 1, max: 24 }),
});

test("the likelihood of any study given μ is the integral over θ, relative to its peak", () =>
  forAny([anyStudy(1000), lattice], expectIntegral));

function expectIntegral(study: Study, mus: MuLattice): void {
  const likelihood = makeBinomialLikelihood(study, 1, makeSoftplusCache());
  const smoothed = likelihood.smoothed(mus);
  const cells = makeLogProducts(new Float64Array(mus.count));
  smoothed.addTo(cells, makeCommonKernel([smoothed], mus));
  const peak = integrate(study, mus.tau, likelihood.location);
  sumLogProducts(cells).forEach((log, m) => {
    const exact = integrate(study, mus.tau, (mus.first + m) * mus.step);
    expect(Math.exp(log - peak)).toBeCloseTo(Math.exp(exact - peak), 5);
  });
}

/** Returns log ∫ p(y | θ) N(θ; μ, τ²) dθ by a fine sum over all θ that matter. */
function integrate({ events, n }: Study, tau: number, mu: number): number {
  const step = Math.min(tau, 1 / Math.sqrt(n)) / 8;
  const logs: number[] = [];
  for (let theta = Math.min(mu, -20) - 8 * tau; theta < Math.max(mu, 20) + 8 * tau; theta += step) {
    const softplus = Math.max(theta, 0) + Math.log1p(Math.exp(-Math.abs(theta)));
    logs.push(events * theta - n * softplus - 0.5 * ((theta - mu) / tau) ** 2);
  }
  const highest = Math.max(...logs);
  const sum = logs.reduce((total, log) => total + Math.exp(log - highest), 0);
  return highest + Math.log((sum * step) / (tau * Math.sqrt(2 * Math.PI))) + logChoose(n, events);
}
