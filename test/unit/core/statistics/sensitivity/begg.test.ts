import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageRanks, kendallTest } from "#core/statistics/sensitivity/ranks.ts";
import { begg } from "#core/statistics/sensitivity/small-study-tests.ts";
import { NORMAL } from "#core/statistics/special/reference-distribution.ts";
import { notFinite } from "../../../../support/finite.ts";
import { mirrored } from "../arbitraries.ts";
import { someStudies } from "./studies.ts";

describe("average ranks", () => {
  test("ties share the mean of their ranks", () => {
    expect(averageRanks([30, 10, 20, 20, 5], 0)).toEqual([5, 2, 3.5, 3.5, 1]);
    expect(averageRanks([7, 7, 7], 0)).toEqual([2, 2, 2]);
    expect(averageRanks([], 0)).toEqual([]);
  });

  test("values closer than the tolerance are ties", () => {
    expect(averageRanks([0.1 + 0.2, 0.3, 0.2], 1e-12)).toEqual([2.5, 2.5, 1]);
  });

  test("have the sum of 1 to k", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
        const sum = averageRanks(values, 0).reduce((total, rank) => total + rank, 0);
        expect(sum).toBe((values.length * (values.length + 1)) / 2);
      }),
    );
  });
});

describe("Kendall", () => {
  test("nothing to correlate", () => {
    expect(kendallTest([], [])).toBeNull();
    expect(kendallTest([1], [1])).toBeNull();
    expect(kendallTest([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(kendallTest([1, 2, 3], [2, 2, 2])).toBeNull();
  });

  test("two values, in order or not", () => {
    expect(kendallTest([1, 2], [1, 2])).toMatchObject({ kendallTau: 1, s: 1, pValue: 1 });
    expect(kendallTest([1, 2], [2, 1])).toMatchObject({ kendallTau: -1, s: -1, pValue: 1 });
  });

  test.each([2, 3, 4, 5, 6, 7])("exact p against all permutations of %i", (k) => {
    const identity = Array.from({ length: k }, (_, i) => i);
    const all = permutations(identity);
    const scores = all.map(score);
    for (const [i, permutation] of all.entries()) {
      const s = scores[i] ?? 0;
      const tail = scores.filter((other) => other >= Math.abs(s)).length / all.length;
      const got = kendallTest(identity, permutation);
      expect(got).toMatchObject({ s, exact: true, ties: false });
      expect(got?.pValue).toBeCloseTo(Math.min(1, 2 * tail), 12);
    }
  });

  test("perfect order of sixty: 2 / 60!, without loss of digits", () => {
    const values = Array.from({ length: 60 }, (_, i) => i);
    let factorial = 1;
    for (let i = 2; i <= 60; i += 1) factorial *= i;
    const p = kendallTest(values, values)?.pValue ?? Number.NaN;
    expect((p * factorial) / 2).toBeCloseTo(1, 12);
  });

  test("exact and normal p values of many are close", () => {
    const values = Array.from({ length: 40 }, (_, i) => i);
    const shuffled = values.map((i) => (i * 7) % 41);
    const exact = kendallTest(values, shuffled);
    expect(exact?.exact).toBe(true);
    // With one tie the p value is approximated; the statistic hardly changes.
    const tied = kendallTest([0, 0, ...values.slice(2)], shuffled);
    expect(tied).toMatchObject({ exact: false, ties: true });
    expect(Math.abs((tied?.pValue ?? 0) - (exact?.pValue ?? 1))).toBeLessThan(0.03);
  });

  test("with ties: variance of S is that over all permutations", () => {
    const x = [1, 1, 2, 3, 3, 3];
    const y = [1, 2, 2, 2, 3, 3];
    const squares = permutations([0, 1, 2, 3, 4, 5]).map((order) => {
      const shuffled = order.map((i) => y[i] ?? 0);
      return (kendallTest(x, shuffled)?.s ?? Number.NaN) ** 2;
    });
    const variance = squares.reduce((sum, square) => sum + square, 0) / squares.length;
    const got = kendallTest(x, y);
    expect(got?.s).toBe(8);
    expect(got?.pValue).toBeCloseTo(NORMAL.pValue(8 / Math.sqrt(variance)), 9);
  });
});

describe("Begg", () => {
  const few = { minimumStudies: 3 };

  test("random data: figures are finite, and in their range", () => {
    fc.assert(
      fc.property(someStudies, (studies) => {
        const result = begg(studies, few);
        expect(notFinite(result)).toEqual([]);
        if (result.status !== "assessed") return;
        expect(Math.abs(result.kendallTau)).toBeLessThanOrEqual(1 + 1e-12);
        expect(result.pValue).toBeGreaterThanOrEqual(0);
        expect(result.pValue).toBeLessThanOrEqual(1);
        expect(result.exact).toBe(!result.ties);
      }),
    );
  });

  test("the order of the studies does not matter", () => {
    fc.assert(
      fc.property(someStudies, (studies) => {
        expect(begg(studies.toReversed(), few)).toEqual(begg(studies, few));
      }),
    );
  });

  test("non-events in the place of events change the sign", () => {
    fc.assert(
      fc.property(someStudies, (studies) => {
        const [there, back] = [begg(studies, few), begg(mirrored(studies), few)];
        if (there.status !== "assessed" || back.status !== "assessed") return;
        expect(back.s + there.s).toBe(0);
        expect(back.pValue).toBe(there.pValue);
      }),
    );
  });

  test("equal proportions in cohorts of any size are all tied", () => {
    const studies = Array.from({ length: 10 }, (_, i) => ({
      events: 3 * (i + 1),
      n: 10 * (i + 1),
    }));
    expect(begg(studies)).toMatchObject({ reason: "no-residual-variation" });
  });
});

/** Number of concordant minus discordant pairs of a permutation and the identity. */
function score(permutation: readonly number[]): number {
  return permutation.reduce(
    (sum, later, j) =>
      permutation.slice(0, j).reduce((inner, earlier) => inner + Math.sign(later - earlier), sum),
    0,
  );
}

function permutations(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, i) =>
    permutations(values.toSpliced(i, 1)).map((rest) => [value, ...rest]),
  );
}
