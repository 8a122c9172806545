import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  testEqualSpread,
  testGroupsOfCounts,
  testGroupsOfEffects,
} from "#core/statistics/meta-regression/between-groups.ts";
import type { Moderator } from "#core/statistics/meta-regression/moderators.ts";
import {
  findGroupOfLittleSpread,
  findModeratorOverlap,
} from "#core/statistics/meta-regression/overlap.ts";
import {
  predictFromRegression,
  type Regression,
  regressGlmm,
  regressInverseVariance,
} from "#core/statistics/meta-regression/regression.ts";
import { type EffectSize, makeLogitEffectSizes } from "#core/statistics/scales.ts";
import type { Study } from "#core/statistics/study.ts";
import { forAny } from "../../../support/for-any.ts";
import { between, counted } from "./arbitraries.ts";

const studies: Study[] = counted("12/40 25/60 9/22 33/55 50/90 21/30 41/70 30/36");
const lines = [7, 6, 6, 5, 5, 3, 4, 2];
const groups = ["b", "b", "a", "a", "b", "a", "b", "a"];

function glmm(moderators: readonly Moderator[]) {
  const regression = regressGlmm(studies, moderators);
  if (!("fit" in regression)) throw new Error(regression.status);
  return regression;
}

function inverseVariance(moderators: readonly Moderator[]) {
  const regression = regressInverseVariance(studies, moderators, { method: "REML", test: "adhoc" });
  if (!("coefficients" in regression)) throw new Error(regression.status);
  return regression;
}

function predicted(regression: Regression, at: readonly (number | string)[]) {
  const prediction = predictFromRegression(regression, at);
  if (prediction === null) throw new Error("refused");
  return prediction;
}

describe.each([
  ["GLMM", glmm],
  ["REML, Hartung–Knapp", inverseVariance],
] as const)("%s", (_, regress) => {
  test("the unit and the origin of a covariate change its slope, not its predictions", () => {
    const plain = regress([{ name: "lines", values: lines }]);
    forAny([between(0.01, 100), between(-3000, 3000)], (scale, shift) => {
      const rescaled = regress([{ name: "x", values: lines.map((x) => scale * x + shift) }]);
      const [slope, plainSlope] = [rescaled, plain].map((of) => of.coefficients[1]);
      expect((slope?.estimate ?? 0) * scale).toBeCloseTo(plainSlope?.estimate ?? Number.NaN, 7);
      expect(slope?.pValue).toBeCloseTo(plainSlope?.pValue ?? Number.NaN, 7);
      const [there, here] = [predicted(rescaled, [scale * 5 + shift]), predicted(plain, [5])];
      expect(there.estimate).toBeCloseTo(here.estimate, 7);
      expect(there.se).toBeCloseTo(here.se, 7);
      expect(there.interval[0]).toBeCloseTo(here.interval[0], 7);
    });
  });

  test("a prediction keeps its digits far from 0", () => {
    const here = predicted(regress([{ name: "lines", values: lines }]), [5]);
    for (const [shift, scale] of [
      [1e6, 1e-3],
      [1e9, 1],
    ] as const) {
      const far = regress([{ name: "x", values: lines.map((x) => shift + scale * x) }]);
      const there = predicted(far, [shift + scale * 5]);
      expect(there.se).toBeCloseTo(here.se, 5);
      expect(there.estimate).toBeCloseTo(here.estimate, 5);
    }
  });

  test("without moderators the prediction is the pool", () => {
    const regression = regress([]);
    expect(predicted(regression, []).eta).toBe(regression.coefficients[0]?.estimate);
  });

  test("with a class beside the covariate, predictions lie between their limits", () => {
    const regression = regress([
      { name: "class", groups },
      { name: "lines", values: lines },
    ]);
    const names = regression.coefficients.map(({ name }) => name);
    expect(names).toEqual(["intercept", "class: b", "lines"]);
    const at = predicted(regression, ["b", 4]);
    expect(at.interval[0]).toBeLessThan(at.estimate);
    expect(at.interval[1]).toBeGreaterThan(at.estimate);
  });

  test("a value nobody had is refused", () => {
    const regression = regress([
      { name: "class", groups },
      { name: "lines", values: lines },
    ]);
    for (const at of [["a", 8], ["c", 4], ["a"], ["a", Number.NaN]]) {
      expect(predictFromRegression(regression, at)).toBeNull();
    }
    expect(predictFromRegression(regression, ["a", 8], { extrapolate: true })).not.toBeNull();
  });
});

test("nothing to regress on is a status", () => {
  const constant = { name: "lines", values: lines.map(() => 4.2) };
  expect(regressGlmm(studies, [constant])).toEqual({ status: "rank-deficient" });
  const options = { method: "DL", test: "z" } as const;
  expect(regressInverseVariance(studies, [constant], options)).toEqual({
    status: "rank-deficient",
  });
  expect(regressInverseVariance([], [], options)).toEqual({ status: "no-cohorts" });
});

test("a reference that is no group is refused by name", () => {
  const moderator = { name: "group", groups, reference: "c" };
  expect(() => regressGlmm(studies, [moderator])).toThrow(
    "reference of moderator group must be one of a, b",
  );
});

