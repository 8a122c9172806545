/** Tests what every test between groups obeys; its numbers are those of metafor (`test/oracle/fixtures/tests.json`). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  testGroupsOfCounts,
  testGroupsOfEffects,
} from "#core/statistics/meta-regression/between-groups.ts";
import { regressInverseVariance } from "#core/statistics/meta-regression/regression.ts";
import { type EffectSize, makeLogitEffectSizes } from "#core/statistics/scales.ts";
import { fTail, studentTTwoSidedTail } from "#core/statistics/special/reference-distribution.ts";

const effect = fc.record({
  yi: fc.double({ min: -4, max: 4, noNaN: true }),
  vi: fc.double({ min: 0.05, max: 2, noNaN: true }),
});
const grouped = fc
  .array(fc.tuple(effect, fc.constantFrom("a", "b", "c")), { minLength: 8, maxLength: 15 })
  .map((members) => [...members, ...tails]);
/** Two effects of each group, so that no group is missing. */
const tails = ["a", "a", "b", "b", "c", "c"].map((name, at): [EffectSize, string] => [
  { yi: at / 5, vi: 0.3 },
  name,
]);
const testOf = (members: readonly (readonly [EffectSize, string])[]) =>
  testGroupsOfEffects(
    members.map(([of]) => of),
    members.map(([, name]) => name),
    { method: "REML" },
  );

describe("the test between groups", () => {
  it("needs two groups, and a study more than groups", () => {
    const studies = [
      { events: 3, n: 10 },
      { events: 5, n: 10 },
    ];
    expect(
      testGroupsOfEffects(makeLogitEffectSizes(studies), ["a", "a"], { method: "DL" }),
    ).toBeNull();
    expect(
      testGroupsOfEffects(makeLogitEffectSizes(studies), ["a", "b"], { method: "DL" }),
    ).toBeNull();
    expect(testGroupsOfCounts(studies, ["a", "a"])).toBeNull();
    expect(testGroupsOfCounts(studies, ["a", "b"])).toBeNull();
    expect(testGroupsOfEffects([], [], { method: "DL" })).toBeNull();
  });

  it("of two groups is the square of the t of their difference", () => {
    const studies = [4, 9, 7, 2, 3, 1].map((events) => ({ events, n: 10 }));
    const groups = ["a", "a", "a", "b", "b", "b"];
    const result = testGroupsOfEffects(makeLogitEffectSizes(studies), groups, { method: "REML" });
    const regression = regressInverseVariance(studies, [{ name: "group", groups }], {
      ...{ method: "REML", test: "adhoc" },
    });
    if (!("coefficients" in regression)) throw new Error(regression.status);
    const [, difference] = regression.coefficients;
    expect(result?.f).toBeCloseTo(((difference?.estimate ?? 0) / (difference?.se ?? 1)) ** 2, 9);
    expect(result?.pValue).toBeCloseTo(difference?.pValue ?? -1, 9);
    expect(result?.df).toEqual([1, 4]);
  });

  it("gives a probability, the same in any order and under any names", () => {
    const renamed = { a: "z", b: "m", c: "k" } as const;
    fc.assert(
      fc.property(grouped, (members) => {
        const result = testOf(members);
        expect(result?.pValue).toBeGreaterThanOrEqual(0);
        expect(result?.pValue).toBeLessThanOrEqual(1);
        const others = members.map(([of, name]) => [of, renamed[name as "a"]] as const);
        expect(testOf(others.toReversed())?.pValue).toBeCloseTo(result?.pValue ?? -1, 6);
      }),
    );
  });
});

it("the tail of F with one degree of freedom is that of t", () => {
  for (const [t, df] of [
    [0, 3],
    [2, 10],
    [7.5, 2.5],
  ] as const)
    expect(fTail(t * t, 1, df)).toBeCloseTo(studentTTwoSidedTail(t, df), 13);
  // R: pf(3.2, 4, 17, lower.tail = FALSE)
  expect(fTail(3.2, 4, 17)).toBeCloseTo(0.0394025703646654, 12);
});
