import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaBinomial } from "../../../../functions/statistics/overdispersion/beta-binomial.ts";
import { logBeta, logChoose } from "../../../../functions/statistics/special/log-beta.ts";
import type { Study } from "../../../../functions/statistics/study.ts";
import { mirrored, someStudies } from "./studies.ts";

/** Cohorts as [events, n]. */
function cohorts(...counts: [events: number, n: number][]): Study[] {
  return counts.map(([events, n]) => ({ events, n }));
}

/** The log-likelihood by its definition, with beta functions. */
function directLogLikelihood(studies: readonly Study[], alpha: number, beta: number): number {
  return studies.reduce(
    (sum, { events, n }) =>
      sum +
      logChoose(n, events) +
      logBeta(alpha + events, beta + n - events) -
      logBeta(alpha, beta),
    0,
  );
}

describe("degenerate input", () => {
  test("no cohorts", () => {
    expect(betaBinomial([])).toEqual({ status: "no-cohorts" });
  });

  test("no events, or events only", () => {
    expect(betaBinomial(cohorts([0, 5], [0, 1]))).toEqual({
      status: "all-zero",
      mean: 0,
      logLikelihood: 0,
    });
    expect(betaBinomial(cohorts([7, 7]))).toEqual({
      status: "all-events",
      mean: 1,
      logLikelihood: 0,
    });
  });

  test("one cohort", () => {
    const { logLikelihood, ...one } = {
      logLikelihood: Number.NaN,
      ...betaBinomial(cohorts([1, 2])),
    };
    expect(one).toEqual({ status: "one-cohort", mean: 0.5 });
    expect(logLikelihood).toBeCloseTo(Math.log(0.5), 14);
  });

  test("cohorts of one patient each", () => {
    const { logLikelihood, ...ones } = {
      logLikelihood: Number.NaN,
      ...betaBinomial(cohorts([1, 1], [0, 1], [0, 1], [0, 1])),
    };
    expect(ones).toEqual({ status: "rho-not-identified", mean: 0.25 });
    expect(logLikelihood).toBeCloseTo(Math.log(0.25) + 3 * Math.log(0.75), 12);
  });

  test("only cohorts without events and cohorts of events", () => {
    const studies = cohorts([9, 9], [0, 4], [0, 30], [1, 1]);
    const fit = betaBinomial(studies);
    expect(fit).toEqual({
      status: "rho-diverges",
      mean: 0.5,
      rho: 1,
      logLikelihood: expect.closeTo(4 * Math.log(0.5), 14),
    });
    expect(directLogLikelihood(studies, 1e-9, 1e-9)).toBeCloseTo(4 * Math.log(0.5), 6);
  });

  test("equal proportions are on the boundary, with the binomial likelihood", () => {
    const studies = cohorts([3, 10], [6, 20], [30, 100]);
    const fit = betaBinomial(studies);
    expect(fit).toMatchObject({ status: "boundary", mean: 0.3, rho: 0 });
    expect("logLikelihood" in fit && fit.logLikelihood).toBeCloseTo(
      directLogLikelihood(studies, 0.3e9, 0.7e9),
      6,
    );
  });

  test("one mixed cohort keeps ρ below 1, however few its patients", () => {
    const fit = betaBinomial([
      ...cohorts([1, 2]),
      ...Array.from({ length: 59 }, (_, index) => ({
        events: index % 2 === 0 ? 0 : 1000,
        n: 1000,
      })),
    ]);
    expect(fit.status).toBe("ok");
    expect("rho" in fit && fit.rho).toBeGreaterThan(0.99);
    expect("rho" in fit && fit.rho).toBeLessThan(1);
  });

  test("a million patients", () => {
    const studies = cohorts([1_000, 1_000_000], [2_000, 1_000_000], [1, 1_000_000]);
    const fit = betaBinomial(studies);
    if (fit.status !== "ok") throw new Error(fit.status);
    expect(fit.logLikelihood).toBeCloseTo(directLogLikelihood(studies, fit.alpha, fit.beta), 5);
    expect(betaBinomial(cohorts([1, 1_000_000], [0, 999_999])).status).toBe("boundary");
  });

  test("refuses invalid counts, naming study and field", () => {
    expect(() => betaBinomial(cohorts([1, 2], [1.5, 2]))).toThrow(RangeError);
    expect(() => betaBinomial(cohorts([1, 2], [1.5, 2]))).toThrow("studies[1].events ");
    expect(() => betaBinomial(cohorts([0, 0]))).toThrow("studies[0].n ");
  });
});

