import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Moderator } from "#core/statistics/meta-regression/moderators.ts";
import {
  predictFromRegression,
  type Regression,
  regressGlmm,
  regressInverseVariance,
} from "#core/statistics/meta-regression/regression.ts";
import type { Study } from "#core/statistics/study.ts";
import { counted } from "../arbitraries.ts";

const studies: Study[] = counted("12/40 25/60 9/22 33/55 50/90 21/30 41/70 30/36");
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
    test: "adhoc",
  });
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
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -3000, max: 3000, noNaN: true }),
        (scale, shift) => {
          const rescaled = regress([{ name: "x", values: lines.map((x) => scale * x + shift) }]);
          expect((rescaled.coefficients[1]?.estimate ?? 0) * scale).toBeCloseTo(
            plain.coefficients[1]?.estimate ?? Number.NaN,
            7,
          );
          expect(rescaled.coefficients[1]?.pValue).toBeCloseTo(
            plain.coefficients[1]?.pValue ?? Number.NaN,
            7,
          );
          const [there, here] = [predicted(rescaled, [scale * 5 + shift]), predicted(plain, [5])];
          expect(there.estimate).toBeCloseTo(here.estimate, 7);
          expect(there.se).toBeCloseTo(here.se, 7);
          expect(there.interval[0]).toBeCloseTo(here.interval[0], 7);
        },
      ),
    );
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
    expect(regression.coefficients.map(({ name }) => name)).toEqual([
      "intercept",
      "class: b",
      "lines",
    ]);
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
