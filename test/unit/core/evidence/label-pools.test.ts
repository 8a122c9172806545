/** Figures of labels that pool trials of an answer with others. */
import { describe, expect, it } from "vitest";
import { answerQuestion } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { gatherLabelPoolFigures } from "#core/evidence/label-pools.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { cohort, figure, widestBut } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

const trial = cohort("trial", { product: "a-cel" });
const poolWith = (over: Partial<ComputeCohort>, ...figures: ComputeCohort["figures"]) =>
  cohort("pool", { product: "a-cel", parts: ["trial", "other"], figures, ...over });
const gathered = (
  pools: readonly ComputeCohort[],
  {
    selected = [trial],
    query = {},
    hasFigure = false,
  }: { selected?: ComputeCohort[]; query?: Partial<Query>; hasFigure?: boolean } = {},
) =>
  gatherLabelPoolFigures({
    ...{ outcome: "crs-3", selected, cohorts: [trial, ...pools], query: widestBut(query) },
    known: new Set(hasFigure ? ["a-cel"] : []),
  }).map(({ cohort: { id }, figure: { events }, rate }) => ({ id, events, rate }));
const safety = { population: "safety" } as const;

describe("a label pool", () => {
  const pool = poolWith({}, figure("crs-3", 5, 339, safety));

  it("holds a trial of the answer, is not in the answer itself, and its drug has no other figure", () => {
    expect(gathered([pool])).toEqual([{ id: "pool", events: 5, rate: 5 / 339 }]);
    expect(gathered([pool], { selected: [cohort("another")] })).toEqual([]);
    expect(gathered([pool], { selected: [trial, pool] })).toEqual([]);
    expect(gathered([pool], { hasFigure: true })).toEqual([]);
  });

  it.each<[string, Partial<ComputeCohort["figures"][number]>]>([
    ["is of a subset", { population: "subset" }],
    ["is held", { ...safety, hold: "unverified" }],
    ["has neither count nor percentage", { ...safety, events: null, percentPrinted: null }],
    ["has no number of patients", { ...safety, n: null, percentPrinted: null }],
    ["was not reviewed", { ...safety, tier: 4 }],
  ])("is not shown where its figure %s", (_, changed) => {
    expect(
      gathered([poolWith({}, figure("crs-3", 5, 339, changed))], {
        query: { sources: "reviewed" },
      }),
    ).toEqual([]);
  });

  it("gives a percentage where it has no count, and a count before a percentage", () => {
    const percentage = figure("crs-3", 5, 400, { ...safety, events: null, percentPrinted: 58 });
    const ofLabel = poolWith({}, percentage);
    expect(gathered([ofLabel])).toEqual([{ id: "pool", events: null, rate: 0.58 }]);
    expect(gathered([{ ...ofLabel, id: "other-pool" }, pool])).toMatchObject([{ events: 5 }]);
  });

  it("stands beside no published set, and not where other patients are counted", () => {
    expect(gathered([pool], { query: { set: "roex-2020" } })).toEqual([]);
    expect(gathered([pool], { query: { denominator: "enrolled" } })).toEqual([]);
  });
});

it.each(["", "lines=1", "lines=2", "availability=any", "compare=product", "target=gprc5d"])(
  "no drug of a row of “%s” is without a figure that a label pool has of it",
  (text) => {
    const answer = answerQuestion(
      queryOf(`outcome=efficacy,toxicity&${text}`, dataset),
      dataset,
      models,
    );
    const selected = new Set(answer.selection.included.map(({ cohort: id }) => id));
    const pools = dataset.cohorts.filter(
      ({ id, parts }) => !selected.has(id) && parts.some((part) => selected.has(part)),
    );
    for (const { outcome, pools: groups } of answer.outcomes) {
      const shown = Object.values(groups).flatMap(({ studies, labelPools, ...pool }) => [
        ...[...studies, ...(pool.smallTrials ?? []), ...(labelPools ?? [])],
        ...pool.notPooled.filter(({ percentage }) => percentage),
      ]);
      const missing = pools.filter(
        ({ product, regimen, figures }) =>
          shown.every((entry) => entry.product !== product) &&
          Object.values(groups).some((pool) => pool.regimen === regimen) &&
          figures.some(
            ({ hold, population, tier, ...printed }) =>
              printed.outcome === outcome &&
              hold === null &&
              tier < 4 &&
              (population === "safety" || population === "treated"),
          ),
      );
      expect(missing.map(({ id }) => `${outcome} ${id}`)).toEqual([]);
    }
  },
);
