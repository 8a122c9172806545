import { describe, expect, it } from "vitest";
import { selectComparablePublishedPools } from "#core/others/published-gate.ts";
import { collections } from "#data/generated/collections.ts";
import type { Published, PublishedResult, PublishedScope } from "#data/schema.ts";
import { printedResult, publication } from "./made-published.ts";

const passed = (
  result: Partial<PublishedResult> = {},
  scope: Partial<PublishedScope> = {},
  over: Partial<Published> = {},
) =>
  selectComparablePublishedPools([
    publication({ ...over, results: [printedResult(result, scope)] }),
  ]);

describe("the gate of published pools", () => {
  it("passes what was printed, as rates of 0 to 1", () => {
    expect(passed({ k: 12 })).toEqual([
      {
        publication: "made-2024",
        citation: "Made J. 2024.",
        href: "https://doi.org/10.1000/made",
        year: 2024,
        searchedTo: null,
        outcome: "orr",
        therapyClass: "car-t",
        k: 12,
        estimate: 0.8,
        events: null,
        interval: [0.7, 0.9],
        contrast: null,
        target: "bcma",
        priorLines: [3, null],
        evidence: "trial",
        definition: "ours",
      },
    ]);
  });

  it("passes a count without a rate, and a rate without an interval or a year", () => {
    expect(passed({ estimatePercent: null, intervalPercent: null, events: 14 })).toMatchObject([
      { estimate: null, events: 14, interval: null },
    ]);
    expect(passed({ intervalPercent: null }, {}, { year: null })).toMatchObject([
      { estimate: 0.8, interval: null, year: null },
    ]);
  });

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
    const results = [
      printedResult({ oddity: "printed so" }),
      printedResult({ therapyClass: "bsab" }),
      printedResult({ outcome: "cr" }),
    ];
    expect(
      selectComparablePublishedPools([publication({ results })]).map(({ outcome }) => outcome),
    ).toEqual(["cr"]);
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
