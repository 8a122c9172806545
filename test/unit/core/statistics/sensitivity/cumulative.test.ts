import { expect, test } from "vitest";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { cumulative } from "#core/statistics/sensitivity/cumulative.ts";
import { ELEVEN } from "./studies.ts";

test("the first one, the first two and so on, in the order given", () => {
  const join = (soFar: readonly string[]) => soFar.join("");
  expect(cumulative(["c", "a", "b"], join)).toEqual(["c", "ca", "cab"]);
  expect(cumulative([], join)).toEqual([]);
});

test("begins with one cohort and ends with the pool of all", () => {
  const pools = cumulative(ELEVEN, (soFar) => poolProportions(soFar, { predictive: false }));
  expect(pools.map(({ k }) => k)).toEqual(ELEVEN.map((_, index) => index + 1));
  expect(pools[0]?.status).toBe("one-cohort");
  expect(pools.at(-1)?.estimate).toBe(poolProportions(ELEVEN).estimate);
});
