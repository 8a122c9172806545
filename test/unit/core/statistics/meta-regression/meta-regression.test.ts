import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrastCommonTau2 } from "#core/statistics/contrast/common-tau2.ts";
import type { Moderator } from "#core/statistics/meta-regression/moderators.ts";
import { predict } from "#core/statistics/meta-regression/predict.ts";
import {
  profileCoefficient,
  regressGlmm,
  regressInverseVariance,
  testModerators,
} from "#core/statistics/meta-regression/regression.ts";
import type { Study } from "#core/statistics/study.ts";

const studies: Study[] = [
  { events: 12, n: 40 },
  { events: 25, n: 60 },
  { events: 9, n: 22 },
  { events: 33, n: 55 },
  { events: 50, n: 90 },
  { events: 21, n: 30 },
  { events: 41, n: 70 },
  { events: 30, n: 36 },
];
const lines = [7, 6, 6, 5, 5, 3, 4, 2];
const groups = ["b", "b", "a", "a", "b", "a", "b", "a"];

function glmm(moderators: readonly Moderator[]) {
  const regression = regressGlmm(studies, moderators);
  if (!("fit" in regression)) throw new Error(regression.status);
  return regression;
}

function inverseVariance(moderators: readonly Moderator[]) {
  const regression = regressInverseVariance(studies, moderators, {
    method: "REML",
    test: "knha",
    correction: { add: 0.5, to: "only0" },
  });
  if (!("fit" in regression)) throw new Error(regression.status);
  return regression;
}

describe.each([
  ["GLMM", glmm],
  ["REML, Hartung–Knapp", inverseVariance],
] as const)("%s", (_, regress) => {
  test("the unit and the origin of a covariate change its slope, not its predictions", () => {
    const plain = regress([{ name: "lines", values: lines }]);
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -3000, max: 3000, noNaN: true }),
        (scale, shift) => {
          const other = regress([{ name: "x", values: lines.map((x) => scale * x + shift) }]);
          expect((other.coefficients[1]?.estimate ?? 0) * scale).toBeCloseTo(
            plain.coefficients[1]?.estimate ?? Number.NaN,
            7,
          );
          expect(other.coefficients[1]?.statistic).toBeCloseTo(
            plain.coefficients[1]?.statistic ?? Number.NaN,
            7,
          );
          const [there, here] = [predict(other, [scale * 5 + shift]), predict(plain, [5])];
          if (there.status !== "ok" || here.status !== "ok") throw new Error("refused");
          expect(there.estimate).toBeCloseTo(here.estimate, 7);
          expect(there.se).toBeCloseTo(here.se, 7);
          expect(there.interval[0]).toBeCloseTo(here.interval[0], 7);
        },
      ),
    );
  });

  test("a prediction keeps its digits far from 0", () => {
    const here = predict(regress([{ name: "lines", values: lines }]), [5]);
    for (const [shift, scale] of [
      [1e6, 1e-3],
      [1e9, 1],
    ] as const) {
      const far = regress([{ name: "x", values: lines.map((x) => shift + scale * x) }]);
      const there = predict(far, [shift + scale * 5]);
      if (there.status !== "ok" || here.status !== "ok") throw new Error("refused");
      expect(there.se).toBeCloseTo(here.se, 5);
      expect(there.estimate).toBeCloseTo(here.estimate, 5);
    }
  });

  test("without moderators there is nothing to test, and the prediction is the pool", () => {
    const regression = regress([]);
    expect(regression.omnibus).toBeNull();
    expect(predict(regression, [])).toMatchObject({
      status: "ok",
      eta: regression.coefficients[0]?.estimate,
    });
  });

  test("a level outside 0–1 is refused", () => {
    const regression = regress([{ name: "lines", values: lines }]);
    expect(() => predict(regression, [5], { level: 1 })).toThrow("level");
  });

  test("with a class beside the covariate, predictions lie between their limits", () => {
    const regression = regress([
      { name: "class", groups },
      { name: "lines", values: lines },
    ]);
    expect(regression.coefficients.map(({ name }) => name)).toEqual([
      "intercept",
      "class: b",
      "lines",
    ]);
    expect(regression.omnibus?.df).toBe(2);
    const at = predict(regression, ["b", 4]);
    if (at.status !== "ok") throw new Error(at.status);
    expect(at.interval[0]).toBeLessThan(at.estimate);
    expect(at.interval[1]).toBeGreaterThan(at.estimate);
    expect(at.predictionInterval[0]).toBeLessThanOrEqual(at.interval[0]);
    expect(at.predictionInterval[1]).toBeGreaterThanOrEqual(at.interval[1]);
  });

  test("a value nobody had is refused, and says what was observed", () => {
    const regression = regress([
      { name: "class", groups },
      { name: "lines", values: lines },
    ]);
    expect(predict(regression, ["a", 8])).toEqual({
      status: "outside-observed-range",
      moderator: "lines",
      observed: [2, 7],
    });
    expect(predict(regression, ["c", 4])).toEqual({
      status: "outside-observed-range",
      moderator: "class",
      observed: ["a", "b"],
    });
    expect(predict(regression, ["a"]).status).toBe("outside-observed-range");
    expect(predict(regression, ["a", Number.NaN]).status).toBe("outside-observed-range");
    expect(predict(regression, ["a", 8], { extrapolate: true }).status).toBe("ok");
  });

  test("a year needs no centring by hand", () => {
    const years = [2015, 2016, 2016, 2018, 2019, 2022, 2023, 2024];
    const regression = regress([{ name: "year", values: years }]);
    const since = regress([{ name: "year", values: years.map((year) => year - 2019) }]);
    expect(regression.coefficients[1]?.se).toBeCloseTo(since.coefficients[1]?.se ?? 0, 9);
  });
});

