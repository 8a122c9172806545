import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combescure } from "../../../../functions/statistics/survival/combescure.ts";
import type { SummaryCurve } from "../../../../functions/statistics/survival/summary-curve.ts";
import type { SurvivalCurve } from "../../../../functions/statistics/survival/survival-curve.ts";

/** A curve at times 1, 2, … with 50 at risk at the start of each interval. */
function curve(...survival: number[]): SurvivalCurve {
  return survival.map((value, index) => ({ time: index + 1, survival: value, atRisk: 50 }));
}

/** The summary of studies that have one with a random-effects part. */
function summaryOf(studies: readonly SurvivalCurve[]) {
  const summary = combescure(studies);
  if (summary.status !== "ok") throw new Error(`status ${summary.status}`);
  return summary;
}

describe("degenerate input", () => {
  test("no studies", () => {
    expect(combescure([])).toEqual({ status: "no-cohorts" });
  });

  test("one study is its own curve, without a between-study part", () => {
    const summary = combescure([curve(0.8, 0.5, 0.2)]);
    if (summary.status !== "one-cohort") throw new Error(summary.status);
    expect(summary.time).toEqual([1, 2, 3]);
    // The correction moves each conditional survival by at most ¼ / 50 towards ½.
    expect(summary.fixed.survival[0]).toBeCloseTo((50 * 0.8 + 0.25) / 50.5, 14);
    expect(summary.fixed.survival[2]).toBeCloseTo(0.2, 2);
    expect(summary).not.toHaveProperty("random");
  });

  test("one time: the univariate DerSimonian–Laird estimate, and no degrees of freedom", () => {
    const summary = summaryOf([curve(0.8), curve(0.5), curve(0.3)]);
    const variance = 1 / (4 * 50.5);
    const y = [0.8, 0.5, 0.3].map((s) => Math.asin(Math.sqrt((50 * s + 0.25) / 50.5)));
    const mean = y.reduce((sum, value) => sum + value, 0) / 3;
    const observed = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2;
    expect(summary.betweenStudyCov[0]?.[0]).toBeCloseTo(observed - variance, 14);
    expect(summary.random.survival[0]).toBeCloseTo(Math.sin(mean) ** 2, 14);
    expect(summary).toMatchObject({ df: 0, h2: null, i2: null });
  });

  test("survival of 1 throughout", () => {
    const { random } = summaryOf([curve(1, 1), curve(1, 1)]);
    expect(random.survival[1]).toBeGreaterThan(0.98);
    expect(random.upper).toEqual([1, 1]);
    expect(random.median).toBeNull();
  });

  test("a study ends where its survival reaches 0", () => {
    const ended = summaryOf([curve(0.5, 0), curve(0.6, 0.4, 0.3)]);
    expect(summaryOf([curve(0.5, 0, 0), curve(0.6, 0.4, 0.3)])).toEqual(ended);
    expect(ended.random.survival[1]).toBeGreaterThan(0);
  });

  test("survival of 0 in all studies at the first time", () => {
    const { time, random } = summaryOf([curve(0, 0), curve(0)]);
    expect(time).toEqual([1]);
    expect(random.survival[0]).toBeCloseTo(0.25 / 50.5, 12);
  });

  test("a time of one study alone has no between-study variance", () => {
    const { betweenStudyCov, momentMatrix } = summaryOf([curve(0.9, 0.4), curve(0.5)]);
    expect(betweenStudyCov[0]?.[0]).toBeGreaterThan(0);
    expect(momentMatrix[1]).toEqual([0, 0]);
    expect(betweenStudyCov[1]).toEqual([0, 0]);
  });

  test("a pooled survival of 0, below all that was observed, has no limits", () => {
    const large = (...survival: number[]) =>
      curve(...survival).map((point) => ({ ...point, atRisk: 1_000_000 }));
    const studies = [
      large(0.15),
      large(0.51, 0.09),
      large(0.35, 0.11, 0),
      large(1, 0.84, 0.29),
      large(0.16),
    ];
    const { fixed, random } = summaryOf(studies);
    expect(fixed.survival[2]).toBeGreaterThan(0);
    expect(random.survival[2]).toBe(0);
    expect([random.lower[2], random.upper[2]]).toEqual([null, null]);
    expect(random.lower[1]).toBeGreaterThan(0);
  });

  test("a study that lacks a time before its last is named", () => {
    const gap: SurvivalCurve = [{ time: 2, survival: 0.5, atRisk: 50 }];
    expect(combescure([curve(0.9, 0.8, 0.7), gap, curve(0.5)])).toEqual({
      status: "unequal-times",
      studies: [1],
    });
  });

  test("equal studies have no heterogeneity, and fixed and random agree", () => {
    const summary = summaryOf([curve(0.7, 0.4), curve(0.7, 0.4), curve(0.7, 0.4)]);
    expect(summary.q).toBeCloseTo(0, 20);
    expect(summary.i2).toBe(0);
    expect(summary.betweenStudyCov.flat()).toEqual([0, 0, 0, 0]);
    expect(summary.random).toEqual(summary.fixed);
  });
});

