import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  type FittedAdjustedContrast,
  fitAdjustedContrast,
  LEAST_EVENTS,
  type ModeratedStudy,
} from "#core/statistics/meta-regression/adjusted-contrast.ts";
import {
  testEqualSpread,
  testGroupsOfCounts,
  testGroupsOfEffects,
} from "#core/statistics/meta-regression/between-groups.ts";
import type { Moderator } from "#core/statistics/meta-regression/moderators.ts";
import {
  predictFromRegression,
  type Regression,
  regressGlmm,
  regressInverseVariance,
} from "#core/statistics/meta-regression/regression.ts";
import { type EffectSize, makeLogitEffectSizes } from "#core/statistics/scales.ts";
import type { Study } from "#core/statistics/study.ts";
import { forAny } from "../../../support/for-any.ts";
import { notFinite } from "../not-finite.ts";
import { anyStudy, between, counted } from "./arbitraries.ts";

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

// The following tests are of the contrast of two classes at equal values of a moderator.
type Moderated = ModeratedStudy<"car-t" | "bsab">;

const study = (group: Moderated["group"], moderator: number | null, events: number, n: number) => ({
  group,
  moderator,
  events,
  n,
});

const ordinary: readonly Moderated[] = [
  study("car-t", 61, 43, 48),
  study("car-t", 60, 28, 33),
  study("car-t", 58, 97, 101),
  study("car-t", 66, 94, 128),
  study("car-t", 54, 13, 14),
  study("bsab", 70, 83, 117),
  study("bsab", 64, 35, 55),
  study("bsab", 68, 75, 123),
  study("bsab", 62, 104, 165),
];

function fitted(
  studies: readonly Moderated[],
  [group, reference]: readonly [Moderated["group"], Moderated["group"]] = ["car-t", "bsab"],
  level = 0.95,
): FittedAdjustedContrast {
  const contrast = fitAdjustedContrast(studies, group, reference, { level });
  if (!("oddsRatio" in contrast)) throw new Error(contrast.status);
  return contrast;
}

const status = (studies: readonly Moderated[]) =>
  fitAdjustedContrast(studies, "car-t", "bsab").status;

/** Four studies or more a group, whose moderators overlap from 60 to 66, with events and non-events. */
const moderated: fc.Arbitrary<Moderated[]> = fc
  .tuple(
    ...(["car-t", "bsab"] as const).map((group) =>
      membersOf(group, fc.integer({ min: 57, max: 68 })),
    ),
  )
  .map(([a = [], b = []]) => [...a, ...b]);

function membersOf(group: Moderated["group"], moderators: fc.Arbitrary<number>) {
  const some = fc
    .tuple(fc.integer({ min: 12, max: 200 }), between(0.1, 0.9), moderators)
    .map(([n, share, moderator]) => study(group, moderator, Math.round(n * share), n));
  return fc
    .tuple(some, some, fc.array(some, { minLength: 2, maxLength: 8 }))
    .map(([first, second, [third = first, ...further]]) => [
      { ...first, moderator: 60 },
      { ...second, moderator: 66 },
      { ...third, moderator: 63 },
      ...further,
    ]);
}

const runs = { numRuns: 40 };

test("the other class as the reference inverts the odds ratio and turns the difference round", () =>
  forAny([moderated], runs, (data) => {
    const [contrast, inverted] = [fitted(data), fitted(data, ["bsab", "car-t"])];
    const [limits, inverse] = [contrast.oddsRatio.interval, inverted.oddsRatio.interval];
    if (limits === null || inverse === null) throw new Error("no limits");
    const logRatio = (of: FittedAdjustedContrast) => Math.log(of.oddsRatio.estimate);
    expect(logRatio(contrast)).toBeCloseTo(-logRatio(inverted), 5);
    expect(Math.log(limits[0])).toBeCloseTo(-Math.log(inverse[1]), 4);
    expect(Math.log(limits[1])).toBeCloseTo(-Math.log(inverse[0]), 4);
    const pValue = ({ regression }: FittedAdjustedContrast) => regression.coefficients[1]?.pValue;
    expect(pValue(contrast)).toBeCloseTo(pValue(inverted) ?? Number.NaN, 5);
    expect(contrast.at).toBe(inverted.at);
    expect(contrast.difference).toBeCloseTo(-inverted.difference, 6);
    expect(contrast.differenceInterval[0]).toBeCloseTo(-inverted.differenceInterval[1], 5);
    expect(contrast.differenceInterval[1]).toBeCloseTo(-inverted.differenceInterval[0], 5);
  }));

