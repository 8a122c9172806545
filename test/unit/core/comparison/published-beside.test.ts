import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directionOf, poolsOf, publishedBeside } from "#core/comparison/published-beside.ts";
import { gatedPools, type HeldRates, type PublishedPool } from "#core/comparison/published-gate.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { printedResult, publication } from "../../../support/published.ts";

const [sample] = gatedPools([publication()]);
if (!sample) throw new Error("the sample does not pass the gate");

const of = (id: string, over: Partial<PublishedPool> = {}): PublishedPool => ({
  ...sample,
  publication: id,
  ...over,
});
const both = (id: string, over: Partial<PublishedPool> = {}): PublishedPool[] =>
  therapyClasses.map((therapyClass) => of(id, { ...over, therapyClass }));

const asked = (
  all: readonly PublishedPool[],
  over: Partial<Query> = {},
  difference = 10,
  held: HeldRates = {},
) =>
  publishedBeside(
    {
      outcome: "orr",
      query: { ...defaultQuery, ...over },
      contrast: { status: "ok", differencePer100: difference },
      appliesTo: therapyClasses,
      pools: {},
    },
    { pools: all, held, ranges: {}, withheld: {} },
  );
const named = (all: readonly PublishedPool[], over: Partial<Query> = {}) => {
  const { pools } = asked(all, over);
  return { "car-t": pools["car-t"].map(nameOf), bsab: pools.bsab.map(nameOf) };
};
const nameOf = (pool: { publication: string }) => pool.publication;
const none = { "car-t": [], bsab: [] };

it("pools are kept by field, and are the same again", () => {
  expect(poolsOf({ publication: ["a", "", "b"], estimate: [0.5, null, 0] })).toEqual([
    { publication: "a", estimate: 0.5 },
    { publication: "a", estimate: null },
    { publication: "b", estimate: 0 },
  ]);
});

