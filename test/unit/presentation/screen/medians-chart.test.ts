import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MedianResult } from "#core/comparison/answer.ts";
import { mediansChart } from "#presentation/screen/medians-chart.ts";
import { median, noPool, pool } from "../../../support/answers.ts";

const chartOf = (carT: readonly MedianResult[], bsab: readonly MedianResult[] = []) =>
  mediansChart({ pools: { "car-t": pool({ medians: carT }), bsab: { ...noPool, medians: bsab } } });

describe("the chart of medians", () => {
  it("is not there without a median", () => {
    expect(chartOf([])).toBeNull();
  });

  it("has one line a trial and one axis for both classes", () => {
    const chart = chartOf(
      [median({ cohort: "a", months: 8.8, interval: [5.6, 11.6] })],
      [median({ cohort: "b", months: 17.2 }), median({ cohort: "c", months: 18 })],
    );
    expect(chart?.ticks).toEqual([0, 12, 24]);
    expect(
      chart?.classes.map(({ group, lines }) => [group, lines.map((one) => one.cohort)]),
    ).toEqual([
      ["car-t", ["a"]],
      ["bsab", ["b", "c"]],
    ]);
    expect(chart?.classes[1]?.lines[1]?.at).toEqual({ median: 0.75, interval: null, open: false });
  });

  it("tells a class of one kind of regimen from one of both", () => {
    const combined = median({ regimen: "combination", cohort: "y" });
    const [carT, bsab] = chartOf([median()], [median(), combined])?.classes ?? [];
    expect([carT?.mixed, bsab?.mixed]).toEqual([false, true]);
  });

  it("draws an end that was not reached to the end of the axis, and marks it as open", () => {
    const [first] = chartOf([median({ months: 12, interval: [6, null] })])?.classes ?? [];
    expect(first?.lines[0]?.at).toEqual({ median: 1, interval: [0.5, 1], open: true });
  });

  it("draws nothing below a median whose lower end is missing", () => {
    const [first] = chartOf([median({ months: 6, interval: [null, 9] })])?.classes ?? [];
    expect(first?.lines[0]?.at).toEqual({ median: 0.5, interval: [0.5, 0.75], open: false });
  });

  it("holds every mark, whatever was printed", () => {
    // In tenths of a month; an interval lies around its median.
    const one = fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 2000 }), fc.nat(2000), fc.boolean())
      .map(([below, at, above, open]) => ({
        months: at / 10,
        interval: [Math.max(1, at - below) / 10, open ? null : (at + above) / 10] as const,
      }));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (all) => {
        const chart = chartOf(all.map((over, index) => median({ ...over, cohort: `${index}` })));
        for (const { at } of chart?.classes.flatMap(({ lines }) => lines) ?? []) {
          for (const place of [at.median, ...(at.interval ?? [])]) {
            expect(place).toBeGreaterThan(0);
            expect(place).toBeLessThanOrEqual(1);
          }
        }
        expect(Number.isInteger(chart?.ticks[1])).toBe(true);
      }),
    );
  });
});
