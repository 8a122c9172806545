import fc from "fast-check";
import { expect, test } from "vitest";
import { funnel } from "#core/statistics/sensitivity/funnel.ts";
import { notFinite } from "../../../../support/finite.ts";
import { cohorts, ELEVEN, someStudies, tau2Method } from "./studies.ts";

const FE = { method: "FE", test: "z" } as const;

test("no cohort", () => {
  expect(funnel([], FE)).toEqual({ status: "no-cohorts" });
});

test("one cohort lies on the middle line", () => {
  const plot = funnel(cohorts([3, 9]), FE);
  if (!("points" in plot)) throw new Error(plot.status);
  expect(plot.status).toBe("one-cohort");
  expect(plot.mu).toBeCloseTo(Math.log(3 / 6), 12);
  expect(plot.points).toMatchObject([{ estimate: Math.log(3 / 6) }]);
});

test("limits are straight lines from the pooled value at the level asked for", () => {
  const plot = funnel(ELEVEN, { ...FE, level: 0.9 });
  if (!("points" in plot)) throw new Error(plot.status);
  for (const { standardError, pseudoInterval } of plot.points) {
    expect((pseudoInterval[1] - plot.mu) / standardError).toBeCloseTo(1.644853627, 9);
    expect((plot.mu - pseudoInterval[0]) / standardError).toBeCloseTo(1.644853627, 9);
  }
});

test("refuses invalid counts", () => {
  expect(() => funnel(cohorts([3, 2]), FE)).toThrow("studies[0].events ");
});

test("random data: one finite point per study", () => {
  fc.assert(
    fc.property(someStudies, tau2Method, (studies, method) => {
      const plot = funnel(studies, { method, test: "z" });
      expect(notFinite(plot)).toEqual([]);
      if (!("points" in plot)) throw new Error(plot.status);
      expect(plot.points).toHaveLength(studies.length);
    }),
  );
});
