/** The checks of a difference as a forest against 0. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Check, Interval, Row } from "#core/answer/answer.ts";
import { checksView } from "#presentation/row/checks-view.ts";
import { allHold, check, contrast, noContrast, row } from "../../../support/answers.ts";

const lost = { status: "lost", lostBecause: "smaller" } as const;
const withChecks = (
  checks: readonly Check[] | null,
  [difference, interval]: [number, Interval] = [20, [5, 35]],
): Row =>
  row({
    contrasts: [
      contrast({
        ...{ differencePer100: difference, differenceInterval: interval, checks },
        ...{ oddsRatio: 3, interval: interval[0] > 0 ? [1.2, 7.5] : [0.8, 7.5] },
      }),
    ],
  });
const viewOf = (checks: readonly Check[] | null, of?: [number, Interval]) =>
  checksView(withChecks(checks, of), null);

describe("the checks of a difference", () => {
  it("stand below it, each with its own difference, and whether it holds", () => {
    const view = viewOf([
      check("place", { of: "us", asked: 1 }),
      check("product", {
        ...{ of: "cilta-cel", asked: 2, total: 2, differencePer100: 11 },
        ...{ ...lost, differenceInterval: [-18, 28.4] },
      }),
    ]);
    expect(view?.lines.map(({ holds, at }) => [holds, at])).toEqual([
      [null, 20],
      [true, 20],
      [false, 11],
    ]);
    const [shown, , product] = view?.lines ?? [];
    expect(shown).toMatchObject({ name: "As shown", number: "20", range: "5 to 35" });
    expect(product).toMatchObject({
      name: "Without any one drug, weakest without cilta-cel",
      number: "11",
      range: "−18 to 28",
    });
  });

  it("are left out if they could not be asked or gave the same figures, which is said in words", () => {
    const view = viewOf([
      check("dose", lost),
      check("papers", { status: "same" }),
      check("equal-age", { status: "cannot-be-asked", because: "ages-apart" }),
    ]);
    expect(view?.lines).toHaveLength(2);
    expect(view?.beneath).toEqual([
      "?: the bar touches 0; smaller in 1, reversed in none; 1 check left the same trials, 1 had too few trials. At equal age: the median ages of the classes do not overlap.",
    ]);
  });

  it("of a place are named by what it counts", () => {
    const view = viewOf([check("place", { of: "approved" })]);
    expect(view?.lines.at(-1)?.name).toBe("Drugs labelled anywhere");
    expect(view?.beneath).toEqual([]);
  });

  it("asked in part say of how many", () => {
    const view = viewOf([check("product", { of: "a-cel", asked: 3, total: 5 })]);
    expect(view?.beneath).toEqual(["Without any one drug: asked for 3 of 5."]);
  });

  it("without an interval of their own have none", () => {
    const [, model] =
      viewOf([check("model", { of: "glmm", differenceInterval: null })])?.lines ?? [];
    expect(model).toMatchObject({ name: "Another model (GLMM)", interval: null, range: "" });
  });

  it("that hold need no explanation", () => {
    expect(
      viewOf([check("dose"), check("papers"), check("collected"), check("model")])?.beneath,
    ).toEqual([]);
  });
});

describe("the title", () => {
  it.each<[string, readonly Check[] | null, [number, Interval] | undefined]>([
    ["The difference holds in all 5 checks", allHold, undefined],
    [
      "The difference is unclear in 4 of 5 checks",
      allHold.map((one, index) => (index === 0 ? one : { ...one, ...lost })),
      undefined,
    ],
    ["The difference: only 2 checks possible", allHold.slice(0, 2), undefined],
    ["Difference unclear: 0 lies within", null, [3, [-5, 12]]],
  ])("%s", (title, checks, of) => {
    expect(viewOf(checks, of)?.title).toBe(title);
  });
});

describe("a number of the forest", () => {
  it.each([
    [0.2, "<1"],
    [-0.2, ">−1"],
    [0, "0"],
    [-7.5, "−8"],
    [20.4, "20"],
  ])("%d is %s: what is not 0 is never rounded to it", (difference, number) => {
    expect(viewOf(null, [difference, [-30, 40]])?.lines[0]?.number).toBe(number);
  });
});

it("the axis holds every bar, with 0 inside; usual ones share −25 to 45", () => {
  expect(viewOf(null, [10, [-5, 30]])?.axis).toEqual([-25, 45]);
  expect(viewOf(null, [-10, [-40, 5]])?.axis).toEqual([-45, 25]);
  const ends = fc.tuple(
    fc.double({ min: -99, max: 99, noNaN: true }),
    fc.double({ min: -99, max: 99, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(ends, { minLength: 1, maxLength: 5 }), (all) => {
      const intervals = all.map(([a, b]): Interval => [Math.min(a, b), Math.max(a, b)]);
      const [first = [0, 0] as Interval, ...others] = intervals;
      const middle = ([lower, upper]: Interval) => (lower + upper) / 2;
      const checks = others.map((interval) =>
        check("dose", { differencePer100: middle(interval), differenceInterval: interval }),
      );
      const view = viewOf(checks, [middle(first), first]);
      if (!view) throw new Error("no view");
      const [from, to] = view.axis;
      expect(from).toBeLessThan(0);
      expect(to).toBeGreaterThan(0);
      for (const { at, interval } of view.lines) {
        for (const place of [at, ...(interval ?? [])]) {
          expect(place).toBeGreaterThanOrEqual(from - 0.05);
          expect(place).toBeLessThanOrEqual(to + 0.05);
        }
      }
    }),
  );
});

it("without a difference there are no checks", () => {
  expect(checksView(row({ contrasts: [noContrast] }), null)).toBeNull();
});
