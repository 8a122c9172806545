import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { medianOf, shortestFirst } from "#core/evidence/medians.ts";
import { familyOf } from "#data/landmarks.ts";
import { printedMedian as printed } from "../../../support/medians.ts";

const rules = { cut: "primary", denominator: "treated", sources: "reviewed" } as const;

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
      expect(medianOf([one], one.family, rules)).toBe(one);
      const other = printed({ ...one, population: own === "dor" ? "treated" : "responders" });
      expect(medianOf([other], one.family, rules)).toBeNull();
    }
  });
});

describe("the median of a cohort", () => {
  it("is that of the longest follow-up, wherever it stands in the file", () => {
    const all = [printed(), printed({ cut: "later", months: 34, followUpMonths: 33.4 })];
    for (const cut of ["primary", "latest", "a-set"]) {
      expect(medianOf(all, "pfs", { ...rules, cut })?.months).toBe(34);
      expect(medianOf(all.toReversed(), "pfs", { ...rules, cut })?.months).toBe(34);
    }
  });

  it("is that of the primary cut where no other may stand in", () => {
    const only = { ...rules, cut: "primary-only" };
    const later = printed({ cut: "later", months: 34, followUpMonths: 33.4 });
    expect(medianOf([later, printed()], "pfs", only)?.months).toBe(10);
    expect(medianOf([later], "pfs", only)).toBeNull();
  });

  it("was followed at least as long as it is, where its follow-up is not printed", () => {
    const unknown = (months: number) => printed({ cut: "table", months, followUpMonths: null });
    expect(medianOf([printed(), unknown(24.8)], "pfs", rules)?.months).toBe(24.8);
    expect(medianOf([printed(), unknown(9)], "pfs", rules)?.months).toBe(10);
  });

  it("of the newest cut may not have been reached; of one cut it comes before word of that", () => {
    const not = printed({ months: null });
    const later = printed({ months: null, cut: "later", followUpMonths: 30 });
    const reached = printed({ cut: "last", months: 35, followUpMonths: 60 });
    expect(medianOf([not, later, reached], "pfs", rules)).toBe(reached);
    expect(medianOf([not, later], "pfs", rules)).toBe(later);
    expect(medianOf([printed(), later], "pfs", rules)).toBe(later);
    expect(medianOf([not, printed()], "pfs", rules)?.months).toBe(10);
  });

  it("is not that of another family, a part of the cohort or an unreviewed source", () => {
    expect(medianOf([printed({ family: "os" })], "pfs", rules)).toBeNull();
    expect(medianOf([printed({ population: "subset" })], "pfs", rules)).toBeNull();
    const unreviewed = printed({ tier: 4 });
    expect(medianOf([unreviewed], "pfs", rules)).toBeNull();
    expect(medianOf([unreviewed], "pfs", { ...rules, sources: "any" })).toBe(unreviewed);
  });

  it("is that of all randomised where the question counts over them", () => {
    const all = [printed(), printed({ cut: "itt", months: 7, population: "randomised" })];
    const enrolled = { ...rules, denominator: "enrolled" } as const;
    expect(medianOf(all, "pfs", enrolled)?.months).toBe(7);
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
