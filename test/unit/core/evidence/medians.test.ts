import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { medianOf, shortestFirst } from "#core/evidence/medians.ts";
import { familyOf } from "#data/landmarks.ts";
import type { PrintedMedian } from "#data/medians.ts";

const rules = { denominator: "treated", sources: "reviewed" } as const;
const primary = { followUpMonths: 12 };

function printed(over: Partial<PrintedMedian> = {}): PrintedMedian {
  return {
    family: "pfs",
    months: 10,
    interval: null,
    population: "treated",
    cut: "primary",
    followUpMonths: 12,
    tier: 1,
    ...over,
  };
}

describe("the family of an outcome", () => {
  it("is known for every landmark of the vocabulary, and for nothing else", () => {
    for (const { id, kind } of dataset.outcomes) {
      expect(familyOf(id) !== null, id).toBe(kind === "landmark");
    }
  });

  it("decides whose survival its median describes, as the vocabulary says", () => {
    const family = { pfs: "treated", os: "treated", dor: "responders" } as const;
    for (const { id, over } of dataset.outcomes) {
      const own = familyOf(id);
      if (own !== null) expect(over, id).toBe(own === "dor" ? "responders" : "all");
    }
    for (const [own, population] of Object.entries(family)) {
      const one = printed({ family: own as "pfs", population });
      expect(medianOf([one], primary, one.family, rules)).toBe(one);
      const other = printed({ ...one, population: own === "dor" ? "treated" : "responders" });
      expect(medianOf([other], primary, one.family, rules)).toBeNull();
    }
  });
});

describe("the median of a cohort", () => {
  it("is that of the primary cut, wherever it stands in the file", () => {
    const all = [
      printed({ cut: "later", months: 14, followUpMonths: 30 }),
      printed(),
      printed({ cut: "soon", months: 9, followUpMonths: 13 }),
    ];
    expect(medianOf(all, primary, "pfs", rules)?.months).toBe(10);
    expect(medianOf(all.toReversed(), primary, "pfs", rules)?.months).toBe(10);
  });

  it("is the nearest cut where the primary one prints none", () => {
    const all = [
      printed({ cut: "later", months: 14, followUpMonths: 30 }),
      printed({ cut: "soon", months: 9, followUpMonths: 13 }),
    ];
    expect(medianOf(all, primary, "pfs", rules)?.months).toBe(9);
  });

  it("is not that of another family, a part of the cohort or an unreviewed source", () => {
    expect(medianOf([printed({ family: "os" })], primary, "pfs", rules)).toBeNull();
    expect(medianOf([printed({ population: "subset" })], primary, "pfs", rules)).toBeNull();
    const unreviewed = printed({ tier: 4 });
    expect(medianOf([unreviewed], primary, "pfs", rules)).toBeNull();
    expect(medianOf([unreviewed], primary, "pfs", { ...rules, sources: "any" })).toBe(unreviewed);
  });

  it("is that of all randomised where the question counts over them", () => {
    const all = [printed(), printed({ cut: "itt", months: 7, population: "randomised" })];
    const enrolled = { ...rules, denominator: "enrolled" } as const;
    expect(medianOf(all, primary, "pfs", enrolled)?.months).toBe(7);
  });
});

it("sorts by months, then by name, whatever the order before", () => {
  const one = fc.record({ months: fc.constantFrom(8, 9.5, 11), cohort: fc.string() });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ cohort }) => cohort }), (all) => {
      const sorted = all.toSorted(shortestFirst);
      expect(all.toReversed().sort(shortestFirst)).toEqual(sorted);
      for (const [index, { months }] of sorted.slice(1).entries()) {
        expect(months).toBeGreaterThanOrEqual(sorted[index]?.months ?? Number.NaN);
      }
    }),
  );
});
