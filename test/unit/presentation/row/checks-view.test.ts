/** The checks of a difference as a forest against 0, and what is said without it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Check, Contrast, Interval } from "#core/answer/answer.ts";
import { checkRemarks, checksView } from "#presentation/row/checks-view.ts";
import { allHold, check, contrast, noContrast, row } from "../../../support/answers.ts";

const usual = { differencePer100: 20, differenceInterval: [5, 35] } as const;
const rowWith = (over: Partial<Contrast>) => row({ contrasts: [contrast({ ...usual, ...over })] });
const viewOf = (checks: readonly Check[] | null, over: Partial<Contrast> = {}) =>
  checksView(rowWith({ checks, ...over }), null);

it("checks stand below the difference, each with its own, and whether it holds", () => {
  const lost = { status: "lost", lostBecause: "smaller", differencePer100: 11 } as const;
  const view = viewOf([
    check("product", { ...lost, asked: 3, total: 5, differenceInterval: [-18, 28.4] }),
    check("model", { of: "glmm", differenceInterval: null }),
    // Neither has a line.
    check("papers", { status: "same" }),
    check("equal-age", { status: "cannot-be-asked", because: "ages-apart" }),
  ]);
  expect(view?.lines.map(({ holds, at, range }) => [holds, at, range])).toEqual([
    [null, 20, "5 to 35"],
    [false, 11, "−18 to 28"],
    [true, 20, ""],
  ]);
  expect(view?.beneath.join(" ")).toContain("asked for 3 of 5");
  expect(checksView(row({ contrasts: [noContrast] }), null)).toBeNull();
});

it.each([
  [0.2, "<1"],
  [-0.2, ">−1"],
  [0, "0"],
  [-7.5, "−8"],
  [20.4, "20"],
])("a difference of %d is %s: what is not 0 is never rounded to it", (difference, number) => {
  const over = { differencePer100: difference, differenceInterval: [-30, 40] } as const;
  expect(viewOf(null, over)?.lines[0]?.number).toBe(number);
});

it("the axis holds every bar, with 0 inside; usual ones share −25 to 45", () => {
  const axisOf = (differenceInterval: Interval) => viewOf(null, { differenceInterval })?.axis;
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
      const view = viewOf(checks, difference);
      const [from = 0, to = 0] = view?.axis ?? [];
      const places = view?.lines.flatMap(({ at, interval }) => [at, ...(interval ?? [])]) ?? [];
      expect([from < 0, to > 0]).toEqual([true, true]);
      expect(Math.min(...places)).toBeGreaterThanOrEqual(from - 0.05);
      expect(Math.max(...places)).toBeLessThanOrEqual(to + 0.05);
    }),
  );
});

it.each<[string, number, Partial<Contrast>]>([
  ["15 to 25 more; the interval stays clear of 0", 0, {}],
  ["15 to 25 more; the interval reaches 0 without T0", 1, {}],
  ["15 to 25 more; the interval reaches 0 without any one of 3 of 2 trials", 3, {}],
  ["15 to 25 more; without another", 3, { differenceInterval: [-2, 40], checks: null }],
])("with any one trial left out: %s", (text, count, over) => {
  const reachesZero = Array.from({ length: count }, (_, index) => `T${index}`);
  const without = { range: [15, 25] as const, trials: 2, of: 6, reachesZero };
  const view = checksView(rowWith({ checks: [...allHold], ...over }), without);
  expect(view?.beneath.join(" ")).toContain(text);
});

it.each<[string, Interval, number]>([
  [
    "5 more of 100 given bispecifics responded; the difference itself would vanish at 20",
    [5, 35],
    20,
  ],
  [
    "3 fewer of 100 given bispecifics responded; the difference itself would vanish at 12",
    [-20, -3],
    -12,
  ],
])("from none is: %s", (text, differenceInterval, differencePer100) => {
  const checks = [check("papers", { status: "same" })];
  const remarks = checkRemarks(rowWith({ checks, differenceInterval, differencePer100 }));
  expect(remarks).toEqual([
    expect.stringContaining("the same figures"),
    expect.stringContaining(text),
  ]);
});
