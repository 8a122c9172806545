/** Tests what the approved answers do not show: what an answer leaves as it was, and made-up cases. */
import { expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  icans,
  landmark,
  widest,
  widestBut,
} from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";
import { sampled } from "../../../support/sample.ts";
import { rowOf } from "./entries.ts";

const response = (id: string, events: number, n: number, over = {}) =>
  cohort(id, { figures: [figure("orr", events, n)], ...over });

it("an answer changes neither the dataset nor the query", () => {
  const query = queryOf("outcome=orr&lines=any", dataset);
  const before = JSON.stringify([dataset, query]);
  compareClasses(query, dataset, models);
  expect(JSON.stringify([dataset, query])).toBe(before);
});

it("the order of the cohorts changes no number", () => {
  const summary = ["orr", "vgpr", "cr", "crs-3", "icans", "infection-3", "pfs-12", "nrm"];
  const numbers = ({ outcomes }: Answer) =>
    outcomes.map(({ pools, contrasts, notes }) => ({
      pools: therapyClasses.map((group) => {
        const { products, studies, notPooled, notReported, missingProducts, ...numbers } =
          pools[group];
        const ids = studies.map(({ cohort: id }) => id).sort();
        return { ...numbers, missing: [...missingProducts].sort(), studies: ids };
      }),
      contrasts,
      notes: notes.map(({ code }) => code),
    }));
  const query = { ...queryOf("availability=any&lines=any", dataset), outcome: sampled(summary, 3) };
  const turned = { ...dataset, cohorts: dataset.cohorts.toReversed() };
  expect(numbers(compareClasses(query, turned, models))).toEqual(
    numbers(compareClasses(query, dataset, models)),
  );
});

it("a dataset without cohorts is answered, too", () => {
  const { selection, outcomes, patients } = compareClasses(widest, datasetOf([]), models);
  expect(selection).toMatchObject({ included: [], excluded: [], wider: [] });
  expect(outcomes.length).toBeGreaterThan(0);
  expect(patients.bsab).toEqual({ trials: 0, medianAge: null, medianPriorLines: null });
});

it("survival that is not pooled is kept in percent", () => {
  const subset = landmark("pfs-12", 0.57, { population: "subset" });
  const { pools } = rowOf([cohort("a", { landmarks: [subset] })], { outcome: ["pfs-12"] });
  expect(pools["car-t"].notPooled).toMatchObject([
    { events: null, n: 100, percentPrinted: 57, followUpMonths: 18 },
  ]);
});

it("a harm of which no figure is strict has those by a broader definition beside it, never in its number", () => {
  const broad = (id: string) => cohort(id, { figures: [figure("neurotoxicity-3", 18, 100)] });
  const of = { outcome: [icans.id] };
  const { pools } = rowOf([broad("a"), broad("b")], of, { outcomes: [icans] });
  expect(pools["car-t"]).toMatchObject({
    ...{ status: "no-cohorts", k: 0, estimate: null },
    broader: [{ cohort: "a", events: 18, n: 100, printed: "neurotoxicity-3" }, { cohort: "b" }],
  });
});

it("the patients of an answer are those of trials with a figure in any row, each trial once", () => {
  const of = (medianAge: number | null, medianPriorLines: number | null, trial: string) => ({
    ...{ medianAge, medianPriorLines, trial },
  });
  const made = datasetOf([
    response("a", 80, 100, of(60, 6, "one")),
    cohort("b", { ...of(64, null, "two"), figures: [figure("crs-3", 8, 100)] }),
    response("c", 80, 100, of(61, 5, "one")),
    cohort("silent", of(40, 2, "three")),
    bispecific("d", { ...of(null, null, "four"), figures: [figure("orr", 80, 100)] }),
  ]);
  const query = widestBut({ outcome: ["orr", "crs-3"] });
  expect(compareClasses(query, made, models).patients).toEqual({
    "car-t": {
      trials: 2,
      medianAge: { lowest: 60, highest: 64, trials: 2, total: 2 },
      medianPriorLines: { lowest: 5, highest: 6, trials: 1, total: 2 },
    },
    bsab: { trials: 1, medianAge: null, medianPriorLines: null },
  });
});
