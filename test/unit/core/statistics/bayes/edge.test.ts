import { describe, expect, test } from "vitest";
import { contrastPools } from "#core/statistics/bayes/contrast.ts";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { oracleCases } from "../../../../oracle/fixture.ts";
import { expectSensible } from "./sensible.ts";

const all = oracleCases("edge").map((one) => {
  const { events, n } = one.input as { events: number[]; n: number[] };
  const studies = events.map((count, i) => ({ events: count, n: Number(n[i]) }));
  const { glmm } = one.expected as { glmm?: { status?: string } };
  return [one.id, studies, glmm?.status] as const;
});

const inputs = all.filter(([, studies]) => studies.every(({ n }) => n > 0));

describe.each(inputs)("%s", (_, studies, exactStatus) => {
  const pool = poolProportions(studies);

  test("has finite, ordered numbers", () => {
    expectSensible(pool);
    expect(pool.k).toBe(studies.length);
  });

  test("has the status of its data", () => {
    const expected = studies.every(({ events }) => events === 0)
      ? "all-zero"
      : studies.every(({ events, n }) => events === n)
        ? "all-events"
        : studies.length === 1
          ? "one-cohort"
          : "ok";
    expect(pool.status).toBe(expected);
    if (exactStatus === "all_zero_events") expect(pool.status).toBe("all-zero");
    if (exactStatus === "all_events") expect(pool.status).toBe("all-events");
  });

  test("can be contrasted with any other", () => {
    for (const [, others] of inputs) {
      const contrast = contrastPools(pool, poolProportions(others));
      expect(
        Object.values(contrast ?? {})
          .flat()
          .every(Number.isFinite),
      ).toBe(true);
    }
  });
});

test("a cohort without patients is refused", () => {
  const refused = all.filter(([, studies]) => studies.some(({ n }) => n === 0));
  expect(refused.length).toBeGreaterThan(0);
  for (const [, studies] of refused) {
    const index = studies.findIndex(({ n }) => n === 0);
    expect(() => poolProportions(studies)).toThrow(`studies[${index}].n `);
  }
});

test("the fixture has degenerate cases of both kinds", () => {
  const statuses = inputs.map(([, studies]) => poolProportions(studies).status);
  expect(new Set(statuses)).toEqual(new Set(["all-zero", "all-events", "one-cohort", "ok"]));
});