describe("random data", () => {
  const fits = someStudies.map((studies) => ({ studies, fit: betaBinomial(studies) }));

  test("figures are finite, and α, β, ρ and the mean agree", () => {
    fc.assert(
      fc.property(fits, ({ fit }) => {
        const { status, ...figures } = fit;
        expect(Object.values(figures).every(Number.isFinite)).toBe(true);
        if (fit.status !== "ok") return;
        const { mean, rho, alpha, beta } = fit;
        expect(rho).toBeGreaterThan(0);
        expect(rho).toBeLessThan(1);
        expect(rho * (alpha + beta + 1)).toBeCloseTo(1, 12);
        expect(alpha / (alpha + beta)).toBeCloseTo(mean, 12);
      }),
    );
  });

  test("the log-likelihood is that of its definition", () => {
    fc.assert(
      fc.property(fits, ({ studies, fit }) => {
        // With parameters of 1e6 and more the beta functions have lost the digits compared.
        if (fit.status !== "ok" || fit.alpha + fit.beta > 1e6) return;
        const direct = directLogLikelihood(studies, fit.alpha, fit.beta);
        expect(Math.abs(fit.logLikelihood - direct)).toBeLessThan(1e-7 * (1 + Math.abs(direct)));
      }),
    );
  });

  test("no point of a grid over all means and ρ has a larger likelihood", () => {
    fc.assert(
      fc.property(fits, ({ studies, fit }) => {
        if (fit.status !== "ok" && fit.status !== "boundary") return;
        for (let logit = -8; logit <= 8; logit += 0.5) {
          for (let logTheta = -9; logTheta <= 9; logTheta += 0.5) {
            const size = Math.exp(-logTheta);
            const alpha = size / (1 + Math.exp(-logit));
            const beta = size / (1 + Math.exp(logit));
            expect(directLogLikelihood(studies, alpha, beta)).toBeLessThan(
              fit.logLikelihood + 1e-7,
            );
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test("no point around the maximum has a larger likelihood, and those at a step have less", () => {
    const studies = cohorts([2, 21], [14, 43], [9, 38], [0, 28], [8, 25], [0, 57], [6, 10]);
    const fit = betaBinomial(studies);
    if (fit.status !== "ok") throw new Error(fit.status);
    for (let i = -20; i <= 20; i += 1) {
      for (let j = -20; j <= 20; j += 1) {
        if (i === 0 && j === 0) continue;
        const [alpha, beta] = [fit.alpha * Math.exp(i / 1000), fit.beta * Math.exp(j / 1000)];
        expect(directLogLikelihood(studies, alpha, beta)).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  test("the complement mirrors the mean", () => {
    fc.assert(
      fc.property(fits, ({ studies, fit }) => {
        const other = betaBinomial(mirrored(studies));
        if (fit.status === "no-cohorts" || other.status === "no-cohorts") return;
        expect(other.mean).toBeCloseTo(1 - fit.mean, 9);
        expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood, 6);
        if (!("rho" in fit) || !("rho" in other)) return;
        expect(other.rho).toBeCloseTo(fit.rho, 8);
      }),
    );
  });

  test("the order of studies does not matter", () => {
    fc.assert(
      fc.property(fits, ({ studies, fit }) => {
        const other = betaBinomial(studies.toReversed());
        expect(other.status).toBe(fit.status);
        if (!("rho" in fit) || !("rho" in other)) return;
        expect(other.mean).toBeCloseTo(fit.mean, 10);
        expect(other.rho).toBeCloseTo(fit.rho, 10);
      }),
    );
  });

  test("proportions as equal as whole numbers allow have no overdispersion", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 1000 }), { minLength: 2, maxLength: 60 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (sizes, p) => {
          const fit = betaBinomial(sizes.map((n) => ({ n, events: Math.round(n * p) })));
          expect(fit).toMatchObject({ status: "boundary", rho: 0 });
        },
      ),
    );
  });
});