// Tests what every test between groups obeys; its numbers are those of metafor (`test/oracle/fixtures/tests.json`).

const effect = fc.record({
  yi: between(-4, 4),
  vi: between(0.05, 2),
});
const grouped = fc
  .array(fc.tuple(effect, fc.constantFrom("a", "b", "c")), { minLength: 8, maxLength: 15 })
  .map((members) => [...members, ...tails]);
/** Two effects of each group, so that no group is missing. */
const tails = ["a", "a", "b", "b", "c", "c"].map((name, at): [EffectSize, string] => [
  { yi: at / 5, vi: 0.3 },
  name,
]);
const byReml = { method: "REML" } as const;
const testOf = (members: readonly (readonly [EffectSize, string])[]) =>
  testGroupsOfEffects(
    members.map(([of]) => of),
    members.map(([, name]) => name),
    byReml,
  );

describe("the test between groups", () => {
  it("needs two groups, and a study more than groups", () => {
    const studies = [
      { events: 3, n: 10 },
      { events: 5, n: 10 },
    ];
    const effects = makeLogitEffectSizes(studies);
    for (const groups of [
      ["a", "a"],
      ["a", "b"],
    ]) {
      expect(testGroupsOfEffects(effects, groups, { method: "DL" })).toBeNull();
      expect(testGroupsOfCounts(studies, groups)).toBeNull();
    }
    expect(testGroupsOfEffects([], [], { method: "DL" })).toBeNull();
  });

  it("gives a probability, the same in any order and under any names", () => {
    const renamed = { a: "z", b: "m", c: "k" } as const;
    forAny([grouped], (members) => {
      const result = testOf(members);
      expect(result?.pValue).toBeGreaterThanOrEqual(0);
      expect(result?.pValue).toBeLessThanOrEqual(1);
      const others = members.map(([of, name]) => [of, renamed[name as "a"]] as const);
      expect(testOf(others.toReversed())?.pValue).toBeCloseTo(result?.pValue ?? -1, 6);
    });
  });
});

const wide = counted("95/97 19/33 98/101 120/128");
const narrow = counted("78/117 34/55 80/123 104/165 70/110");

test("twice what separate models gain over one spread, against χ² with one degree of freedom", () => {
  // R 4.2.2: the likelihoods of each group and of both by `integrate`, their maxima by `optim`.
  const test = testEqualSpread([wide, narrow]);
  expect(test?.taus[0]).toBeCloseTo(1.374407, 3);
  expect(test?.taus[1]).toBeCloseTo(0, 3);
  expect(test?.q).toBeCloseTo(15.72351, 3);
  expect(test?.df).toBe(1);
  expect(test?.pValue).toBeCloseTo(7.3307e-5, 7);
});

test("equal groups have equal spreads", () => {
  expect(testEqualSpread([wide, wide])?.q).toBeCloseTo(0, 6);
  expect(testEqualSpread([wide, wide])?.pValue).toBeCloseTo(1, 3);
});

test("without an answer of one model there is no test, nor of one group", () => {
  expect(testEqualSpread([wide, counted("0/20 0/30 0/10")])).toBeNull();
  expect(testEqualSpread([wide])).toBeNull();
});

/** Studies of group a and of group b with these values. */
const moderated = (a: readonly (number | null)[], b: readonly (number | null)[]) => [
  ...a.map((moderator) => ({ group: "a", moderator })),
  ...b.map((moderator) => ({ group: "b", moderator })),
];

const overlap = (a: readonly (number | null)[], b: readonly (number | null)[]) =>
  findModeratorOverlap(moderated(a, b), "a", "b");

test.each([
  ["apart", [61, 60, 60.1, 61], [64, 70, 68, 64, null], null],
  ["apart the other way", [64, 70], [60, 61], null],
  ["overlapping", [54, 64, 66], [64, 70, 66, 68], [64, 66]],
  ["touching at one value", [54, 64], [64, 70], [64, 64]],
  ["one inside the other", [50, 80], [60, 61, 62], [60, 62]],
  ["of which one is not known", [null, null], [64], null],
  ["of which both are empty", [], [], null],
])("ranges %s", (_, a, b, expected) => {
  expect(overlap(a, b)).toEqual(expected);
});

test.each([
  ["a quarter of the other is enough", [10, 11, 12], [10, 14, 18], null],
  ["less is not, whichever group it is", [10, 11, 11.9], [10, 14, 18], "a"],
  ["of the reference", [3, 20, 67.8], [10.1, 14.1, 14.7], "b"],
  ["equal values of both are as wide as each other", [4, 4], [4, 4], null],
])("ranges of which %s", (_, a, b, expected) => {
  expect(findGroupOfLittleSpread(moderated(a, b), "a", "b")).toBe(expected);
});

test("other groups do not count; a value that is not finite is refused by name", () => {
  const more = [...moderated([60, 62], [61, 63]), { group: "c", moderator: 60.5 }];
  expect(findModeratorOverlap(more, "a", "b")).toEqual([61, 62]);
  expect(() => overlap([60, Number.NaN], [61])).toThrow("studies[1].moderator");
});