describe("the published pools beside a row", () => {
  it("are of its outcome and class, at most two of each class", () => {
    const all = ["a", "b", "c"].flatMap((id) => both(id));
    expect(named(all)).toEqual({ "car-t": ["a", "b"], bsab: ["a", "b"] });
    expect(named([...all.map((pool) => ({ ...pool, outcome: "cr" }))])).toEqual(none);
    expect(named([of("one")])).toEqual({ "car-t": ["one"], bsab: [] });
  });

  it("stand in order: both classes, then newer, then larger", () => {
    expect(named([of("new", { year: 2026 }), ...both("old", { year: 2020 })])["car-t"]).toEqual([
      "old",
      "new",
    ]);
    expect(named([of("a", { year: 2024 }), of("b", { year: 2025 })])["car-t"]).toEqual(["b", "a"]);
    expect(named([of("a", { studies: 10 }), of("b", { studies: 11 })])["car-t"]).toEqual([
      "b",
      "a",
    ]);
    expect(named([of("a", { studies: null, k: 9 }), of("b", { studies: 10 })])["car-t"]).toEqual([
      "b",
      "a",
    ]);
  });

  it("count as old as their search, and as their year only where no search is printed", () => {
    const searched = of("searched", { year: 2026, searchedTo: "2024-05-31" });
    expect(named([searched, of("dated", { year: 2025 })])["car-t"]).toEqual(["dated", "searched"]);
    expect(named([searched, of("dated", { year: 2023 })])["car-t"]).toEqual(["searched", "dated"]);
    const month = of("month", { searchedTo: "2024-06" });
    expect(named([searched, month])["car-t"]).toEqual(["month", "searched"]);
  });

  it.each<[string, Partial<Query>]>([
    ["single products", { product: ["cilta-cel"] }],
    ["patients chosen for earlier BCMA therapy", { priorBcma: "selected" }],
    ["another target", { target: ["gprc5d"] }],
    ["any target", { target: ["any"] }],
    ["several targets", { target: ["bcma", "gprc5d"] }],
    ["other groups than the classes", { compare: "product" }],
    ["another published set", { set: "another", target: ["any"] }],
  ])("are left out if the question is about %s", (_, over) => {
    expect(named(both("a"), over)).toEqual(none);
  });

  it("of mixed targets stand beside questions about several", () => {
    const mixed = both("a", { target: "mixed" });
    expect(named(mixed, { target: ["any"] })["car-t"]).toEqual(["a"]);
  });

  it("of one analysis are one for each class, that of most cohorts", () => {
    const all = [of("a", { k: 7 }), of("a", { k: 13 }), of("b", { year: 2010 })];
    const { pools } = asked(all);
    expect(pools["car-t"].map(({ publication, k }) => [publication, k])).toEqual([
      ["a", 13],
      ["b", null],
    ]);
  });

  it("are of the classes that were asked for", () => {
    expect(named(both("a"), { therapyClass: "bsab" })).toEqual({ "car-t": [], bsab: ["a"] });
  });

  it("of the set that is asked for stand beside its own question, without a difference", () => {
    const { pools } = asked(both("a", { target: "gprc5d", evidence: "all" }), {
      set: "a",
      target: ["any"],
      setting: "any",
    });
    expect(pools["car-t"]).toMatchObject([{ publication: "a", differs: [] }]);
  });

  it("of the set that is asked for stand first, and some beside their own question only", () => {
    const all = [
      ...both("new", { year: 2030 }),
      ...both("old", { year: 2020, ownOnly: "interval" }),
    ];
    expect(named(all, { set: "old", target: ["bcma"] })["car-t"]).toEqual(["old", "new"]);
    expect(named(all)["car-t"]).toEqual(["new"]);
  });

  it("of the set say so if the question is filtered; its own years are no filter", () => {
    const beside = (over: Partial<Query>) =>
      asked(both("a"), { set: "a", ...over }).pools["car-t"].map(({ differs }) => differs);
    expect(beside({ year: { min: null, max: 2024 } })).toEqual([[]]);
    expect(beside({ exclude: ["a"] })).toEqual([["question"]]);
  });

  it("count what is known of the classes that were asked for and is not shown", () => {
    const held = { orr: { "car-t": 5, bsab: 3 }, cr: { bsab: 9 } };
    expect(asked(both("a"), {}, 10, held).held).toBe(4 + 2);
    expect(asked([], {}, 10, held).held).toBe(8);
    expect(asked([], { therapyClass: "bsab" }, 10, held).held).toBe(3);
    expect(asked([], { compare: "product" }, 10, held).held).toBe(0);
  });

  it("of patients that were counted without a rate have no direction", () => {
    const all = both("a", { estimate: null, interval: null, events: 3 });
    const { pools, direction } = asked(all);
    expect([pools.bsab.map(({ events }) => events), direction]).toEqual([[3], null]);
  });

  it("say where the set counted the outcome in another way than its row", () => {
    const own = (ownOnly: PublishedPool["ownOnly"]) =>
      asked([of("vandenboom-2025", { ownOnly })], { set: "vandenboom-2025" }).pools["car-t"];
    expect(own("definition")).toMatchObject([{ differs: ["definition"] }]);
    expect(own("interval")).toMatchObject([{ differs: [] }]);
  });

  it("say why a set's own number is withheld, and only where that set is asked for", () => {
    const pools = both("a", { outcome: "cr" });
    const one = { outcome: "orr", contrast: undefined, appliesTo: therapyClasses, pools: {} };
    const withheld = { a: { orr: "printed so" } };
    const beside = (set: Query["set"]) =>
      publishedBeside(
        { ...one, query: { ...defaultQuery, set } },
        { pools, held: {}, ranges: {}, withheld },
      );
    expect(beside("a").withheld).toBe("printed so");
    expect(beside("current").withheld).toBeNull();
  });

  it.each<[string, Partial<PublishedPool>, Partial<Query>, string[]]>([
    ["nothing", {}, {}, []],
    ["all targets", { target: "mixed" }, {}, ["target"]],
    ["untold targets", { target: null }, {}, ["target"]],
    ["untold targets of several", { target: null }, { target: ["any"] }, ["target"]],
    ["more lines than asked for", { priorLines: [4, null] }, {}, []],
    ["fewer lines", { priorLines: [2, null] }, {}, ["prior-lines"]],
    ["no limit of lines", { priorLines: [null, null] }, {}, ["prior-lines"]],
    ["late in an early question", {}, { setting: "early" }, ["prior-lines"]],
    ["early in an early question", { priorLines: [1, 4] }, { setting: "early" }, []],
    ["no limit in a question without", { priorLines: [null, null] }, { setting: "any" }, []],
    ["real-world cohorts", { evidence: "real-world" }, {}, ["evidence"]],
    ["studies of an untold kind", { evidence: null }, {}, ["evidence"]],
    ["a range", {}, { age: { min: 65, max: null } }, ["question"]],
    ["a list", {}, { exclude: ["a"] }, ["question"]],
    ["another denominator", {}, { denominator: "enrolled" }, ["question"]],
  ])("say in what they differ: %s", (_, over, query, differs) => {
    expect(asked([of("a", over)], query).pools["car-t"]).toMatchObject([{ differs }]);
  });
});

