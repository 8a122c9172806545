/** Figures of labels that pool trials of an answer with others. */
import { expect, it } from "vitest";
import { labelPoolFigure } from "#core/evidence/label-pools.ts";
import { clopperPearson } from "#core/statistics/interval.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { cohort, figure } from "../../../support/cohorts.ts";

const trial = cohort("trial", { product: "a-cel" });
const poolWith = (over: Partial<ComputeCohort>, ...figures: ComputeCohort["figures"]) =>
  cohort("pool", { product: "a-cel", parts: ["trial", "other"], figures, ...over });
const labelPoolOf = (pool: ComputeCohort, included: readonly string[] = ["trial"]) =>
  labelPoolFigure([trial, pool], new Set(included), "a-cel", "crs-3");

it("is of a pool that holds a trial of the answer, and is not in the answer itself", () => {
  const pool = poolWith({}, figure("crs-3", 5, 339, { population: "safety" }));
  expect(labelPoolOf(pool)).toMatchObject({ events: 5, n: 339, rate: 5 / 339 });
  expect(labelPoolOf(pool)?.interval).toEqual(clopperPearson(5, 339));
  expect(labelPoolOf(pool, ["another"])).toBeNull();
  expect(labelPoolOf(pool, ["trial", "pool"])).toBeNull();
  expect(labelPoolFigure([pool], new Set(["trial"]), "b-cel", "crs-3")).toBeNull();
});

it("is of all its patients, and not of what is held", () => {
  const over = (changed: Partial<ComputeCohort["figures"][number]>) =>
    labelPoolOf(poolWith({}, figure("crs-3", 5, 339, changed)));
  expect(over({ population: "subset" })).toBeNull();
  expect(over({ population: "safety", hold: "unverified" })).toBeNull();
});

it("says how many patients, by a count or by a percentage", () => {
  const over = (changed: Partial<ComputeCohort["figures"][number]>) =>
    labelPoolOf(poolWith({}, figure("crs-3", 5, 339, { population: "safety", ...changed })));
  expect(over({ events: null, percentPrinted: 1.5 })).toMatchObject({
    percentPrinted: 1.5,
    rate: 0.015,
    interval: null,
  });
  expect(over({ events: null, percentPrinted: null })).toBeNull();
  expect(over({ n: null, percentPrinted: null })).toBeNull();
});
