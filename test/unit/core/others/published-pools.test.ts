import { describe, expect, it } from "vitest";
import { gatedPools, type PublishedPool } from "#core/others/published-gate.ts";
import { publishedBeside } from "#core/others/published-pools.ts";
import { propertyName } from "#core/question/parameter-names.ts";
import { defaultQuery, filterNames, parameterOf } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { cohort } from "../../../support/cohorts.ts";
import { publication } from "../../../support/published.ts";

const [sample] = gatedPools([publication()]);
if (!sample) throw new Error("the sample does not pass the gate");

const of = (id: string, over: Partial<PublishedPool> = {}): PublishedPool => ({
  ...sample,
  publication: id,
  ...over,
});
const both = (id: string, over: Partial<PublishedPool> = {}): PublishedPool[] =>
  therapyClasses.map((therapyClass) => of(id, { ...over, therapyClass }));

const nothing = { k: 0, estimate: null, medians: [], studies: [] };
type Ours = Parameters<typeof publishedBeside>[0]["pools"];

const asked = (
  all: readonly PublishedPool[],
  over: Partial<Query> = {},
  pools: Partial<Ours> = {},
  outcome = "orr",
) =>
  publishedBeside(
    {
      outcome,
      query: { ...defaultQuery, ...over },
      pools: { "car-t": nothing, bsab: nothing, ...pools },
      cohortsOf: (named) => named.map((one) => cohort(one.cohort, { n: 100 })),
    },
    all,
  );
const named = (all: readonly PublishedPool[], over: Partial<Query> = {}) => {
  const { pools } = asked(all, over);
  const nameOf = (pool: { publication: string }) => pool.publication;
  return { "car-t": pools["car-t"].map(nameOf), bsab: pools.bsab.map(nameOf) };
};
const none = { "car-t": [], bsab: [] };

describe("the published pools beside a row", () => {
  it("are all of its outcome, each with its class", () => {
    const all = ["a", "b", "c"].flatMap((id) => both(id));
    expect(named(all)).toEqual({ "car-t": ["a", "b", "c"], bsab: ["a", "b", "c"] });
    expect(named(both("a", { outcome: "cr" }))).toEqual(none);
    expect(named([of("one")])).toEqual({ "car-t": ["one"], bsab: [] });
  });

  it("stand with the newest first, as old as their search where that is printed", () => {
    const searched = of("searched", { year: 2026, searchedTo: "2024-05-31" });
    expect(named([searched, of("dated", { year: 2025 })])["car-t"]).toEqual(["dated", "searched"]);
    expect(named([of("dated", { year: 2023 }), searched])["car-t"]).toEqual(["searched", "dated"]);
    expect(named([of("undated", { year: null }), searched])["car-t"]).toEqual([
      "searched",
      "undated",
    ]);
  });

  it("of one analysis are one for each class: the one most like the question, of most cohorts", () => {
    const all = [
      of("a", { k: 13, evidence: "all" }),
      of("a", { k: 6 }),
      of("a", { k: 7 }),
      of("a", { k: 20, target: "mixed" }),
    ];
    expect(asked(all).pools["car-t"].map(({ k }) => k)).toEqual([7]);
  });

  it.each<[string, Partial<Query>]>([
    ["single products", { product: ["cilta-cel"] }],
    ["patients chosen for earlier BCMA therapy", { priorBcma: ["selected"] }],
    ["another target", { target: ["gprc5d"] }],
    ["any target", { target: ["any"] }],
    ["several targets", { target: ["bcma", "gprc5d"] }],
    ["patients after one line", { lines: "1" }],
    ["patients after two lines", { lines: "2" }],
    ["any number of lines", { lines: "any" }],
    ["other regimens, too", { regimen: "any" }],
    ["combinations", { regimen: "combination" }],
    ["practice", { evidence: "real-world" }],
    ["all who were to be treated", { denominator: "enrolled" }],
    ["a broader definition", { definition: "broad" }],
    ["other groups than the classes", { compare: "product" }],
    ["another published set", { set: "another", target: ["any"] }],
  ])("are left out if the question is about %s", (_, over) => {
    expect(named(both("a"), over)).toEqual(none);
  });

  it("are left out if the question has any range", () => {
    const ranges = filterNames.filter((name) => parameterOf(name).form === "range");
    expect(ranges).toContain("high-risk");
    for (const name of ranges) {
      const over: Partial<Query> = { [propertyName(name)]: { min: null, max: 99 } };
      expect(named(both("a"), over), name).toEqual(none);
    }
  });

  it.each<[string, Partial<PublishedPool>, Query["lines"], boolean]>([
    ["≥ 3 lines", { priorLines: [3, null] }, "3+", true],
    ["≥ 2 lines", { priorLines: [2, null] }, "3+", true],
    ["no limit", { priorLines: [null, null] }, "3+", true],
    ["lines not told", { priorLines: null }, "3+", true],
    ["1 to 4 lines", { priorLines: [1, 4] }, "3+", false],
    ["1 to 4 lines", { priorLines: [1, 4] }, "1", true],
    ["1 to 4 lines", { priorLines: [1, 4] }, "2", true],
    ["no limit", { priorLines: [null, null] }, "1", false],
    ["no limit", { priorLines: [null, null] }, "2", false],
    ["no limit", { priorLines: [null, null] }, "any", true],
    ["≥ 2 lines", { priorLines: [2, null] }, "any", false],
  ])("with %s are of the lines asked: %o, %s, %s", (_, over, lines, isThere) => {
    expect(named([of("a", over)], { lines })["car-t"]).toEqual(isThere ? ["a"] : []);
  });

  it("may hold other targets and kinds of study beside those asked for, not in their place", () => {
    expect(named([of("a", { target: "mixed", evidence: "all" })])["car-t"]).toEqual(["a"]);
    expect(named([of("a", { target: null, evidence: null })])["car-t"]).toEqual(["a"]);
    expect(named([of("a", { target: "other" })])["car-t"]).toEqual([]);
    expect(named([of("a", { evidence: "real-world" })])["car-t"]).toEqual([]);
    expect(named([of("a", { definition: "other" })])["car-t"]).toEqual([]);
    expect(named([of("a", { definition: null })])["car-t"]).toEqual([]);
  });

  it("are of the classes that were asked for", () => {
    expect(named(both("a"), { therapyClass: "bsab" })).toEqual({ "car-t": [], bsab: ["a"] });
  });

  it("of the set that is asked for stand first, whatever it counted", () => {
    const own = both("old", { year: 2020, target: "gprc5d", definition: "other" });
    const all = [...both("new", { year: 2030 }), ...own];
    expect(named(all, { set: "old" })["car-t"]).toEqual(["old", "new"]);
    expect(named(all)["car-t"]).toEqual(["new"]);
  });
});

