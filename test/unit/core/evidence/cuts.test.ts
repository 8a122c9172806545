import { describe, expect, it } from "vitest";
import { areContrasted, withinFollowUp } from "#core/evidence/cuts.ts";
import { type Entry, gatherCounts } from "#core/evidence/gather.ts";
import { cohort, figure, infection, orr, widest } from "../../../support/cohorts.ts";

/** A cohort of so many patients whose primary follow-up is 12 months. */
function entry(id: string, n: number, followUpMonths: number | null, cut = "primary"): Entry {
  const own = { ...figure("infection-3", 1, n, { cut, followUpMonths }), events: 1, n };
  return { cohort: cohort(id), figure: own, n, followUpMonths };
}

describe("a cut that stands in", () => {
  const primary = { cut: "primary" } as const;
  const togetherOf = (entries: Entry[], outcome = infection, rules: { cut: string } = primary) =>
    withinFollowUp(entries, outcome, rules).together.map(({ cohort: { id } }) => id);

  it.each([
    [12.1, ["a", "b"]],
    [17.9, ["a", "b"]],
    [18, ["a"]],
    [8.1, ["a", "b"]],
    [8, ["a"]],
    [null, ["a"]],
  ])("at %j months is pooled with one of 12 months or not: %j", (months, together) => {
    const entries = [entry("a", 50, 12), entry("b", 90, months, "other")];
    expect(togetherOf(entries)).toEqual(together);
    expect(withinFollowUp(entries, infection, primary).apart).toHaveLength(2 - together.length);
  });

  it("keeps out none that is of the primary cut, however far apart these are", () => {
    expect(togetherOf([entry("a", 50, 9), entry("b", 50, 13)])).toEqual(["a", "b"]);
  });

  it("stands alone where there is no other, also without a follow-up", () => {
    expect(togetherOf([entry("a", 50, 30, "late")])).toEqual(["a"]);
    expect(togetherOf([entry("a", 50, null, "late")])).toEqual(["a"]);
  });

  it("of most patients is kept, whatever their order", () => {
    const two = [entry("a", 50, 12, "one"), entry("b", 90, 30, "two")];
    expect(togetherOf(two)).toEqual(["b"]);
    expect(togetherOf(two.toReversed())).toEqual(["b"]);
  });

  it("is pooled with primary figures whose follow-up is unknown", () => {
    expect(togetherOf([entry("a", 50, null), entry("b", 90, 30, "two")])).toEqual(["a", "b"]);
  });

  it("is what a primary paper quotes of a later cut", () => {
    expect(togetherOf([entry("a", 50, 12), entry("b", 50, 40)])).toEqual(["a"]);
  });

  it("is pooled at any distance where time does not matter, and where the latest is asked for", () => {
    const far = [entry("a", 50, 12), entry("b", 50, 40, "late")];
    expect(togetherOf(far, orr)).toEqual(["a", "b"]);
    expect(togetherOf(far, infection, { cut: "latest" })).toEqual(["a", "b"]);
    expect(togetherOf(far, infection, { cut: "named" })).toEqual(["a", "b"]);
  });

  it("is listed with its figure where it is not pooled", () => {
    const late = figure("infection-3", 28, 100, { cut: "24mo", followUpMonths: 24 });
    const cohorts = [
      cohort("a", { figures: [figure("infection-3", 9, 100)] }),
      cohort("b", { figures: [late] }),
    ];
    expect(gatherCounts(cohorts, infection, widest).notPooled).toEqual([
      { cohort: cohorts[1], reason: { code: "other-cut", months: 24 }, figure: late },
    ]);
  });
});

describe("classes are contrasted", () => {
  it.each([
    [[12, 14.9], true],
    [[15, 12], false],
    [[12, 15], false],
    [[12, null], false],
    [[null, null], false],
  ])("at %j months: %j", (months, are) => {
    expect(areContrasted(months)).toBe(are);
  });
});
