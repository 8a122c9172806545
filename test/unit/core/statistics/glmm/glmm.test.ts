import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitGlmm, profileTauInterval } from "#core/statistics/glmm/fit.ts";
import { makeGlmmData } from "#core/statistics/glmm/marginal-likelihood.ts";
import { maximiseLikelihood } from "#core/statistics/glmm/maximise.ts";
import { type GlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import { makeCovariateDesign, makeInterceptDesign } from "#core/statistics/linear/design.ts";
import type { Study } from "#core/statistics/study.ts";
import { notFinite } from "../../not-finite.ts";
import { counted, ordinaryStudies, studies } from "../arbitraries.ts";

function pool(data: readonly Study[]): GlmmPool {
  const result = poolGlmm(data);
  if (!("fit" in result)) throw new Error(result.status);
  return result;
}

test("every cohort twice: the same estimate, its standard error smaller by √2", () => {
  fc.assert(
    fc.property(ordinaryStudies(3), (data) => {
      const [once, twice] = [pool(data), pool([...data, ...data])];
      // Where the likelihood of τ is flat, the two searches stop at slightly different values.
      expect(twice.mu).toBeCloseTo(once.mu, 5);
      expect(twice.fit.tau).toBeCloseTo(once.fit.tau, 4);
      expect(twice.se * Math.SQRT2).toBeCloseTo(once.se, 5);
    }),
  );
});

test("at τ = 0 it is the fit of the summed counts", () => {
  const alike = counted("10/40 20/80 6/24");
  const { status, estimate, se, fit } = pool(alike);
  const { tau, seTau, fixed } = fit;
  expect({ status, tau, seTau }).toEqual({ status: "boundary", tau: 0, seTau: null });
  expect(estimate).toBeCloseTo(36 / 144, 12);
  expect(se).toBe(fixed.se[0]);
  expect(se).toBeCloseTo(Math.sqrt(1 / 36 + 1 / 108), 12);
});

test("at a given τ more patients narrow the interval", () => {
  fc.assert(
    fc.property(
      ordinaryStudies(),
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.integer({ min: 2, max: 9 }),
      (data, tau, factor) => {
        const larger = data.map(({ events, n }) => ({ events: factor * events, n: factor * n }));
        const information = (of: readonly Study[]) => {
          const at = makeGlmmData(of, makeInterceptDesign(of.length));
          return -(maximiseLikelihood(at, Float64Array.of(0, tau), [0]).hessian[0] ?? Number.NaN);
        };
        expect(information(larger)).toBeGreaterThan(information(data));
      },
    ),
  );
});

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

describe("where there is no maximum the status says why", () => {
  test.each<[string, string, Study[]]>([
    ["no cohorts", "no-cohorts", []],
    ["one cohort", "tau-not-identified", [{ events: 3, n: 9 }]],
    ["no events", "all-zero", counted("0/9 0/4")],
    ["only events", "all-events", [{ events: 9, n: 9 }]],
    ["single patients", "tau-not-identified", counted("0/1 1/1 1/1")],
    ["all or nothing", "tau-diverges", counted("0/9 4/4")],
  ])("%s: %s", (_, status, data) => {
    const result = poolGlmm(data);
    expect(result.status).toBe(status);
    expect("fit" in result).toBe(false);
    expect(notFinite(result)).toEqual([]);
  });

  const data = counted("3/9 5/9 0/9 0/7");

  test("a group without events: separation", () => {
    expect(fitGlmm(data, makeCovariateDesign(4, [[0, 0, 1, 1]])).status).toBe("separation");
  });

  test("a covariate that splits events from none: separation", () => {
    const split = counted("0/9 0/9 6/6 7/7");
    expect(fitGlmm(split, makeCovariateDesign(4, [[0, 0.2, 0.7, 1]])).status).toBe("separation");
  });

  test("a covariate without variation: rank-deficient", () => {
    expect(fitGlmm(data, makeCovariateDesign(4, [[2, 2, 2, 2]])).status).toBe("rank-deficient");
  });
});

describe("profile intervals", () => {
  test("are in order, or null where the likelihood does not fall so far", () => {
    fc.assert(
      fc.property(studies(2, 12), (data) => {
        const result = poolGlmm(data);
        if (!("fit" in result)) return;
        const ofTau = profileTauInterval(result.fit);
        expect(notFinite(ofTau)).toEqual([]);
        if (ofTau !== null) {
          expect(ofTau[0]).toBeLessThanOrEqual(result.fit.tau);
          expect(ofTau[1]).toBeGreaterThan(result.fit.tau);
        }
      }),
    );
  });

  test("start at 0 for τ when its test does not reject", () => {
    const result = pool(counted("5/20 8/20"));
    const { logLikelihood, fixed } = result.fit;
    expect(2 * (logLikelihood - fixed.logLikelihood)).toBeLessThan(3.84);
    expect(profileTauInterval(result.fit)?.[0]).toBe(0);
  });
});
