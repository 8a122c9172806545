import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateLandmarkHazard } from "#core/statistics/landmark.ts";
import { normalQuantile } from "#core/statistics/special/normal.ts";

const inside = fc.double({ min: 0.02, max: 0.98, noNaN: true });

test("the printed interval gives back the standard error it was made from", () => {
  fc.assert(
    fc.property(
      inside,
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      fc.double({ min: 0.5, max: 0.99, noNaN: true }),
      (survival, se, level) => {
        const y = Math.log(-Math.log(survival));
        const z = normalQuantile((1 + level) / 2);
        const at = (shift: number) => Math.exp(-Math.exp(y + shift));
        const got = estimateLandmarkHazard({
          survival,
          interval: [at(z * se), at(-z * se)],
          level,
        });
        expect(got?.y).toBeCloseTo(y, 12);
        expect(got?.se).toBeCloseTo(se, 8);
        expect(got?.approximated).toBe(false);
      },
    ),
  );
});

test("the number at risk: Var(y) = (1 − S) / (R (log S)²)", () => {
  fc.assert(
    fc.property(inside, fc.integer({ min: 1, max: 5000 }), (survival, atRisk) => {
      const got = estimateLandmarkHazard({ survival, atRisk });
      const variance = (1 - survival) / (atRisk * Math.log(survival) ** 2);
      expect((got?.se ?? 0) ** 2).toBeCloseTo(variance, 10);
      expect(got?.approximated).toBe(false);
    }),
  );
});

test("only n: the number at risk is taken as n · S and marked", () => {
  const got = estimateLandmarkHazard({ survival: 0.4, n: 50 });
  expect(got).toEqual({
    ...estimateLandmarkHazard({ survival: 0.4, atRisk: 20 }),
    approximated: true,
  });
});

test("the best source wins: interval, then number at risk, then n", () => {
  const interval = [0.5, 0.7] as const;
  expect(estimateLandmarkHazard({ survival: 0.6, interval, atRisk: 10, n: 90 })).toEqual(
    estimateLandmarkHazard({ survival: 0.6, interval }),
  );
  expect(estimateLandmarkHazard({ survival: 0.6, atRisk: 10, n: 90 })).toEqual(
    estimateLandmarkHazard({ survival: 0.6, atRisk: 10 }),
  );
});

describe("no landmark", () => {
  test.each([
    ["S = 0", { survival: 0, atRisk: 9 }],
    ["S = 1", { survival: 1, atRisk: 9 }],
    ["S not a number", { survival: Number.NaN, atRisk: 9 }],
    ["a lower limit of 0", { survival: 0.2, interval: [0, 0.5], atRisk: 9 }],
    ["an upper limit of 1", { survival: 0.9, interval: [0.7, 1] }],
    ["limits that leave S out", { survival: 0.9, interval: [0.3, 0.5] }],
    ["limits in the wrong order", { survival: 0.4, interval: [0.5, 0.3] }],
    ["limits without a width", { survival: 0.4, interval: [0.4, 0.4] }],
    ["nobody at risk", { survival: 0.4, atRisk: 0 }],
    ["nothing that gives a standard error", { survival: 0.4 }],
  ] as const)("%s", (_, printed) => {
    expect(estimateLandmarkHazard(printed)).toBeNull();
  });
});