test("limits of the difference hold it, lie between −1 and 1 and widen with the level", () =>
  forAny([moderated], runs, (data) => {
    const [wide, narrow] = [fitted(data), fitted(data, ["car-t", "bsab"], 0.8)];
    const [lower, upper] = wide.differenceInterval;
    expect(lower).toBeGreaterThanOrEqual(-1);
    expect(lower).toBeLessThanOrEqual(narrow.differenceInterval[0]);
    expect(narrow.differenceInterval[0]).toBeLessThanOrEqual(wide.difference);
    expect(narrow.differenceInterval[1]).toBeGreaterThanOrEqual(wide.difference);
    expect(upper).toBeGreaterThanOrEqual(narrow.differenceInterval[1]);
    expect(upper).toBeLessThanOrEqual(1);
    expect(narrow.difference).toBeCloseTo(wide.difference, 12);
    expect(Math.sign(wide.difference)).toBe(Math.sign(Math.log(wide.oddsRatio.estimate)));
  }));

test("studies without the moderator and of other groups are left out", () => {
  const more: readonly ModeratedStudy<"car-t" | "bsab" | "other">[] = [
    ...ordinary,
    { group: "other", moderator: 65, events: 4, n: 60 },
    study("bsab", null, 10, 90),
  ];
  const contrast = fitAdjustedContrast(more, "car-t", "bsab");
  expect("oddsRatio" in contrast && contrast.oddsRatio).toEqual(fitted(ordinary).oddsRatio);
  expect("oddsRatio" in contrast && contrast.regression.columns.design.k).toBe(ordinary.length);
});

describe("a contrast that cannot be estimated says why", () => {
  const changed = (change: (study: Moderated, index: number) => Partial<Moderated>) =>
    ordinary.map((study, index) => ({ ...study, ...change(study, index) }));
  const changedIn = (of: Moderated["group"], change: Parameters<typeof changed>[0]) =>
    changed((study, index) => (study.group === of ? change(study, index) : {}));
  /** Returns the studies with `count` events among all bispecifics. */
  const some = (count: number) =>
    changedIn("bsab", (_, i) => ({ events: i === 6 ? count - 2 : i > 6 ? 1 : 0 }));
  const later = (study: Moderated) => ({ moderator: (study.moderator ?? 0) + 10 });

  test.each<[string, readonly Moderated[], string | RegExp]>([
    ["no studies", [], "too-few-studies"],
    ["three of a class", changed((_, i) => (i > 7 ? { moderator: null } : {})), "too-few-studies"],
    ["no events of a class", changedIn("car-t", () => ({ events: 0 })), "too-few-events"],
    ["four events of a class", some(LEAST_EVENTS - 1), "too-few-events"],
    ["five events, which are enough", some(LEAST_EVENTS), /^(ok|boundary)$/],
    ["ranges apart", changedIn("bsab", later), "no-overlap"],
    ["a moderator that is the same", changed(() => ({ moderator: 64 })), "no-spread"],
    ["two values", changedIn("bsab", (_, i) => ({ moderator: 64 + (i % 2) })), "no-spread"],
    [
      "none between",
      changedIn("car-t", (_, i) => ({ moderator: [50, 51, 52][i] ?? 80 })),
      "none-within",
    ],
    ["events of everyone in a class", changedIn("car-t", ({ n }) => ({ events: n })), "separation"],
    ["events of everyone", changed(({ n }) => ({ events: n })), "all-events"],
  ])("%s", (_, studies, expected) => {
    const contrast = fitAdjustedContrast(studies, "car-t", "bsab");
    expect(contrast.status).toMatch(expected);
    expect("oddsRatio" in contrast).toBe(expected instanceof RegExp);
  });
});

test("any valid counts give finite figures, or a reason without any", () => {
  const moderated = fc.record({
    group: fc.constantFrom("car-t" as const, "bsab" as const),
    moderator: fc.oneof(fc.constant(null), fc.integer({ min: 60, max: 63 }), between(-1e6, 1e6)),
  });
  const any = fc.tuple(anyStudy(300), moderated).map(([counts, of]) => ({ ...counts, ...of }));
  forAny([fc.array(any, { minLength: 0, maxLength: 30 })], 300, (data) => {
    const contrast = fitAdjustedContrast<"car-t" | "bsab">(data, "car-t", "bsab");
    expect(notFinite(contrast)).toEqual([]);
    if (!("oddsRatio" in contrast)) return;
    const { difference, differenceInterval: limits } = contrast;
    expect(limits[0]).toBeLessThanOrEqual(difference);
    expect(difference).toBeLessThanOrEqual(limits[1]);
  });
});

test.each([
  [{ events: 4, n: 3 }, "studies[0].events"],
  [{ moderator: Number.NaN }, "studies[0].moderator"],
])("%o is refused by name", (change, named) => {
  expect(() =>
    status(ordinary.map((study, i) => (i === 0 ? { ...study, ...change } : study))),
  ).toThrow(named);
});