describe("median and mean", () => {
  test("the median is interpolated from (0, 1) when the first survival is below ½", () => {
    const { fixed } = summaryOf([curve(0.2), curve(0.2)]);
    const [first = Number.NaN] = fixed.survival;
    expect(fixed.median).toBeCloseTo(0.5 / (1 - first), 14);
    expect(fixed.rmst).toBeCloseTo((1 + first) / 2, 14);
  });

  test("no median when the curve ends above ½", () => {
    expect(summaryOf([curve(0.9, 0.7), curve(0.8, 0.6)]).random.median).toBeNull();
  });
});

describe("invalid input", () => {
  const good = curve(0.9, 0.8);
  test.each([
    ["survival", { time: 3, survival: 1.1, atRisk: 5 }],
    ["survival", { time: 3, survival: -0.1, atRisk: 5 }],
    ["survival", { time: 3, survival: Number.NaN, atRisk: 5 }],
    ["survival", { time: 3, survival: 0.81, atRisk: 5 }],
    ["time", { time: 2, survival: 0.5, atRisk: 5 }],
    ["time", { time: Number.NaN, survival: 0.5, atRisk: 5 }],
    ["time", { time: Number.POSITIVE_INFINITY, survival: 0.5, atRisk: 5 }],
    ["atRisk", { time: 3, survival: 0.5, atRisk: 0 }],
    ["atRisk", { time: 3, survival: 0.5, atRisk: 2.5 }],
    ["atRisk", { time: 3, survival: 0.5, atRisk: Number.NaN }],
    ["atRisk", { time: 3, survival: 0.5, atRisk: 1e10 }],
  ])("%s of %j", (field, point) => {
    const studies = [good, [...good, point]];
    expect(() => combescure(studies)).toThrow(RangeError);
    expect(() => combescure(studies)).toThrow(`studies[1][2].${field} `);
  });

  test("a time of 0", () => {
    expect(() => combescure([[{ time: 0, survival: 1, atRisk: 5 }]])).toThrow("studies[0][0].time");
  });

  test("a study without times", () => {
    expect(() => combescure([good, []])).toThrow("studies[1] ");
  });

  test.each([0, 1, -1, Number.NaN])("a level of %d", (level) => {
    expect(() => combescure([good], { level })).toThrow(RangeError);
  });
});

const curves = fc
  .array(fc.record({ fall: fc.double({ min: 0, max: 1, noNaN: true }), atRisk: atRisk() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((steps): SurvivalCurve => {
    let survival = 1;
    return steps.map(({ fall, atRisk }, index) => {
      survival *= fall;
      return { time: index + 1, survival, atRisk };
    });
  });

function atRisk() {
  return fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 1_000_000 }));
}

const someCurves = fc.array(curves, { minLength: 2, maxLength: 10 });

describe("random data", () => {
  test("figures are finite, curves fall, and limits lie around them", () => {
    fc.assert(
      fc.property(someCurves, (studies) => {
        const summary = summaryOf(studies);
        expect(numbers(summary).every(Number.isFinite)).toBe(true);
        expectCurve(summary.fixed);
        expectCurve(summary.random);
      }),
    );
  });

  test("the order of studies does not matter", () => {
    fc.assert(
      fc.property(someCurves, (studies) => {
        const there = numbers(summaryOf(studies).random.survival);
        const back = numbers(summaryOf(studies.toReversed()).random.survival);
        there.forEach((value, index) => {
          expect(back[index]).toBeCloseTo(value, 7);
        });
      }),
    );
  });

  test("time has no unit: survival stays, median and mean scale", () => {
    fc.assert(
      fc.property(someCurves, (studies) => {
        const inDays = studies.map((study) =>
          study.map((point) => ({ ...point, time: point.time * 32 })),
        );
        const [months, days] = [summaryOf(studies).random, summaryOf(inDays).random];
        expect(days.survival).toEqual(months.survival);
        expect(days.upper).toEqual(months.upper);
        expect(days.rmst).toBe(months.rmst * 32);
        expect(days.median).toBe(months.median === null ? null : months.median * 32);
      }),
    );
  });
});

function expectCurve({ survival, lower, upper, rmst }: SummaryCurve): void {
  survival.forEach((value, index) => {
    expect(value).toBeLessThanOrEqual(survival[index - 1] ?? 1);
    expect(lower[index] ?? 0).toBeLessThanOrEqual(value);
    expect(upper[index] ?? 1).toBeGreaterThanOrEqual(value);
    expect(upper[index] ?? 1).toBeLessThanOrEqual(1);
  });
  expect(rmst).toBeLessThanOrEqual(survival.length);
}

/** Every number in a result. */
function numbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbers);
}
