/** Tests which published pools stand beside a row, and what they say of it. */
import { describe, expect, it } from "vitest";
import { type PublishedPool, selectComparablePublishedPools } from "#core/others/published-gate.ts";
import {
  type Bounds,
  findContradictionToPublishedRate,
  listTrialSurvivalBounds,
  makePublishedRates,
} from "#core/others/published-rates.ts";
import { defaultQuery, filterNames, lookUpParameter } from "#core/question/parameter-values.ts";
import { makePropertyName, type Query } from "#core/question/query.ts";
import { collections } from "#data/generated/collections.ts";
import type { Published, PublishedResult, PublishedScope } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { median as madeMedian } from "../../../support/answers.ts";
import { cohort } from "../../../support/cohorts.ts";
import { printedResult, publication } from "./made-published.ts";

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
    const [all, mixed] = [of("a", { k: 13, evidence: "all" }), of("a", { k: 20, target: "mixed" })];
    const rates = ratesOf([all, of("a", { k: 6 }), of("a", { k: 7 }), mixed]);
    expect(rates.pools["car-t"].map(({ k }) => k)).toEqual([7]);
  });

  it.each<[string, Partial<Query>]>([
    ["single products", { product: ["cilta-cel"] }],
    ["patients chosen for earlier BCMA therapy", { priorBcma: ["selected"] }],
    ["any target", { target: ["any"] }],
    ["several targets", { target: ["bcma", "gprc5d"] }],
    ["other regimens, too", { regimen: "any" }],
    ["combinations", { regimen: "combination" }],
    ["all who were to be treated", { denominator: "enrolled" }],
    ["a broader definition", { definition: "broad" }],
    ["other groups than the classes", { compare: "product" }],
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
    [{ priorLines: [2, null] }, "3+", true],
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

const passed = (
  result: Partial<PublishedResult> = {},
  scope: Partial<PublishedScope> = {},
  over: Partial<Published> = {},
) =>
  selectComparablePublishedPools([
    publication({ ...over, results: [printedResult(result, scope)] }),
  ]);

describe("the gate of published pools", () => {
  it.each<[string, Parameters<typeof passed>]>([
    ["no outcome of ours", [{ outcome: null }]],
    ["no number", [{ estimatePercent: null, intervalPercent: null }]],
    ["no class", [{ therapyClass: null }]],
    ["a part of a class", [{}, { group: "subgroup" }]],
    ["other diseases, too", [{}, { disease: "mixed" }]],
    ["nobody’s review", [{}, {}, { tier: 4 }]],
    ["something odd", [{ oddity: "printed so" }]],
  ])("keeps out a result of %s", (_, result) => {
    expect(passed(...result)).toEqual([]);
  });

  it("keeps out both classes where one of them is odd, and nothing else", () => {
    const changes = [
      { oddity: "printed so" },
      { therapyClass: "bsab" },
      { outcome: "cr" },
    ] as const;
    const results = changes.map((change) => printedResult(change));
    const pools = selectComparablePublishedPools([publication({ results })]);
    expect(pools.map(({ outcome }) => outcome)).toEqual(["cr"]);
  });

  it("passes a ratio with its interval, of CAR-T against bispecifics only", () => {
    const comparison = { measure: "OR", value: 3, interval: [1, 9], p: 0.04, versus: "BsAb" };
    const of = (over: Partial<NonNullable<PublishedResult["comparison"]>>) =>
      passed({ comparison: { ...comparison, interval: [1, 9], ...over } })[0]?.contrast;
    expect(of({})).toEqual({ measure: "odds-ratio", value: 3, interval: [1, 9], p: "0.04" });
    expect(of({ interval: null })).toBeNull();
    expect(of({ versus: "another product" })).toBeNull();
    expect(of({ measure: "P" })).toBeNull();
  });
});

it("of the data, every ratio between the classes fits the two rates it was printed with", () => {
  const pools = selectComparablePublishedPools(collections.published);
  const pairs = pools.flatMap((carT) => {
    const bsab = pools.find(
      ({ publication: id, outcome, therapyClass }) =>
        id === carT.publication && outcome === carT.outcome && therapyClass === "bsab",
    );
    const { contrast, estimate } = carT;
    if (contrast === null || estimate === null || bsab?.estimate == null) return [];
    const on = (rate: number) =>
      contrast.measure === "odds-ratio" ? rate / (1 - rate) : Math.log(rate);
    return [{ id: carT.publication, contrast, ratio: on(estimate) / on(bsab.estimate) }];
  });
  expect(pairs.length).toBeGreaterThan(5);
  for (const { id, contrast, ratio } of pairs) {
    const [lower, upper] = contrast.interval;
    expect(ratio >= lower && ratio <= upper, `${id} ${ratio}`).toBe(true);
  }
});

it("shows no published rate or ratio outside its own interval, and no interval beyond 0 to 100", () => {
  const all = selectComparablePublishedPools(collections.published);
  expect(all.length).toBeGreaterThan(100);
  for (const { estimate, interval, contrast } of all) {
    const [lower, upper] = interval ?? [0, 1];
    expect([lower >= 0, upper <= 1]).toEqual([true, true]);
    if (estimate !== null) expect(lower <= estimate && estimate <= upper).toBe(true);
    if (contrast === null) continue;
    const [low, high] = contrast.interval;
    expect(low <= contrast.value && contrast.value <= high).toBe(true);
  }
});

const parts = ["large", "small"].map((id) => ({
  ...{ with: id, kind: "contained" as const, reason: "part of the 400" },
}));
const cohorts = [
  ...[cohort("large", { n: 300 }), cohort("small", { n: 100 })],
  cohort("both", { n: 400, overlaps: parts }),
];
const cohortsOf = (named: readonly { readonly cohort: string }[]) =>
  cohorts.filter(({ id }) => named.some(({ cohort: one }) => one === id));

type Printed = Parameters<typeof listTrialSurvivalBounds>[1];
type Interval = readonly [number | null, number | null] | null;

const medianOf = (id: string, interval: Interval, followUpMonths: number | null = null) =>
  madeMedian({ cohort: id, label: id, trial: id, interval, followUpMonths });
const bounds = (printed: Partial<Printed>, outcome = "pfs-12") =>
  listTrialSurvivalBounds(outcome, { medians: [], studies: [], ...printed }, cohortsOf).map(
    (of) => [of.least, of.most],
  );
const median = (interval: Interval) =>
  bounds({ medians: [{ ...medianOf("large", interval), months: 9 }] });

describe("a trial at a month", () => {
  it("is at most half from the upper limit of its median, at least half up to the lower one", () => {
    expect(median([5.6, 11.6])).toEqual([[0, 0.5]]);
    expect(median([5.6, 12])).toEqual([[0, 0.5]]);
    expect(median([12, 20])).toEqual([[0.5, 1]]);
    expect(median([8.8, 17.1])).toEqual([[0, 1]]);
    expect(median([13, null])).toEqual([[0.5, 1]]);
    expect(median(null)).toEqual([[0, 1]]);
  });

  it("with a median that was not reached is at least half up to its follow-up", () => {
    const at = (months: number | null) => bounds({ notReached: [medianOf("large", null, months)] });
    expect(at(13.8)).toEqual([[0.5, 1]]);
    expect(at(9)).toEqual([[0, 1]]);
    expect(at(null)).toEqual([[0, 1]]);
  });

  it("is what it printed of that month, whatever its median", () => {
    const study = { cohort: "large", label: "large", estimate: 0.77 };
    const studies = [study] as unknown as Printed["studies"];
    const medians = [{ ...medianOf("large", [1, 2]), months: 2 }];
    expect(bounds({ studies, medians })).toEqual([[0.77, 0.77]]);
  });

  it("counts once, and a pooling not beside its parts", () => {
    const medians = ["large", "small", "both"].map((id) => ({
      ...medianOf(id, [1, 2]),
      months: 2,
    }));
    expect(bounds({ medians })).toHaveLength(2);
    expect(bounds({ medians: medians.slice(1) })).toHaveLength(1);
  });

  it("is not told for duration of response, or for what is no survival", () => {
    const medians = [{ ...medianOf("large", [1, 2]), months: 2 }];
    expect(bounds({ medians }, "dor-12")).toEqual([]);
    expect(bounds({ medians }, "orr")).toEqual([]);
  });
});

describe("a published survival", () => {
  const low = { ...medianOf("low", [5, 11]), months: 8.8 };
  const high = { ...medianOf("high", [20, 30]), months: 24 };
  const trials: Bounds[] = [
    { n: 300, least: 0, most: 0.5, median: low },
    { n: 100, least: 0.77, most: 0.77 },
  ];

  it("contradicts trials that together do not allow it, and names whose medians say so", () => {
    // (300 × 0.5 + 100 × 0.77) / 400 = 0.5675
    expect(findContradictionToPublishedRate(0.57, trials)).toEqual({
      isHigher: true,
      trials: [low],
    });
    expect(findContradictionToPublishedRate(0.56, trials)).toBeNull();
    // 100 × 0.77 / 400 = 0.1925; no median says that it was more.
    expect(findContradictionToPublishedRate(0.19, trials)).toBeNull();
    const more = [{ n: 300, least: 0.5, most: 1, median: high }, ...trials.slice(1)];
    expect(findContradictionToPublishedRate(0.4, more)).toEqual({
      isHigher: false,
      trials: [high],
    });
  });

  it("never contradicts a single trial, or none", () => {
    expect(findContradictionToPublishedRate(0.9, trials.slice(0, 1))).toBeNull();
    expect(findContradictionToPublishedRate(0.9, [])).toBeNull();
  });
});
