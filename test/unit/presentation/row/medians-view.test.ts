/** Medians on one axis of months. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { followedUntil, rulerView } from "#presentation/row/medians-view.ts";
import { median } from "../../../support/answers.ts";
import { sides } from "../../../support/viewed-rows.ts";

const lineOf = (over: Parameters<typeof median>[0]) =>
  rulerView(sides({ medians: [median(over)] }, {}))?.medians[0];

it("has CAR-T first, the lines of a drug together, the shortest first, those not reached last", () => {
  const reported = (cohort: string, product: string, months: number) =>
    median({ cohort, product, months });
  const carT = {
    medians: [reported("a", "a-cel", 20), reported("b", "b-cel", 10), reported("c", "a-cel", 5)],
    notReached: [median({ cohort: "d", product: "b-cel" })],
  };
  const ruler = rulerView(sides(carT, { medians: [reported("e", "c-mab", 1)] }));
  expect(ruler?.medians.map(({ cohort }) => cohort)).toEqual(["c", "a", "b", "d", "e"]);
  expect(rulerView(sides({}, {}))).toBeNull();
});

it("doubts a median of which patients were followed for less than half", () => {
  expect(lineOf({ months: 31.4, followUpMonths: 14.3 })?.doubt).toBe("followed only 14.3");
  expect(lineOf({ months: 24, followUpMonths: 14.3 })).not.toHaveProperty("doubt");
});

it("never leaves its axis, whatever was reported", () => {
  const months = fc.double({ min: 0.1, max: 200, noNaN: true });
  const made = fc.record({
    months,
    interval: fc.option(fc.tuple(months, fc.option(months))),
    followUpMonths: fc.option(months),
  });
  fc.assert(
    fc.property(made, (reported) => {
      const { bar = [], tails = [], marks = [] } = lineOf(reported) ?? {};
      expect(marks.length).toBeGreaterThan(0);
      for (const place of [...bar, ...tails.flat(), ...marks.map(({ at }) => at)]) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(100);
      }
    }),
  );
});

it.each<[number | null, number | null, readonly [number, number | null] | null, number | null]>([
  [30, 12, [6, null], 30],
  [null, 12, [6, null], 10],
  [null, 8, [6, 12], 61],
  [null, 8, null, 61],
  [33, null, [36, null], 33],
  [null, null, null, null],
])(
  "is open until %s months: median %s (%j), followed for %s",
  (until, months, interval, followUpMonths) => {
    expect(followedUntil({ months, interval, followUpMonths })).toBe(until);
  },
);
