/** Tests which cut of a cohort stands for an outcome. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDataCutChosenByRule, sortFiguresBestCutFirst } from "#core/evidence/cuts.ts";
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
  return sortFiguresBestCutFirst(figures, { followUpMonths: primary }, of, rule).map(
    ({ cut }) => cut,
  );
}

it("of what does not accumulate, a cut of the follow-up of the primary one is the nearest", () => {
  expect(orderOf([at(11), at(13), at(12)])).toEqual(["12 mo", "13 mo", "11 mo"]);
});

describe("of what accumulates with time", () => {
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
