import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { i2, percentWeights, typicalWithinVariance } from "#core/statistics/heterogeneity.ts";
import { makeLogitEffectSizes } from "#core/statistics/scales.ts";
import type { Study } from "#core/statistics/study.ts";
import { counted } from "./arbitraries.ts";

const withinVariances = (studies: readonly Study[]) =>
  makeLogitEffectSizes(studies).map(({ vi }) => vi);

test("one study has neither a typical variance nor I²", () => {
  expect(typicalWithinVariance(withinVariances([{ events: 1, n: 3 }]))).toBeNull();
  expect(i2(0.3, null)).toBeNull();
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
