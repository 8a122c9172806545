import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clopperPearson, type Interval } from "#core/statistics/interval.ts";
import { estimateLandmarkHazard } from "#core/statistics/landmark.ts";
import { findIncreasingRoot } from "#core/statistics/special/arithmetic.ts";
import { betaQuantile, incompleteBeta } from "#core/statistics/special/beta.ts";
import { normalCdf, normalQuantile } from "#core/statistics/special/normal.ts";
import { assertValidStudies } from "#core/statistics/study.ts";
import { forAny } from "../../../support/for-any.ts";
import { between, evenStudy } from "./arbitraries.ts";

const good = { events: 3, n: 10 };

test("accepts 0 and n events, one patient, and no studies at all", () => {
  expect(() => assertValidStudies([])).not.toThrow();
  expect(() => assertValidStudies([{ events: 0, n: 1 }, { events: 1, n: 1 }, good])).not.toThrow();
});

test.each([
  [{ events: -1, n: 10 }, "events"],
  [{ events: 1.5, n: 10 }, "events"],
  [{ events: 11, n: 10 }, "events"],
  [{ events: 0, n: 0 }, "n"],
  [{ events: 1, n: 10.5 }, "n"],
  [{ events: 1, n: Number.NaN }, "n"],
])("%j is refused, naming the study and %s", (bad, field) => {
  expect(() => assertValidStudies([good, good, bad])).toThrow(RangeError);
  expect(() => assertValidStudies([good, good, bad])).toThrow(`studies[2].${field} `);
});

const width = ([lower, upper]: Interval) => upper - lower;

const counts = evenStudy(1_000_000);

describe("the exact interval", () => {
  test("lies around the proportion, in order, and inside 0–1", () =>
    forAny([counts], ({ events, n }) => {
      const [lower, upper] = clopperPearson(events, n);
      expect(lower).toBeLessThan(upper);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(events / n + 1e-15);
      expect(upper).toBeGreaterThanOrEqual(events / n - 1e-15);
    }));

  test("mirrors when events and non-events change places", () =>
    forAny([counts], ({ events, n }) => {
      const [lower, upper] = clopperPearson(events, n);
      const [mirroredLower, mirroredUpper] = clopperPearson(n - events, n);
      expect(mirroredLower).toBeCloseTo(1 - upper, 11);
      expect(mirroredUpper).toBeCloseTo(1 - lower, 11);
    }));

  test("narrows when the same proportion is seen in more patients", () =>
    forAny([counts, fc.integer({ min: 2, max: 10 })], ({ events, n }, factor) => {
      expect(width(clopperPearson(factor * events, factor * n))).toBeLessThan(
        width(clopperPearson(events, n)),
      );
    }));

  test("widens with the level", () =>
    forAny([counts], ({ events, n }) => {
      expect(width(clopperPearson(events, n, 0.99))).toBeGreaterThan(
        width(clopperPearson(events, n, 0.9)),
      );
    }));

  test("refuses invalid counts", () => {
    expect(() => clopperPearson(3, 0)).toThrow("studies[0].n");
    expect(() => clopperPearson(4, 3)).toThrow("studies[0].events");
  });
});

const inside = between(0.02, 0.98);

test("the printed interval gives back the standard error it was made from", () =>
  forAny([inside, between(0.01, 0.5), between(0.5, 0.99)], (survival, se, level) => {
    const y = Math.log(-Math.log(survival));
    const z = normalQuantile((1 + level) / 2);
    const at = (shift: number) => Math.exp(-Math.exp(y + shift));
    const got = estimateLandmarkHazard({ survival, interval: [at(z * se), at(-z * se)], level });
    expect(got?.y).toBeCloseTo(y, 12);
    expect(got?.se).toBeCloseTo(se, 8);
    expect(got?.approximated).toBe(false);
  }));

