/**
 * Tests for every model and interval that the estimate lies in its interval, and the interval in the prediction
 * interval.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figures, Fit } from "#core/answer/fit.ts";
import { makeFrequentistModel } from "#core/answer/frequentist-models.ts";
import { bayesFitting } from "#core/answer/models.ts";
import type { CountedFigure, ScaledLandmark } from "#core/evidence/choose.ts";
import { parameters } from "#core/question/parameters.ts";
import { figure } from "../../../support/cohorts.ts";
import { landmarkEntry } from "./entries.ts";

/** Rounding of the fits; a thousandth of what one decimal of a percentage shows. */
const tolerance = 1e-6;

const settings = parameters.model.words.flatMap((model) =>
  parameters.interval.words.map((interval) => ({ model, interval })),
);

function expectNested({ estimate, interval, predictionInterval }: Fit): void {
  if (estimate === null || interval === null) return;
  expect(interval[0]).toBeLessThanOrEqual(estimate + tolerance);
  expect(interval[1]).toBeGreaterThanOrEqual(estimate - tolerance);
  if (predictionInterval === null) return;
  expect(predictionInterval[0]).toBeGreaterThanOrEqual(0);
  expect(predictionInterval[0]).toBeLessThanOrEqual(interval[0] + tolerance);
  expect(predictionInterval[1]).toBeGreaterThanOrEqual(interval[1] - tolerance);
  expect(predictionInterval[1]).toBeLessThanOrEqual(1);
}

const counted = (events: number, n: number): CountedFigure => ({
  ...figure("orr", events, n),
  events,
  n,
});

/** Rare, usual and nearly certain events, so that many fits are at τ = 0. */
const count = fc
  .tuple(fc.integer({ min: 3, max: 200 }), fc.nat(1000), fc.nat(2))
  .map(([n, part, kind]) => {
    const events = kind === 0 ? Math.min(n, part % 4) : Math.round((n * part) / 1000);
    return counted(kind === 2 ? n - Math.min(n, part % 4) : events, n);
  });
const rare = fc
  .tuple(fc.integer({ min: 3, max: 200 }), fc.nat(2))
  .map(([n, events]) => counted(events, n));
const counts = fc
  .oneof(
    fc.array(count, { minLength: 1, maxLength: 8 }),
    fc.array(rare, { minLength: 1, maxLength: 12 }),
  )
  .map((figures): Figures => ({ kind: "count", figures }));

const landmark = fc
  .tuple(fc.integer({ min: 5, max: 95 }), fc.integer({ min: 1, max: 9 }))
  .map(([percent, tenth]): ScaledLandmark => {
    const survival = percent / 100;
    const interval: [number, number] = [
      survival * (1 - tenth / 10),
      survival + ((1 - survival) * tenth) / 10,
    ];
    return landmarkEntry({}, { survival, interval }).figure;
  });
const landmarks = fc
  .array(landmark, { minLength: 1, maxLength: 8 })
  .map((figures): Figures => ({ kind: "landmark", figures }));

describe.each(settings)("model=$model, interval=$interval", (query) => {
  const model = makeFrequentistModel(query, bayesFitting);

  it("has intervals within each other", () => {
    const groups = fc.oneof(fc.tuple(counts, counts), fc.tuple(landmarks, landmarks));
    fc.assert(
      fc.property(groups, ([first, second]) => {
        const compared = model.compare(
          [
            { id: "car-t", figures: first },
            { id: "bsab", figures: second },
          ],
          "bsab",
        );
        for (const { fit } of compared) expectNested(fit);
      }),
      { numRuns: 20 },
    );
  });

  it("has them so where no spread is found among rare events", () => {
    const few = [97, 33, 18, 128, 43, 60, 71, 25].map((n, index) => counted(index < 2 ? 1 : 0, n));
    const [pooled] = model.compare([{ id: "one", figures: { kind: "count", figures: few } }], null);
    expect(pooled?.fit.predictionInterval).not.toBeNull();
    if (pooled) expectNested(pooled.fit);
  });
});