describe("a class here", () => {
  const rates = [0.77, 0.894, 0.8].map((estimate, index) => of(`${index}`, { estimate }));
  const outside = (estimate: number | null, k = 2, pools: readonly PublishedPool[] = rates) =>
    asked(pools, {}, { "car-t": { ...nothing, k, estimate } }).outside;
  const beyond = { group: "car-t", analyses: 3, lowest: 77, highest: 89 };

  it("is outside of published pools where it is higher or lower than all, as printed", () => {
    expect(outside(0.92)).toEqual([{ ...beyond, isHigher: true }]);
    expect(outside(0.7)).toEqual([{ ...beyond, isHigher: false }]);
    expect(outside(0.8944)).toEqual([]);
    expect(outside(0.765)).toEqual([]);
  });

  it("is not with fewer than three pools, one trial, or no number", () => {
    expect(outside(0.92, 2, rates.slice(1))).toEqual([]);
    expect(outside(0.92, 1)).toEqual([]);
    expect(outside(null)).toEqual([]);
  });
});

it("a published survival that the trials here do not allow is named with their medians", () => {
  const median = (id: string, months: number, interval: readonly [number, number]) => ({
    cohort: id,
    label: id.toUpperCase(),
    product: "x-cel",
    regimen: "monotherapy" as const,
    months,
    interval,
    followUpMonths: 24,
    citation: null,
  });
  const medians = [median("a", 8, [5, 11]), median("b", 9, [6, 12])];
  const pools = { "car-t": { ...nothing, medians } };
  const all = [0.73, 0.48].map((estimate, index) =>
    of(`${index}`, { outcome: "pfs-12", estimate }),
  );
  expect(asked(all, {}, pools, "pfs-12").contradicted).toEqual([
    {
      group: "car-t",
      publication: "0",
      estimate: 0.73,
      isHigher: true,
      by: [
        { cohort: "a", label: "A", months: 8 },
        { cohort: "b", label: "B", months: 9 },
      ],
    },
  ]);
});
