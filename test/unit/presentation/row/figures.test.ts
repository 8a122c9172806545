/** Tests how figures are drawn and compared: nothing leaves its axis, and no difference is claimed whose interval holds 0. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "#core/answer/answer.ts";
import { checksView } from "#presentation/row/checks-view.ts";
import { differenceOf } from "#presentation/row/difference.ts";
import { rulerView } from "#presentation/row/medians-view.ts";
import { verdictOf } from "#presentation/views/verdict.ts";
import { check, comparison, contrast, median, noContrast, row } from "../../../support/answers.ts";
import { rowViewOf, sides } from "../../../support/viewed-rows.ts";

const compared = (differencePer100: number, differenceInterval: Interval) =>
  row({
    contrasts: [contrast({ differencePer100, differenceInterval })],
    // Rates that subtract to 30: only what was fitted is shown.
    ...sides({ estimate: 0.9 }, { estimate: 0.6 }),
  });

describe("a difference", () => {
  it.each([
    [[-1, 16], true],
    [[0, 16], true],
    [[-16, 0], true],
    [[0.1, 16], false],
    [[-16, -0.1], false],
  ] as const)("with the interval %j is unclear: %s", (interval, isUnclear) => {
    const of = compared(10, interval);
    expect(differenceOf(of)).toMatchObject({ difference: 10, interval, includesZero: isUnclear });
    const { lead } = verdictOf(comparison({ outcomes: [of] }));
    expect(lead === "Response: unclear.").toBe(isUnclear);
  });

  it("is none without a fitted one, although both classes have a number", () => {
    expect(differenceOf(row({ ...sides({}, {}), contrasts: [noContrast] }))).toBeNull();
    expect(differenceOf({ contrasts: [] })).toBeNull();
  });

  it.each([
    [0.2, "<1"],
    [-0.2, ">−1"],
    [0, "0"],
    [-7.5, "−8"],
    [20.4, "20"],
  ])("of %d is %s: what is not 0 is never rounded to it", (difference, number) => {
    expect(checksView(compared(difference, [-30, 40]), null)?.lines[0]?.number).toBe(number);
  });
});

it.each([
  [0, "0", 0],
  [0.004, "<1", 0.4],
  [0.998, ">99", 99.8],
  [1, "100", 100],
])("a rate of %d is %s, its mark where it is", (estimate, number, at) => {
  const { sides: drawn } = rowViewOf(row(sides({ estimate, interval: [0, 0.1] }, {})));
  expect(drawn["car-t"]).toMatchObject({ number, marks: [{ at }] });
});

it("the axis of checks holds every bar, with 0 inside; usual ones share −25 to 45", () => {
  const axisOf = (interval: Interval) => checksView(compared(20, interval), null)?.axis;
  expect(axisOf([-5, 30])).toEqual([-25, 45]);
  expect(axisOf([-40, 5])).toEqual([-45, 25]);
  const end = fc.double({ min: -99, max: 99, noNaN: true });
  const differences = fc.tuple(end, end).map(([a, b]) => ({
    differencePer100: (a + b) / 2,
    differenceInterval: [Math.min(a, b), Math.max(a, b)] as const,
  }));
  fc.assert(
    fc.property(differences, fc.array(differences, { maxLength: 4 }), (difference, others) => {
      const checks = others.map((over) => check("dose", over));
      const view = checksView(row({ contrasts: [contrast({ ...difference, checks })] }), null);
      const [from = 0, to = 0] = view?.axis ?? [];
      const places = view?.lines.flatMap(({ at, interval }) => [at, ...(interval ?? [])]) ?? [];
      expect([from < 0, to > 0]).toEqual([true, true]);
      expect(Math.min(...places)).toBeGreaterThanOrEqual(from - 0.05);
      expect(Math.max(...places)).toBeLessThanOrEqual(to + 0.05);
    }),
  );
});

it("a median never leaves its axis, whatever was reported", () => {
  const months = fc.double({ min: 0.1, max: 200, noNaN: true });
  const reported = fc.record({
    months,
    interval: fc.option(fc.tuple(months, fc.option(months))),
    followUpMonths: fc.option(months),
  });
  fc.assert(
    fc.property(reported, (over) => {
      const [line] = rulerView(sides({ medians: [median(over)] }, {}))?.medians ?? [];
      const { bar = [], tails = [], marks = [] } = line ?? {};
      expect(marks.length).toBeGreaterThan(0);
      for (const place of [...bar, ...tails.flat(), ...marks.map(({ at }) => at)]) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(100);
      }
    }),
  );
});
