import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { studyIntegral } from "#core/statistics/glmm/study-integral.ts";
import { isGlmmRatePool, poolRatesGlmm } from "#core/statistics/rates/glmm.ts";
import { logLikelihoodAt } from "#core/statistics/rates/hazard-likelihood.ts";
import { integrateRate } from "#core/statistics/rates/rate-integral.ts";
import type { RateStudy } from "#core/statistics/rates/rate-study.ts";
import { notFinite } from "../../../../support/finite.ts";
import { observedLonger, ordinaryRateStudies, rateStudies } from "./arbitraries.ts";

const one = (events: number, n: number, years = 1): RateStudy => ({ events, n, years });

/** The trapezoidal rule with very many points, far beyond where any of these integrands lies. */
function direct(study: RateStudy, eta: number, tau: number): number {
  const [reach, width] = [200, 0.002];
  const log = (z: number) =>
    logLikelihoodAt(study, eta + tau * z) - 0.5 * z * z - 0.5 * Math.log(2 * Math.PI);
  const values = Float64Array.from({ length: (2 * reach) / width }, (_, i) =>
    log(i * width - reach),
  );
  const top = values.reduce((most, value) => Math.max(most, value));
  return top + Math.log(width * values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

describe.each([one(0, 1, 0.4), one(3, 8, 2), one(0, 5000), one(70, 72, 3), one(60, 60, 0.2)])(
  "$events of $n in $years years",
  (study) => {
    const at = (eta: number, tau: number) => {
      const integral = studyIntegral();
      integrateRate(study, eta, tau, integral);
      return integral;
    };

    test("its integral is that of a sum over very many points", () => {
      for (const eta of [-6, -2, 0, 3]) {
        for (const tau of [0.05, 0.5, 2, 8]) {
          const expected = direct(study, eta, tau);
          const error = Math.abs(at(eta, tau).value - expected) / (1 + Math.abs(expected));
          expect(error).toBeLessThan(1e-7);
        }
      }
    });

    test("its derivatives are those of its value", () => {
      for (const eta of [-4, -1, 1.5]) {
        for (const tau of [0.05, 0.7, 5]) {
          const here = at(eta, tau);
          const step = 1e-4 * Math.min(1, tau);
          const near = (got: number, expected: number) =>
            expect(Math.abs(got - expected)).toBeLessThan(2e-4 * (1 + Math.abs(expected)));
          const slope = (of: "value" | "eta" | "tau", by: "eta" | "tau") => {
            const [e, t] = by === "eta" ? [step, 0] : [0, step];
            return (at(eta + e, tau + t)[of] - at(eta - e, tau - t)[of]) / (2 * step);
          };
          near(slope("value", "eta"), here.eta);
          near(slope("value", "tau"), here.tau);
          near(slope("eta", "eta"), here.etaEta);
          near(slope("eta", "tau"), here.etaTau);
          near(slope("tau", "tau"), here.tauTau);
        }
      }
    });
  },
);

test.each([
  [[], "no-cohorts"],
  [[one(2, 9)], "tau-not-identified"],
  [[one(0, 9), one(0, 7)], "all-zero"],
  [[one(9, 9), one(7, 7)], "all-events"],
  [[one(0, 9), one(7, 7)], "tau-diverges"],
  [[one(1, 9), one(2, 7)], "boundary"],
] as const)("the status of %j is %s", (studies, status) => {
  expect(poolRatesGlmm(studies).status).toBe(status);
});

test("any valid data give finite numbers in order, or a status", () => {
  fc.assert(
    fc.property(rateStudies(10, 300), (studies) => {
      const pool = poolRatesGlmm(studies);
      expect(notFinite(pool)).toEqual([]);
      if (!isGlmmRatePool(pool)) return;
      expect(pool.waldInterval[0]).toBeLessThanOrEqual(pool.estimate);
      expect(pool.waldInterval[1]).toBeGreaterThanOrEqual(pool.estimate);
      expect(pool.tInterval[0]).toBeLessThanOrEqual(pool.waldInterval[0]);
    }),
    { numRuns: 60 },
  );
});

test("order does not matter, and years in another unit divide every rate", () => {
  fc.assert(
    fc.property(
      ordinaryRateStudies,
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      (studies, factor) => {
        const pools = [studies, studies.toReversed(), observedLonger(studies, factor)].map((of) =>
          poolRatesGlmm(of),
        );
        const [pool, reversed, longer] = pools.filter(isGlmmRatePool);
        fc.pre(pool !== undefined && reversed !== undefined && longer !== undefined);
        expect(reversed.mu).toBeCloseTo(pool.mu, 6);
        expect(longer.mu + Math.log(factor)).toBeCloseTo(pool.mu, 6);
        expect(longer.se).toBeCloseTo(pool.se, 5);
        expect(longer.logLikelihood).toBeCloseTo(pool.logLikelihood, 8);
      },
    ),
    { numRuns: 40 },
  );
});

test("more events in one of several equal cohorts raise the rate", () => {
  const mu = (events: number) => {
    const pool = poolRatesGlmm([one(events, 60, 1.5), one(12, 60, 1.5), one(12, 60, 1.5)]);
    return isGlmmRatePool(pool) ? pool.mu : Number.NaN;
  };
  for (let events = 6; events < 20; events += 1) expect(mu(events + 1)).toBeGreaterThan(mu(events));
});
