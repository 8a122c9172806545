import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { i2, percentWeights, typicalWithinVariance } from "#core/statistics/heterogeneity.ts";
import { logits } from "#core/statistics/scales.ts";
import type { Study } from "#core/statistics/study.ts";
import { oracleCases } from "../../../oracle/fixture.ts";
import { failures } from "../../../oracle/within-tolerance.ts";
import { counted } from "./arbitraries.ts";

const withTypical = oracleCases("edge").flatMap((one) => {
  const { events, n } = one.input as { events: number[]; n: number[] };
  // Cohorts without patients are rejected earlier, and the fixture leaves them out as well.
  const studies = events
    .map((count, i) => ({ events: count, n: Number(n[i]) }))
    .filter((study) => study.n > 0);
  const { glmm, ivDL } = one.expected as Record<string, Record<string, number | null>>;
  const group = [glmm, ivDL].find((figures) => figures?.typicalWithinVar !== undefined);
  return group === undefined ? [] : [[one.id, studies, group, one.tolerance] as const];
});

const withinVariances = (studies: readonly Study[]) => logits(studies).map(({ vi }) => vi);

test("the fixture has typical variances to compare", () => {
  expect(withTypical.length).toBeGreaterThan(3);
});

test.each(withTypical)("%s", (_, studies, expected, tolerance) => {
  const { typicalWithinVar = null, I2_tau2 = null, tau2 } = expected;
  const v = typicalWithinVariance(withinVariances(studies));
  const got = { typicalWithinVar: v, I2_tau2: i2(tau2 ?? 0, v) };
  // I² is checked only if the fixture contains the τ² that it is computed from.
  const figures = typeof tau2 === "number" ? { typicalWithinVar, I2_tau2 } : { typicalWithinVar };
  expect(failures(got, figures, tolerance)).toEqual([]);
});

test("one study has neither a typical variance nor I²", () => {
  expect(typicalWithinVariance(withinVariances([{ events: 1, n: 3 }]))).toBeNull();
  expect(i2(0.3, null)).toBeNull();
});

test("of equal studies the typical variance is theirs", () => {
  const one = { events: 4, n: 10 };
  expect(typicalWithinVariance(withinVariances([one, one, one]))).toBeCloseTo(1 / 4 + 1 / 6, 12);
});

describe("percent weights", () => {
  const study = fc
    .integer({ min: 1, max: 500 })
    .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) }));

  test("are positive and sum to 100", () => {
    fc.assert(
      fc.property(
        fc.array(study, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (studies, tau2) => {
          const weights = percentWeights(withinVariances(studies), tau2);
          expect(Math.min(...weights)).toBeGreaterThan(0);
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9);
        },
      ),
    );
  });

  test("even out as τ² grows", () => {
    const studies = counted("5/10 50/100");
    const [small = 0, large = 0] = percentWeights(withinVariances(studies), 0);
    expect(large / small).toBeCloseTo(10, 9);
    const [evenSmall = 0, evenLarge = 0] = percentWeights(withinVariances(studies), 1e6);
    expect(evenLarge / evenSmall).toBeCloseTo(1, 5);
  });
});
