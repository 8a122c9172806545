import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { leaveOneOut } from "#core/statistics/sensitivity/influence.ts";
import type { Study } from "#core/statistics/study.ts";
import { cohorts, copies, ELEVEN } from "./studies.ts";

describe("leave one out", () => {
  test("each study in turn, in order, and nothing for no studies", () => {
    const rest = (remaining: readonly string[]) => remaining.join("");
    expect(leaveOneOut(["a", "b", "c"], rest)).toEqual(["bc", "ac", "ab"]);
    expect(leaveOneOut(["a"], rest)).toEqual([""]);
    expect(leaveOneOut([], rest)).toEqual([]);
  });

  test("one study leaves a pool without cohorts", () => {
    const [pool] = leaveOneOut(cohorts([3, 9]), (rest) => poolProportions(rest));
    expect(pool).toMatchObject({ status: "no-cohorts", estimate: null });
  });

  test("of equal studies all results are equal", () => {
    const equal = fc.record({
      study: fc
        .integer({ min: 1, max: 200 })
        .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) })),
      k: fc.integer({ min: 2, max: 6 }),
    });
    fc.assert(
      fc.property(equal, ({ study, k }) => {
        for (const analyse of [twoStep, binomialNormal, bayesian]) {
          const [first, ...others] = leaveOneOut(copies(study, k), analyse);
          for (const other of others) expect(other).toEqual(first);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("is what a pool of the others says, whatever pools them", () => {
    for (const analyse of [twoStep, binomialNormal, bayesian]) {
      const results = leaveOneOut(ELEVEN, analyse);
      expect(results).toHaveLength(11);
      expect(results[4]).toEqual(analyse(ELEVEN.filter((_, index) => index !== 4)));
    }
  });
});

function twoStep(studies: readonly Study[]): unknown {
  return poolInverseVariance(studies, { method: "REML", test: "z" });
}

function binomialNormal(studies: readonly Study[]): unknown {
  const pool = poolGlmm(studies);
  return "fit" in pool ? [pool.status, pool.mu, pool.se, pool.tau2] : pool.status;
}

function bayesian(studies: readonly Study[]): unknown {
  const { status, estimate, interval } = poolProportions(studies, { predictive: false });
  return { status, estimate, interval };
}
