import { describe, expect, test } from "vitest";
import { begg, egger, peters } from "#core/statistics/sensitivity/small-study-tests.ts";
import { notFinite } from "../../../../support/finite.ts";
import { cohorts, copies, ELEVEN } from "./studies.ts";

const TESTS = { egger, peters, begg };

describe.each(Object.entries(TESTS))("%s", (_, assess) => {
  test("needs ten studies", () => {
    for (const k of [3, 4, 9]) {
      expect(assess(ELEVEN.slice(0, k))).toEqual({
        status: "not-assessed",
        reason: "fewer-than-10-studies",
        k,
      });
    }
    expect(assess(ELEVEN.slice(0, 10))).toMatchObject({ status: "assessed", k: 10 });
    expect(assess(ELEVEN)).toMatchObject({ status: "assessed", k: 11 });
  });

  test("says nothing about fewer than three, whatever is asked for", () => {
    for (const k of [0, 1, 2]) {
      for (const minimumStudies of [3, 10]) {
        expect(assess(ELEVEN.slice(0, k), { minimumStudies })).toEqual({
          status: "not-assessed",
          reason: "fewer-than-3-studies",
          k,
        });
      }
    }
  });

  test("is computed of fewer than ten on demand", () => {
    const five = ELEVEN.slice(0, 5);
    expect(assess(five, { minimumStudies: 5 })).toMatchObject({ status: "assessed" });
    expect(assess(five, { minimumStudies: 6 })).toMatchObject({
      reason: "fewer-than-10-studies",
    });
  });

  test("equal studies differ neither in effect nor in precision", () => {
    for (const study of cohorts([3, 10], [0, 10], [10, 10])) {
      expect(assess(copies(study, 12))).toMatchObject({
        reason: "no-variation-in-precision",
      });
    }
  });

  test("no events at all: the corrections alone decide, and every figure is finite", () => {
    const result = assess(ELEVEN.map(({ n }) => ({ events: 0, n })));
    expect(result.status).toBe("assessed");
    expect(notFinite(result)).toEqual([]);
  });

  test("refuses invalid counts, also of too few studies", () => {
    expect(() => assess(cohorts([4, 3]))).toThrow("studies[0].events ");
    expect(() => assess(cohorts([0, 0]))).toThrow("studies[0].n ");
  });
});