describe("the direction of the published pools", () => {
  const rates = (carT: number, bsab: number, id = "a") => [
    of(id, { therapyClass: "car-t", estimate: carT }),
    of(id, { therapyClass: "bsab", estimate: bsab }),
  ];
  const tiny = 1e-9;

  it.each<[number, number, number, string | null]>([
    [10, 0.8, 0.6, "same"],
    [10, 0.6, 0.8, "opposite"],
    [-10, 0.6, 0.8, "same"],
    [-10, 0.8, 0.6, "opposite"],
    [tiny, 0.6, 0.8, "opposite"],
    [-tiny, 0.6, 0.8, "same"],
    [0, 0.6, 0.8, null],
    [10, 0.8, 0.8, null],
    [10, 0.8, 0.8 + tiny, "opposite"],
  ])("of %d against %d and %d is %s", (difference, carT, bsab, direction) => {
    expect(asked(rates(carT, bsab), {}, difference).direction).toBe(direction);
  });

  it("is mixed if two analyses differ, and unknown without one that has both classes", () => {
    expect(asked([...rates(0.8, 0.6), ...rates(0.6, 0.8, "b")]).direction).toBe("mixed");
    expect(asked([of("a", { estimate: 0.1 })]).direction).toBeNull();
    expect(
      asked([of("a", { therapyClass: "car-t" }), of("b", { therapyClass: "bsab" })]).direction,
    ).toBeNull();
  });

  it("needs a contrast here", () => {
    const { pools } = asked(rates(0.6, 0.8));
    expect(directionOf(pools, { status: "not-estimable", differencePer100: null })).toBeNull();
    expect(directionOf(pools, undefined)).toBeNull();
  });
});

describe("whatever is printed", () => {
  it("shows only what passed the gate, at most two of a class, the same in any order", () => {
    const result = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      passes: fc.boolean(),
      therapyClass: fc.constantFrom(...therapyClasses),
      estimatePercent: fc.integer({ min: 70, max: 90 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(result, { selector: ({ id, therapyClass }) => id + therapyClass }),
        (all) => {
          const pools = gatedPools(
            all.map(({ id, passes, ...printed }) =>
              publication({
                id,
                results: [printedResult(printed, { definition: passes ? "ours" : "other" })],
              }),
            ),
          );
          const held = asked([], {}, 10, { orr: { "car-t": 9, bsab: 9 } }).held;
          const shown = asked(pools, {}, 10, { orr: { "car-t": 9, bsab: 9 } });
          expect(shown.held + shown.pools["car-t"].length + shown.pools.bsab.length).toBe(held);
          for (const group of therapyClasses) {
            const good = all.filter((one) => one.passes && one.therapyClass === group);
            expect(shown.pools[group]).toHaveLength(Math.min(2, good.length));
            for (const pool of shown.pools[group]) {
              expect(good.map(({ id }) => id)).toContain(pool.publication);
            }
          }
          const reversed = asked([...pools].reverse(), {}, 10, { orr: { "car-t": 9, bsab: 9 } });
          expect(reversed).toEqual(shown);
        },
      ),
    );
  });
});
