import { describe, expect, it } from "vitest";
import { type PublishedPool, selectComparablePublishedPools } from "#core/others/published-gate.ts";
import { makePublishedRates } from "#core/others/published-rates.ts";
import { defaultQuery, filterNames, lookUpParameter } from "#core/question/parameter-values.ts";
import { makePropertyName, type Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { cohort } from "../../../support/cohorts.ts";
import { publication } from "./made-published.ts";

const [sample] = selectComparablePublishedPools([publication()]);
if (!sample) throw new Error("the sample does not pass the gate");

const of = (id: string, over: Partial<PublishedPool> = {}): PublishedPool => ({
  ...sample,
  publication: id,
  ...over,
});
const inEachClass = (id: string, over: Partial<PublishedPool> = {}): PublishedPool[] =>
  therapyClasses.map((therapyClass) => of(id, { ...over, therapyClass }));

const nothing = { k: 0, estimate: null, medians: [], studies: [] };
type Ours = Parameters<typeof makePublishedRates>[0]["pools"];

const ratesOf = (
  all: readonly PublishedPool[],
  over: Partial<Query> = {},
  pools: Partial<Ours> = {},
  outcome = "orr",
) =>
  makePublishedRates(
    {
      outcome,
      query: { ...defaultQuery, ...over },
      pools: { "car-t": nothing, bsab: nothing, ...pools },
      cohortsOf: (named) => named.map((member) => cohort(member.cohort, { n: 100 })),
    },
    all,
  );
const named = (all: readonly PublishedPool[], over: Partial<Query> = {}) => {
  const { pools } = ratesOf(all, over);
  const nameOf = (pool: { publication: string }) => pool.publication;
  return { "car-t": pools["car-t"].map(nameOf), bsab: pools.bsab.map(nameOf) };
};
const none = { "car-t": [], bsab: [] };

describe("the published pools beside a row", () => {
  it("of one analysis are one for each class: the one most like the question, of most cohorts", () => {
    const all = [
      { k: 13, evidence: "all" as const },
      { k: 6 },
      { k: 7 },
      { k: 20, target: "mixed" as const },
    ];
    const rates = ratesOf(all.map((over) => of("a", over)));
    expect(rates.pools["car-t"].map(({ k }) => k)).toEqual([7]);
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
    expect(named(inEachClass("a"), over)).toEqual(none);
  });

  it("are left out if the question has any range", () => {
    const ranges = filterNames.filter((name) => lookUpParameter(name).form === "range");
    expect(ranges).toContain("high-risk");
    for (const name of ranges) {
      const over: Partial<Query> = { [makePropertyName(name)]: { min: null, max: 99 } };
      expect(named(inEachClass("a"), over), name).toEqual(none);
    }
  });

  it.each<[Partial<PublishedPool>, Query["lines"], boolean]>([
    [{ priorLines: [3, null] }, "3+", true],
    [{ priorLines: [2, null] }, "3+", true],
    [{ priorLines: [null, null] }, "3+", true],
    [{ priorLines: null }, "3+", true],
    [{ priorLines: [1, 4] }, "3+", false],
    [{ priorLines: [1, 4] }, "1", true],
    [{ priorLines: [1, 4] }, "2", true],
    [{ priorLines: [null, null] }, "1", false],
    [{ priorLines: [null, null] }, "2", false],
    [{ priorLines: [null, null] }, "any", true],
    [{ priorLines: [2, null] }, "any", false],
    // Other targets and kinds of study beside those asked for, not in their place.
    [{ target: "mixed", evidence: "all" }, "3+", true],
    [{ target: null, evidence: null }, "3+", true],
    [{ target: "other" }, "3+", false],
    [{ evidence: "real-world" }, "3+", false],
    [{ definition: "other" }, "3+", false],
    [{ definition: null }, "3+", false],
  ])("of %j are beside a row after so many lines: %s, %s", (over, lines, isThere) => {
    expect(named([of("a", over)], { lines })["car-t"]).toEqual(isThere ? ["a"] : []);
  });

  it("of the set that is asked for stand first, whatever it counted", () => {
    const olderPools = inEachClass("old", { year: 2020, target: "gprc5d", definition: "other" });
    const all = [...inEachClass("new", { year: 2030 }), ...olderPools];
    expect(named(all, { set: "old" })["car-t"]).toEqual(["old", "new"]);
    expect(named(all)["car-t"]).toEqual(["new"]);
  });
});

describe("a class here", () => {
  const rates = [0.77, 0.894, 0.8].map((estimate, index) => of(`${index}`, { estimate }));
  const beyond = { group: "car-t", analyses: 3, lowest: 77, highest: 89 };

  it.each<[estimate: number | null, k: number, pools: number, expected: object[]]>([
    [0.92, 2, 3, [{ ...beyond, isHigher: true }]],
    [0.7, 2, 3, [{ ...beyond, isHigher: false }]],
    // The rates are printed as 89 and 77, the ends of the published pools, so they are not outside.
    [0.8944, 2, 3, []],
    [0.765, 2, 3, []],
    // There are fewer than three pools, there is one trial, or there is no number.
    [0.92, 2, 2, []],
    [0.92, 1, 3, []],
    [null, 2, 3, []],
  ])(
    "of %s, by %d trials, is outside of %d published pools: %j",
    (estimate, k, pools, expected) => {
      const poolsOfQuestion = { "car-t": { ...nothing, k, estimate } };
      expect(ratesOf(rates.slice(-pools), {}, poolsOfQuestion).outside).toEqual(expected);
    },
  );
});