test("the number at risk: Var(y) = (1 − S) / (R (log S)²)", () =>
  forAny([inside, fc.integer({ min: 1, max: 5000 })], (survival, atRisk) => {
    const got = estimateLandmarkHazard({ survival, atRisk });
    const variance = (1 - survival) / (atRisk * Math.log(survival) ** 2);
    expect((got?.se ?? 0) ** 2).toBeCloseTo(variance, 10);
    expect(got?.approximated).toBe(false);
  }));

test("only n: the number at risk is taken as n · S and marked", () => {
  const got = estimateLandmarkHazard({ survival: 0.4, n: 50 });
  const atRisk = estimateLandmarkHazard({ survival: 0.4, atRisk: 20 });
  expect(got).toEqual({ ...atRisk, approximated: true });
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
] as const)("no landmark: %s", (_, printed) => {
  expect(estimateLandmarkHazard(printed)).toBeNull();
});

test("the normal quantile inverts the distribution function and is odd", () =>
  forAny([between(1e-6, 1 - 1e-6)], (p) => {
    expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
    expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 8);
  }));

test("the normal quantile refuses what has no quantile", () => {
  for (const p of [0, 1, -0.1, 1.1, Number.NaN])
    expect(() => normalQuantile(p)).toThrow(RangeError);
});

const shape = fc.oneof(between(0.5, 20), between(20, 1e6));

test("the beta quantile inverts the incomplete beta function", () =>
  forAny([shape, shape, between(5e-4, 0.9995)], (a, b, p) => {
    const x = betaQuantile(p, a, b);
    // Near 1 the spacing of doubles, not the method, limits the accuracy of x.
    fc.pre(x < 0.99);
    expect(Math.abs(incompleteBeta(a, b, x) - p)).toBeLessThan(1e-9);
  }));

test("the incomplete beta function is symmetric, monotone and 0 and 1 at its ends", () => {
  forAny([shape, shape, between(0.01, 0.99)], (a, b, x) => {
    const value = incompleteBeta(a, b, x);
    expect(incompleteBeta(b, a, 1 - x)).toBeCloseTo(1 - value, 9);
    expect(incompleteBeta(a, b, Math.min(1, x + 0.005))).toBeGreaterThanOrEqual(value - 1e-12);
  });
  expect(incompleteBeta(2, 3, 0)).toBe(0);
  expect(incompleteBeta(2, 3, 1)).toBe(1);
});

test("quantiles of probability 0 and 1 are the ends", () => {
  expect(betaQuantile(0, 2, 3)).toBe(0);
  expect(betaQuantile(1, 2, 3)).toBe(1);
});

describe("findIncreasingRoot", () => {
  test("finds a root from either side, with and without a bracket", () => {
    const cubic = (x: number) => ({ value: x * x * x - 8, slope: 3 * x * x });
    for (const start of [-30, 0, 1, 2, 50]) {
      expect(findIncreasingRoot(cubic, start, 1e-12)).toBeCloseTo(2, 10);
      expect(findIncreasingRoot(cubic, start, 1e-12, [-100, 100])).toBeCloseTo(2, 10);
    }
  });

  test("is found where Newton steps go to and fro inside the bracket", () => {
    const slopeOfLogPosterior = (x: number) => {
      const p = 1 / (1 + Math.exp(-x));
      return { value: 145 * p - 143 + 10.4547 * (x + 9.75), slope: 145 * p * (1 - p) + 10.4547 };
    };
    const root = findIncreasingRoot(slopeOfLogPosterior, -7.5248, 1e-9);
    expect(slopeOfLogPosterior(root).value).toBeCloseTo(0, 6);
  });

  test("does not leave a root it started on", () => {
    expect(findIncreasingRoot((x) => ({ value: x, slope: 1 }), 0, 1e-13, [0, 1])).toBe(0);
  });

  test("bisects where the slope is useless", () => {
    const step = (x: number) => ({ value: Math.tanh(50 * (x - 0.3)), slope: 0 });
    expect(findIncreasingRoot(step, 0.9, 1e-10, [0, 1])).toBeCloseTo(0.3, 8);
  });
});
