import { describe, expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { compare } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { noPool } from "../../../support/answers.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  icans,
  landmark,
  untold,
  widest,
  widestBut,
} from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";
import { sampled } from "../../../support/sample.ts";
import { inside } from "./any-question.ts";
import { firstCollection } from "./first-collection.ts";

const summary = [...["orr", "vgpr", "cr", "crs-3", "icans", "infection-3", "pfs-12", "nrm"]];

const answerTo = (text: string) => compare(asked(text, dataset), dataset, models);

function rowOf({ outcomes }: Answer, id: string) {
  const row = outcomes.find(({ outcome }) => outcome === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

/** One row of the answer of made cohorts to the widest question. */
const rowIn = (id: string, ...made: Parameters<typeof datasetOf>[0]) =>
  rowOf(compare(widestBut({ outcome: [id] }), datasetOf(made), models), id);

describe("the default question", () => {
  it.each([
    ["orr", "car-t", 7, 415],
    ["orr", "bsab", 5, 512],
    ["crs-3", "car-t", 5, 385],
    ["crs-3", "bsab", 3, 405],
  ] as const)(
    "%s of %s rests on %d cohorts and %d patients (counted in data/cohorts)",
    (outcome, group, k, n) => {
      // Sold in any region, whatever the label says.
      const anywhere = "availability=us,eu,ch,cn,jp&labelled=any";
      const counted = compare(asked(anywhere, firstCollection), firstCollection, models);
      expect(rowOf(counted, outcome).pools[group]).toMatchObject({ k, n });
    },
  );
});

describe("what it is given", () => {
  it("does not change the dataset or the query it was given", () => {
    const before = JSON.stringify(dataset);
    const query = asked("outcome=orr&lines=any", dataset);
    const asBefore = JSON.stringify(query);
    compare(query, dataset, models);
    expect(JSON.stringify(dataset)).toBe(before);
    expect(JSON.stringify(query)).toBe(asBefore);
  });

  it("has an order that changes no number", () => {
    const shuffled = { ...dataset, cohorts: dataset.cohorts.toReversed() };
    const numbers = ({ outcomes }: Answer) =>
      outcomes.map(({ pools, contrasts, notes }) => ({
        pools: groups.map((group) => {
          const { products, studies, notPooled, missing, ...numbers } = pools[group];
          const ids = studies.map(({ cohort: id }) => id).sort();
          return { ...numbers, missing: [...missing].sort(), studies: ids };
        }),
        contrasts,
        notes: notes.map(({ code }) => code),
      }));
    const query = {
      ...asked("availability=any&lines=any", dataset),
      outcome: sampled(summary, 3),
    };
    expect(numbers(compare(query, shuffled, models))).toEqual(
      numbers(compare(query, dataset, models)),
    );
  });
});

describe("an empty selection", () => {
  const answer = answerTo("prior-lines=-1");

  it("still has every row, with explicit empties", () => {
    expect(answer.outcomes).toHaveLength(summary.length);
    for (const { pools, contrasts, notes } of answer.outcomes) {
      for (const group of groups) {
        expect(pools[group]).toEqual({ ...noPool, of: 0 });
      }
      expect(contrasts.map(({ status }) => status)).toEqual(["not-estimable"]);
      expect(notes).toEqual([]);
    }
    expect(answer.notes).toEqual([]);
    const nobody = { trials: 0, medianAge: null, medianPriorLines: null };
    expect(answer.patients).toEqual({ "car-t": nobody, bsab: nobody });
  });

  it("of a dataset without cohorts is answered too", () => {
    const { selection, outcomes } = compare(widest, datasetOf([]), models);
    expect(selection).toMatchObject({ included: [], excluded: [], wider: [] });
    expect(outcomes.length).toBeGreaterThan(0);
  });
});

describe("one class", () => {
  it.each(groups)("%s alone is pooled as it is beside the other", (group) => {
    const both = rowOf(answerTo("outcome=orr"), "orr").pools[group];
    expect(rowOf(answerTo(`outcome=orr&therapy-class=${group}`), "orr").pools[group]).toEqual(both);
  });
});

describe("extreme counts", () => {
  it.each([
    [0, "all-zero"],
    [100, "all-events"],
  ])("%d of 100 in every cohort are answered with finite numbers", (events, status) => {
    const row = rowIn(
      "orr",
      untold(cohort)("a", { figures: [figure("orr", events, 100)] }),
      untold(cohort)("b", { figures: [figure("orr", events, 100)] }),
      untold(bispecific)("c", { figures: [figure("orr", events, 100)] }),
      untold(bispecific)("d", { figures: [figure("orr", events, 100)] }),
    );
    const { estimate, interval } = row.pools["car-t"];
    expect(row.pools["car-t"].status).toBe(status);
    expect(inside(estimate, interval)).toBe(true);
    expect(Number.isFinite(row.contrasts[0]?.oddsRatio)).toBe(true);
  });
});

describe("a landmark without a printed number of patients", () => {
  it("leaves the number of patients of its pool unknown rather than too small", () => {
    const { pools } = rowIn(
      "pfs-12",
      cohort("a", { landmarks: [landmark("pfs-12", 0.6, { n: 90 })] }),
      cohort("b", { landmarks: [landmark("pfs-12", 0.7, { n: null })] }),
    );
    expect(pools["car-t"]).toMatchObject({ k: 2, n: null });
    expect(pools["car-t"].products.map(({ n }) => n)).toEqual([null]);
    expect(pools["car-t"].studies.map(({ n }) => n)).toEqual([90, null]);
  });
});

describe("a cohort that is not pooled", () => {
  it("keeps its count, its printed percentage and its follow-up", () => {
    const printed = {
      percentPrinted: 37.5,
      hold: "conflicting-sources",
      followUpMonths: 9,
    } as const;
    const { pools } = rowIn("orr", cohort("a", { figures: [figure("orr", 30, 80, printed)] }));
    expect(pools["car-t"].notPooled).toEqual([
      {
        cohort: "a",
        label: "A",
        product: "alpha-cel",
        reason: { code: "held", hold: "conflicting-sources" },
        events: 30,
        n: 80,
        percentPrinted: 37.5,
        followUpMonths: 9,
      },
    ]);
  });

  it("keeps its survival in percent", () => {
    const { pools } = rowIn(
      "pfs-12",
      cohort("a", { landmarks: [landmark("pfs-12", 0.57, { population: "subset" })] }),
    );
    expect(pools["car-t"].notPooled).toMatchObject([
      { events: null, n: 100, percentPrinted: 57, followUpMonths: 18 },
    ]);
  });
});

describe("a pool whose selected trials do not all have a figure", () => {
  it("says how many trials there are, and which products it does not hold", () => {
    const { pools } = rowIn(
      "orr",
      cohort("a", { figures: [figure("orr", 80, 100)] }),
      cohort("b", { product: "gamma-cel" }),
      ...["c", "d"].map((id) => cohort(id, { product: "unapproved-cel", trial: "NCT1" })),
      bispecific("e", { figures: [figure("orr", 50, 100)] }),
    );
    expect(pools["car-t"]).toMatchObject({
      ...{ status: "one-cohort", k: 1, trials: 1, of: 3, estimate: 0.8 },
      missing: ["gamma-cel", "unapproved-cel"],
    });
    expect(pools.bsab).toMatchObject({ trials: 1, of: 1, missing: [] });
  });

  it("does not count a pool of trials as one of them", () => {
    const { pools } = rowIn(
      "orr",
      cohort("a", { figures: [figure("orr", 80, 100)] }),
      cohort("label", { parts: ["a"], figures: [figure("orr", 90, 110)] }),
    );
    expect(pools["car-t"]).toMatchObject({ k: 1, trials: 1, of: 1 });
  });
});

describe("a harm with no figure by the strict definition", () => {
  const outcomes = [icans];
  const rowBy = (...cohorts: Parameters<typeof datasetOf>[0]) => {
    const made = datasetOf(cohorts, { outcomes });
    return rowOf(compare(widestBut({ outcome: ["icans-3"] }), made, models), "icans-3");
  };
  const broad = (id: string) => cohort(id, { figures: [figure("neurotoxicity-3", 18, 100)] });

  it("has the broader figures beside it, never in its number", () => {
    const { "car-t": pool } = rowBy(broad("a"), broad("b")).pools;
    expect(pool).toMatchObject({ status: "no-cohorts", k: 0, estimate: null });
    expect(pool.broader).toMatchObject([
      { cohort: "a", events: 18, n: 100, printed: "neurotoxicity-3" },
      { cohort: "b" },
    ]);
  });

  it("has none beside a strict one", () => {
    const strict = cohort("c", { figures: [figure("icans-3", 5, 100)] });
    expect(rowBy(broad("a"), strict).pools["car-t"]).toMatchObject({ k: 1, broader: [] });
  });
});

describe("an outcome that a class cannot have", () => {
  it("is not looked for in its cohorts", () => {
    const row = rowIn(
      "infused",
      cohort("a", { figures: [figure("infused", 90, 100, { population: "leukapheresed" })] }),
      bispecific("b", { figures: [figure("infused", 90, 100)] }),
    );
    expect(row.pools["car-t"].k).toBe(1);
    expect(row.pools.bsab).toMatchObject({ k: 0, notPooled: [] });
  });
});

describe("the patients of an answer", () => {
  const over = (medianAge: number | null, medianPriorLines: number | null, trial: string) => ({
    ...{ medianAge, medianPriorLines, trial },
  });
  const made = datasetOf([
    cohort("a", { ...over(60, 6, "one"), figures: [figure("orr", 80, 100)] }),
    cohort("b", { ...over(64, null, "two"), figures: [figure("crs-3", 8, 100)] }),
    cohort("c", { ...over(61, 5, "one"), figures: [figure("orr", 80, 100)] }),
    cohort("silent", over(40, 2, "three")),
    bispecific("d", { ...over(null, null, "four"), figures: [figure("orr", 80, 100)] }),
  ]);
  const { patients } = compare(widestBut({ outcome: ["orr", "crs-3"] }), made, models);

  it("are those of trials with a figure in any row, each trial once", () => {
    expect(patients["car-t"]).toEqual({
      trials: 2,
      medianAge: { lowest: 60, highest: 64, trials: 2, of: 2 },
      medianPriorLines: { lowest: 5, highest: 6, trials: 1, of: 2 },
    });
  });

  it("have no median where none is printed", () => {
    expect(patients.bsab).toEqual({ trials: 1, medianAge: null, medianPriorLines: null });
  });
});