test.each<[string, Moderator]>([
  ["moderator lines must have 8 values, got 2", { name: "lines", values: [1, 2] }],
  [
    "moderator lines[1] must be finite",
    { name: "lines", values: lines.map((x, i) => (i === 1 ? Number.NaN : x)) },
  ],
  ["moderator class must have 8 values", { name: "class", groups: ["a"] }],
])("%s", (message, moderator) => {
  expect(() => glmm([moderator])).toThrow(message);
  expect(() => inverseVariance([moderator])).toThrow(message);
});

test("nothing to regress on is a status", () => {
  const constant = { name: "lines", values: lines.map(() => 4.2) };
  expect(regressGlmm(studies, [constant])).toEqual({ status: "rank-deficient" });
  const options = { method: "DL", test: "z", correction: "none" } as const;
  expect(regressInverseVariance(studies, [constant], options)).toEqual({
    status: "rank-deficient",
  });
  expect(regressInverseVariance([], [], options)).toEqual({ status: "no-cohorts" });
  expect(regressInverseVariance([{ events: 0, n: 3 }], [], options)).toEqual({
    status: "effect-undefined",
    studies: [0],
  });
});

test("the likelihood-ratio test and the profile interval of one moderator agree", () => {
  const regression = glmm([{ name: "lines", values: lines }]);
  const test = testModerators(regression);
  const p = test?.pValue ?? Number.NaN;
  // By definition of p, one limit of the interval of level 1 − p is 0.
  const limits = profileCoefficient(regression, "lines", { level: 1 - p });
  expect(Math.min(...(limits ?? []).map(Math.abs))).toBeLessThan(1e-6);
});

test("an intercept or an unknown coefficient has no profile interval to give", () => {
  const regression = glmm([{ name: "lines", values: lines }]);
  for (const name of ["intercept", "age"]) {
    expect(() => profileCoefficient(regression, name)).toThrow("coefficient must be one of lines");
  }
});

describe("groups in one model", () => {
  test("are the regression on the group", () => {
    const common = contrastCommonTau2(studies, groups);
    if (!("regression" in common)) throw new Error(common.status);
    const slope = glmm([{ name: "group", groups }]).coefficients[1];
    expect(common.groups.map(({ group, k }) => [group, k])).toEqual([
      ["a", 4],
      ["b", 4],
    ]);
    expect(common.contrasts).toHaveLength(1);
    expect(common.contrasts[0]?.oddsRatio.estimate).toBeCloseTo(Math.exp(slope?.estimate ?? 0), 12);
  });

  test("turn round with the reference", () => {
    const by = (reference: string) => {
      const common = contrastCommonTau2(studies, groups, { reference, test: "t" });
      const contrast = "contrasts" in common ? common.contrasts[0] : undefined;
      if (contrast === undefined) throw new Error(common.status);
      return contrast;
    };
    const [ab, ba] = [by("a"), by("b")];
    expect([ab.group, ba.group]).toEqual(["b", "a"]);
    expect(ab.coefficient.pValue).toBeCloseTo(ba.coefficient.pValue, 9);
    expect(ab.oddsRatio.estimate * ba.oddsRatio.estimate).toBeCloseTo(1, 9);
    expect(ab.difference).toBeCloseTo(-ba.difference, 9);
    expect(ab.differenceInterval[0]).toBeCloseTo(-ba.differenceInterval[1], 9);
    expect(() => by("c")).toThrow("reference of moderator group must be one of a, b");
  });

  test("are tested against t(k − 2) when asked", () => {
    const [z, t] = (["z", "t"] as const).map((test) =>
      contrastCommonTau2(studies, groups, { test }),
    );
    if (z === undefined || t === undefined || !("regression" in z) || !("regression" in t)) {
      throw new Error("no fit");
    }
    expect(t.regression.reference.df).toBe(6);
    expect(t.regression.coefficients[1]?.pValue).toBeGreaterThan(
      z.regression.coefficients[1]?.pValue ?? 1,
    );
  });

  test("of which one has no events are a separation, a single one is nothing to compare", () => {
    const empty = studies.map((study, i) => (groups[i] === "a" ? { ...study, events: 0 } : study));
    expect(contrastCommonTau2(empty, groups)).toEqual({ status: "separation" });
    const alone = studies.map(() => "a");
    expect(contrastCommonTau2(studies, alone)).toEqual({ status: "rank-deficient" });
  });
});
