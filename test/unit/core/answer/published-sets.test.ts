/** Tests the questions of published meta-analyses: what they rest on, and how close they come to the papers. */
import { expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { collections } from "#data/generated/collections.ts";
import { cohort, datasetOf, figure, orr } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

const answer = (text: string): Answer => compareClasses(queryOf(text, dataset), dataset, models);

function rowOf(text: string) {
  const [row] = answer(text).outcomes;
  if (!row) throw new Error("no row");
  return { ...row, contrast: row.contrasts[0] };
}

it("counts of a set every cohort with a figure, those not known here, too", () => {
  const part = { overlaps: [{ with: "b", kind: "partial" as const, reason: "made up" }] };
  const cohorts = [
    cohort("a", { n: 30, figures: [figure("orr", 20, 30)], ...part }),
    cohort("b", { n: 30, doses: "other" }),
    cohort("c", { n: 40 }),
  ];
  const set = { id: "made", name: "Made", cohorts: ["a", "b", "c"], cohortsPooled: 4 };
  const pins = { setting: "any", availability: "any", overlap: "keep", doses: "any" };
  const made = datasetOf(cohorts, { outcomes: [orr], sets: [{ ...set, pins }] });
  const [row] = compareClasses(queryOf("set=made&outcome=orr", made), made, models).outcomes;
  expect(row?.pools["car-t"]).toMatchObject({ k: 1, selectedTrials: 3, estimate: 0.666667 });
  // One of the four cohorts is not known here.
  expect(row?.set).toEqual({ cohortsWithFigure: 1, cohortsOfSet: 4 });
  // Where the cohorts of a set are not public, their number is not known.
  expect(rowOf("set=annals-2025&outcome=orr").set).toMatchObject({ cohortsOfSet: null });
});

it("pools nothing that was published after the search of a set whose cohorts are not public", () => {
  for (const { id, set, searchedTo, year } of collections.published) {
    if (set === null || set.rows !== null) continue;
    const end = Number(searchedTo?.slice(0, 4) ?? year);
    const { included } = answer(`set=${id}`).selection;
    expect(included.length).toBeGreaterThan(0);
    const late = included.filter(({ cohort: cohortId }) => {
      const candidate = dataset.cohorts.find((listed) => listed.id === cohortId);
      return candidate === undefined || candidate.year === null || candidate.year > end;
    });
    expect(late, id).toEqual([]);
  }
});

it.each(["", "&model=bayes", "&model=glmm", "&model=reml"])(
  "has one I² a pool, that of τ², with%s: it lies within its limits",
  (text) => {
    const { pools } = rowOf(`set=vandenboom-2025&outcome=orr${text}`);
    for (const { tau, i2, heterogeneity } of Object.values(pools)) {
      const [low, high] = heterogeneity?.i2Interval ?? [0, 100];
      expect(i2).toBeGreaterThanOrEqual(low);
      expect(i2).toBeLessThanOrEqual(high);
      // H² is 1 + τ²/v, and I² the share of τ² in both together.
      const h2 = heterogeneity?.h2;
      if (h2) expect(i2).toBeCloseTo(100 * (1 - 1 / h2), 2);
      expect((i2 ?? 0) > 0).toBe((tau ?? 0) > 0);
    }
  },
);
