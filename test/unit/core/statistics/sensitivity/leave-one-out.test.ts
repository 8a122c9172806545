import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrastPools } from "#core/statistics/bayes/contrast.ts";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { leaveOneOut, leaveOneOutContrast } from "#core/statistics/sensitivity/leave-one-out.ts";
import type { Study } from "#core/statistics/study.ts";
import { cohorts, copies, ELEVEN, LOGITS, someStudies } from "./studies.ts";

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

describe("leave one out of a contrast", () => {
  test("each study of either group, with its place", () => {
    const without = leaveOneOutContrast(["a", "b"], ["c"], (a, b) => `${a.join("")}:${b.join("")}`);
    expect(without).toEqual([
      { group: "a", index: 0, result: "b:c" },
      { group: "a", index: 1, result: "a:c" },
      { group: "b", index: 0, result: "ab:" },
    ]);
    expect(leaveOneOutContrast([], [], () => 0)).toEqual([]);
  });

  test("the untouched group is the list given", () => {
    const [a, b] = [ELEVEN.slice(0, 3), ELEVEN.slice(3, 5)];
    const untouched = leaveOneOutContrast(a, b, (x, y) => [x === a, y === b]);
    expect(untouched.map(({ group, result }) => [group, ...result])).toEqual([
      ["a", false, true],
      ["a", false, true],
      ["a", false, true],
      ["b", true, false],
      ["b", true, false],
    ]);
  });

  test("of Bayesian pools, also where a group is left without studies", () => {
    const car = cohorts([84, 97], [94, 128], [57, 113]);
    const bsab = cohorts([104, 165]);
    const contrast = (a: readonly Study[], b: readonly Study[]) =>
      contrastPools(poolProportions(a), poolProportions(b));
    const without = leaveOneOutContrast(car, bsab, contrast);
    expect(without.map(({ group, index }) => `${group}${index}`)).toEqual(["a0", "a1", "a2", "b0"]);
    expect(without[0]?.result).toEqual(contrast(car.slice(1), bsab));
    expect(without[3]?.result).toBeNull();
    const all = contrast(car, bsab);
    // Without the highest cohort the difference is smaller, without the lowest it is larger.
    expect(without[0]?.result?.difference).toBeLessThan(all?.difference ?? Number.NaN);
    expect(without[2]?.result?.difference).toBeGreaterThan(all?.difference ?? Number.NaN);
  });

  test("random groups", () => {
    fc.assert(
      fc.property(someStudies, someStudies, (a, b) => {
        const sizes = leaveOneOutContrast(a, b, (x, y) => x.length + y.length);
        expect(sizes).toHaveLength(a.length + b.length);
        expect(sizes.every(({ result }) => result === a.length + b.length - 1)).toBe(true);
      }),
    );
  });
});

function twoStep(studies: readonly Study[]): unknown {
  return poolInverseVariance(studies, { ...LOGITS, method: "REML", test: "z" });
}

function binomialNormal(studies: readonly Study[]): unknown {
  const pool = poolGlmm(studies);
  return "fit" in pool ? [pool.status, pool.mu, pool.se, pool.tau2] : pool.status;
}

function bayesian(studies: readonly Study[]): unknown {
  const { status, estimate, interval } = poolProportions(studies, { predictive: false });
  return { status, estimate, interval };
}
