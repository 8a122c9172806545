/** Tests which cut of a cohort stands for an outcome. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDataCutChosenByRule, sortFiguresByCut } from "#core/evidence/cuts.ts";
import { infection, orr } from "../../../support/cohorts.ts";

interface Cut {
  cut: string;
  followUpMonths: number | null;
}

const at = (followUpMonths: number | null, cut = `${followUpMonths} mo`): Cut => ({
  cut,
  followUpMonths,
});

/** The order of these cuts of a trial whose primary paper followed it for 12 months. */
function orderOf(figures: readonly Cut[], of = orr, rule = "primary", primary: number | null = 12) {
  return sortFiguresByCut(figures, { followUpMonths: primary }, of, rule).map(({ cut }) => cut);
}

describe("of what does not accumulate", () => {
  it("the primary cut stands, then the nearest later one, then the nearest earlier one", () => {
    const cuts = [at(null), at(6), at(11), at(40), at(18), at(12, "primary")];
    expect(orderOf(cuts)).toEqual(["primary", "18 mo", "40 mo", "11 mo", "6 mo", "null mo"]);
  });

  it("the primary cut stands, however late the paper quotes it", () => {
    expect(orderOf([at(13), at(60, "primary")])[0]).toBe("primary");
  });

  it("a cut of the follow-up of the primary one is the nearest", () => {
    expect(orderOf([at(11), at(13), at(12)])).toEqual(["12 mo", "13 mo", "11 mo"]);
  });

  it("the earliest is the nearest where the follow-up of the primary cut is not known", () => {
    expect(orderOf([at(30), at(9), at(null)], orr, "primary", null)).toEqual([
      "9 mo",
      "30 mo",
      "null mo",
    ]);
  });
});

describe("of what accumulates with time", () => {
  it("the primary cut stands, then the earliest, whether it is before or after", () => {
    const cuts = [at(null), at(40), at(18), at(6), at(12, "primary")];
    expect(orderOf(cuts, infection)).toEqual(["primary", "6 mo", "18 mo", "40 mo", "null mo"]);
  });

  it.each([
    [17.9, "primary"],
    [18, "13 mo"],
    [6, "primary"],
    [null, "primary"],
  ] as const)("what the primary paper prints of %j months: %s stands", (months, first) => {
    const [stands] = orderOf([at(13), at(months, "primary")], infection);
    expect(stands).toBe(first);
  });

  it("what the primary paper quotes of a much later cut is one of its months", () => {
    expect(orderOf([at(20), at(36), at(30, "primary")], infection)).toEqual([
      "20 mo",
      "primary",
      "36 mo",
    ]);
    expect(orderOf([at(20), at(30, "primary")], infection, "primary", null)[0]).toBe("primary");
  });
});

it("the latest cut is that of the longest follow-up, the primary one first of equals", () => {
  const cuts = [at(24), at(24, "primary"), at(null), at(40)];
  for (const outcome of [orr, infection]) {
    expect(orderOf(cuts, outcome, "latest")).toEqual(["40 mo", "primary", "24 mo", "null mo"]);
  }
});

it("the order of the file decides nothing", () => {
  const cuts = fc.uniqueArray(
    fc.record({
      cut: fc.constantFrom("primary", "a", "b", "c", "d"),
      followUpMonths: fc.option(fc.constantFrom(6, 12, 13, 24, 40)),
    }),
    { selector: ({ cut }) => cut },
  );
  const rule = fc.constantFrom("primary", "latest", "primary-only");
  fc.assert(
    fc.property(cuts, fc.constantFrom(orr, infection), rule, (figures, of, by) => {
      expect(orderOf(figures.toReversed(), of, by)).toEqual(orderOf(figures, of, by));
    }),
  );
});

it("a cut is chosen by a rule, unless a published set names it", () => {
  const names = ["primary", "latest", "primary-only", "as-counted-2020"];
  expect(names.map((cut) => isDataCutChosenByRule({ cut }))).toEqual([true, true, true, false]);
});
