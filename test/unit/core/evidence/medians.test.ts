import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { compareMedians, findNewestMedian } from "#core/evidence/medians.ts";
import { type PrintedMedian, parseSurvivalFamily } from "#data/survival.ts";
import { printedMedian as printed } from "./printed-median.ts";

const rules = { cut: "primary", denominator: "treated", sources: "reviewed" } as const;

describe("the family of an outcome", () => {
  it("is known for every landmark of the vocabulary, and for nothing else", () => {
    for (const { id, kind } of dataset.outcomes) {
      expect(parseSurvivalFamily(id) !== null, id).toBe(kind === "landmark");
    }
  });

  it("decides whose survival its median describes, as the vocabulary says", () => {
    const family = { pfs: "treated", os: "treated", dor: "responders" } as const;
    for (const { id, over } of dataset.outcomes) {
      const familyName = parseSurvivalFamily(id);
      if (familyName !== null) expect(over, id).toBe(familyName === "dor" ? "responders" : "all");
    }
    for (const [familyName, population] of Object.entries(family)) {
      const medianPrinted = printed({ family: familyName as "pfs", population });
      expect(findNewestMedian([medianPrinted], medianPrinted.family, rules)).toBe(medianPrinted);
      const ofOtherPatients = printed({
        ...medianPrinted,
        population: familyName === "dor" ? "treated" : "responders",
      });
      expect(findNewestMedian([ofOtherPatients], medianPrinted.family, rules)).toBeNull();
    }
  });
});

describe("the median of a cohort", () => {
  const primary = printed();
  const later = printed({ cut: "later", months: 34, followUpMonths: 33.4 });
  const untold = (months: number) => printed({ cut: "table", months, followUpMonths: null });
  const not = printed({ months: null });
  const notLater = printed({ months: null, cut: "later", followUpMonths: 30 });
  const reached = printed({ cut: "last", months: 35, followUpMonths: 60 });
  const unreviewed = printed({ tier: 4 });
  const drawn = printed({ cut: "itt", months: 7, population: "randomised" });
  const [short, long] = [untold(9), untold(24.8)];
  const only = { cut: "primary-only" };

  it.each<
    [
      string,
      PrintedMedian[],
      PrintedMedian | null,
      Partial<Parameters<typeof findNewestMedian>[2]>?,
    ]
  >([
    ["that of the longest follow-up", [primary, later], later],
    ["that of the longest follow-up in the latest cut", [primary, later], later, { cut: "latest" }],
    ["that of the longest follow-up in a set", [primary, later], later, { cut: "a-set" }],
    ["that of the primary cut where no other may stand in", [later, primary], primary, only],
    ["none of another cut there", [later], null, only],
    ["followed as long as it is, where that is not printed", [primary, long], long],
    ["not one that may have been followed for less", [primary, short], primary],
    ["of the newest cut", [not, notLater, reached], reached],
    ["of the newest cut, which may not have reached it", [not, notLater], notLater],
    ["of that cut, whatever the primary one says", [primary, notLater], notLater],
    ["of one cut before word that it was not reached", [not, primary], primary],
    ["not that of another family", [printed({ family: "os" })], null],
    ["not that of a part", [printed({ population: "subset" })], null],
    ["not from an unreviewed source", [unreviewed], null],
    ["from one where any is asked for", [unreviewed], unreviewed, { sources: "any" }],
    ["of all randomised where these count", [primary, drawn], drawn, { denominator: "enrolled" }],
  ])("is %s, wherever it stands in the file", (_, all, expected, over = {}) => {
    expect(findNewestMedian(all, "pfs", { ...rules, ...over })).toBe(expected);
    expect(findNewestMedian(all.toReversed(), "pfs", { ...rules, ...over })).toBe(expected);
  });
});

it("sorts by months, then by name, whatever the order before", () => {
  const reported = fc.record({ months: fc.constantFrom(8, 9.5, 11), cohort: fc.string() });
  fc.assert(
    fc.property(fc.uniqueArray(reported, { selector: ({ cohort }) => cohort }), (all) => {
      const sorted = all.toSorted(compareMedians);
      expect(all.toReversed().sort(compareMedians)).toEqual(sorted);
      for (const [index, { months }] of sorted.slice(1).entries()) {
        expect(months).toBeGreaterThanOrEqual(sorted[index]?.months ?? Number.NaN);
      }
    }),
  );
});
