import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitGlmm, profileTauInterval } from "#core/statistics/glmm/fit.ts";
import {
  makeEmptyStudyIntegral,
  makeGlmmData,
  writeStudyIntegral,
} from "#core/statistics/glmm/marginal-likelihood.ts";
import { maximiseLikelihood } from "#core/statistics/glmm/maximise.ts";
import { type GlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import {
  makeCovariateDesign,
  makeInterceptDesign,
  weightedCrossProduct,
} from "#core/statistics/linear/design.ts";
import {
  invertPositiveDefinite,
  multiplyVector,
} from "#core/statistics/linear/positive-definite.ts";
import type { Study } from "#core/statistics/study.ts";
import { forAny } from "../../../support/for-any.ts";
import { notFinite } from "../not-finite.ts";
import { between, counted, ordinaryStudies, studies } from "./arbitraries.ts";

function pool(data: readonly Study[]): GlmmPool {
  const result = poolGlmm(data);
  if (!("fit" in result)) throw new Error(result.status);
  return result;
}

test("every cohort twice: the same estimate, its standard error smaller by √2", () =>
  forAny([ordinaryStudies(3)], (data) => {
    const [once, twice] = [pool(data), pool([...data, ...data])];
    // Where the likelihood of τ is flat, the two searches stop at slightly different values.
    expect(twice.mu).toBeCloseTo(once.mu, 5);
    expect(twice.fit.tau).toBeCloseTo(once.fit.tau, 4);
    expect(twice.se * Math.SQRT2).toBeCloseTo(once.se, 5);
  }));

test("at τ = 0 it is the fit of the summed counts", () => {
  const alike = counted("10/40 20/80 6/24");
  const { status, estimate, se, fit } = pool(alike);
  const { tau, seTau, fixed } = fit;
  expect({ status, tau, seTau }).toEqual({ status: "boundary", tau: 0, seTau: null });
  expect(estimate).toBeCloseTo(36 / 144, 12);
  expect(se).toBe(fixed.se[0]);
  expect(se).toBeCloseTo(Math.sqrt(1 / 36 + 1 / 108), 12);
});

test("at a given τ more patients narrow the interval", () =>
  forAny(
    [ordinaryStudies(), between(0, 2), fc.integer({ min: 2, max: 9 })],
    (data, tau, factor) => {
      const larger = data.map(({ events, n }) => ({ events: factor * events, n: factor * n }));
      const information = (of: readonly Study[]) => {
        const at = makeGlmmData(of, makeInterceptDesign(of.length));
        return -(maximiseLikelihood(at, Float64Array.of(0, tau), [0]).hessian[0] ?? Number.NaN);
      };
      expect(information(larger)).toBeGreaterThan(information(data));
    },
  ));

describe("a maximum at τ > 0 is found behind one at τ = 0", () => {
  const few = "0/8 5/58 0/6 0/3 0/67 51/729";
  const many = "4/5 2/2 1/1 0/1 6/6 3/3 1/1 3/3 5/5 3/3 4/4 4/4 7/7 5/5 7/7 4/4 7/7";
  test.each([
    [few, 0.1],
    [many, 1e-3],
  ])("%s", (text, gain) => {
    const { status, tau, logLikelihood, fixed } = pool(counted(text)).fit;
    expect(status).toBe("ok");
    expect(tau).toBeGreaterThan(0.5);
    expect(logLikelihood).toBeGreaterThan(fixed.logLikelihood + gain);
  });
});

test("a covariate that splits events from none: separation", () => {
  const split = counted("0/9 0/9 6/6 7/7");
  expect(fitGlmm(split, makeCovariateDesign(4, [[0, 0.2, 0.7, 1]])).status).toBe("separation");
});

test("profile intervals are in order, or null where the likelihood does not fall so far", () =>
  forAny([studies(2, 12)], (data) => {
    const result = poolGlmm(data);
    if (!("fit" in result)) return;
    const ofTau = profileTauInterval(result.fit);
    expect(notFinite(ofTau)).toEqual([]);
    if (ofTau !== null) {
      expect(ofTau[0]).toBeLessThanOrEqual(result.fit.tau);
      expect(ofTau[1]).toBeGreaterThan(result.fit.tau);
    }
  }));

/** An integrand is cut off where its logarithm is this far below the peak. */
const DROP = 40;
const INTERVALS = 400;

/**
 * log ∫ Bin(y | n, expit(μ + τz)) φ(z) dz without the binomial coefficient: the peak by ternary search, the ends by
 * bisection, and between them Simpson's rule with an even number of intervals. Shares no code with the engine.
 */
function directIntegral(
  { events, n }: Study,
  mu: number,
  tau: number,
  intervals = INTERVALS,
): number {
  const log = (z: number) => {
    const theta = mu + tau * z;
    const softplus = Math.max(theta, 0) + Math.log1p(Math.exp(-Math.abs(theta)));
    return events * theta - n * softplus - 0.5 * z * z - 0.5 * Math.log(2 * Math.PI);
  };
  let [low, high] = [-tau * n - 1, tau * n + 1];
  for (let step = 0; step < 90; step += 1) {
    const third = (high - low) / 3;
    if (log(low + third) < log(high - third)) low += third;
    else high -= third;
  }
  const peak = (low + high) / 2;
  const top = log(peak);
  const end = (direction: 1 | -1) => {
    let [near, far] = [0, 12];
    for (let step = 0; step < 40; step += 1) {
      const middle = (near + far) / 2;
      if (log(peak + direction * middle) > top - DROP) near = middle;
      else far = middle;
    }
    return peak + direction * far;
  };
  const [from, to] = [end(-1), end(1)];
  const width = (to - from) / intervals;
  let sum = 0;
  for (let i = 0; i <= intervals; i += 1) {
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(log(from + i * width) - top);
  }
  return top + Math.log((sum * width) / 3);
}

const integrated = counted("0/1 3/8 0/539416 7884/8028 60/60");

describe.each(integrated)("$events of $n", (study) => {
  test("its integral is that by Simpson's rule, for near and far, small and large τ", () => {
    for (const eta of [-30, -4, 0, 4, 30]) {
      for (const tau of [0.01, 0.5, 4, 60, 200]) {
        const integral = makeEmptyStudyIntegral();
        writeStudyIntegral(study.events, study.n, eta, tau, integral);
        const direct = directIntegral(study, eta, tau, 40_000);
        expect(Math.abs(integral.value - direct) / (1 + Math.abs(direct))).toBeLessThan(1e-6);
      }
    }
  });

  test("its derivatives are those of its value", () => {
    for (const eta of [-3, 0, 5]) {
      for (const tau of [0.05, 0.7, 5]) {
        const at = (e: number, t: number) => {
          const integral = makeEmptyStudyIntegral();
          writeStudyIntegral(study.events, study.n, e, t, integral);
          return integral;
        };
        const here = at(eta, tau);
        const step = 1e-4 * Math.min(1, tau);
        const near = (got: number, expected: number) =>
          expect(Math.abs(got - expected)).toBeLessThan(1e-4 * (1 + Math.abs(expected)));
        near((at(eta + step, tau).value - at(eta - step, tau).value) / (2 * step), here.eta);
        near((at(eta, tau + step).value - at(eta, tau - step).value) / (2 * step), here.tau);
        near((at(eta + step, tau).eta - at(eta - step, tau).eta) / (2 * step), here.etaEta);
        near((at(eta, tau + step).eta - at(eta, tau - step).eta) / (2 * step), here.etaTau);
        near((at(eta, tau + step).tau - at(eta, tau - step).tau) / (2 * step), here.tauTau);
      }
    }
  });
});

const columns = fc.integer({ min: 1, max: 3 }).chain((p) =>
  fc.array(fc.array(between(-3, 3), { minLength: 6, maxLength: 6 }), {
    minLength: p,
    maxLength: p,
  }),
);

test("the inverse of a cross product undoes it, and its log determinant is that of the pivots", () => {
  forAny([columns], (covariates) => {
    const design = makeCovariateDesign(6, covariates);
    const { p } = design;
    const matrix = weightedCrossProduct(design, new Float64Array(6).fill(1));
    const solved = invertPositiveDefinite(matrix, p);
    // If the matrix is nearly singular, its inverse is too inaccurate to compare.
    fc.pre(solved !== null && solved.logDeterminant > -6);
    if (solved === null) return;
    for (let j = 0; j < p; j += 1) {
      const unit = Float64Array.from({ length: p }, (_, i) => (i === j ? 1 : 0));
      const back = multiplyVector(matrix, multiplyVector(solved.inverse, unit));
      back.forEach((value, i) => {
        expect(value).toBeCloseTo(unit[i] ?? Number.NaN, 6);
      });
    }
  });
  const { inverse, logDeterminant } = invertPositiveDefinite(Float64Array.of(4, 2, 2, 3), 2) ?? {};
  expect([...(inverse ?? [])].map((value) => Math.round(value * 8))).toEqual([3, -2, -2, 4]);
  expect(logDeterminant).toBeCloseTo(Math.log(8), 12);
});

test("a matrix that is not positive definite has no inverse here", () => {
  expect(invertPositiveDefinite(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
  expect(invertPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
  expect(invertPositiveDefinite(Float64Array.of(Number.NaN), 1)).toBeNull();
});
