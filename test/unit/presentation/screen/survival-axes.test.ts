import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesChart, onRuler, rulerTicks } from "#presentation/screen/survival-axes.ts";
import type { StatedTrial } from "#presentation/statement/survival.ts";

type Interval = readonly [number | null, number | null] | null;

const printed = (months: number | null, interval: Interval = null, followUpMonths = 24) => ({
  months,
  interval,
  followUpMonths,
});

describe("the ruler of medians", () => {
  it("goes to 60 months, and further only where a median needs it", () => {
    expect(rulerTicks([])).toEqual([0, 12, 24, 36, 48, 60]);
    expect(rulerTicks([printed(8.8, [5.6, null]), printed(17.2)]).at(-1)).toBe(60);
    expect(rulerTicks([printed(41, [30, 61])]).at(-1)).toBe(72);
    expect(rulerTicks([printed(130)])).toEqual([0, 24, 48, 72, 96, 120, 144]);
  });

  it("draws an end that was not reached to the end of the ruler, and marks it as open", () => {
    const at = onRuler(printed(12, [6, null]), 60);
    expect(at).toEqual({ median: 0.2, interval: [0.1, 1], open: true });
  });

  it("draws a median that was not reached from its lower limit, else from the follow-up", () => {
    const from = (start: number) => ({ median: null, interval: [start, 1], open: true });
    expect(onRuler(printed(null, [36, null], 33), 60)).toEqual(from(0.6));
    expect(onRuler(printed(null, null, 24), 60)).toEqual(from(0.4));
    expect(rulerTicks([printed(null, null, 65)]).at(-1)).toBe(72);
    const unknown = { months: null, interval: null, followUpMonths: null };
    expect(onRuler(unknown, 60)).toEqual({ median: null, interval: null, open: false });
  });

  it("draws nothing below a median whose lower end is missing, or around one without interval", () => {
    const at = onRuler(printed(6, [null, 9]), 60);
    expect(at).toEqual({ median: 0.1, interval: [0.1, 0.15], open: false });
    expect(onRuler(printed(6), 60)).toEqual({ median: 0.1, interval: null, open: false });
  });

  it("holds every mark, whatever was printed", () => {
    // In tenths of a month; an interval lies around its median.
    const one = fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 2000 }), fc.nat(2000), fc.boolean())
      .map(([below, at, above, open]) =>
        printed(at / 10, [Math.max(1, at - below) / 10, open ? null : (at + above) / 10]),
      );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (all) => {
        const end = rulerTicks(all).at(-1) ?? 0;
        for (const { median, interval } of all.map((medians) => onRuler(medians, end))) {
          for (const place of [median, ...(interval ?? [])]) {
            expect(place).toBeGreaterThan(0);
            expect(place).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

const trial = (name: string, points: readonly (readonly [number, number])[]): StatedTrial => ({
  group: "car-t",
  product: "x-cel",
  trial: name,
  points: points.map(([month, rate]) => [month, rate, "", "", 30]),
});

describe("the lines of trials", () => {
  it("have one axis of months, whose end is a whole year", () => {
    const ends = (month: number) => linesChart([trial("a", [[month, 0.5]])]).ticks;
    expect(ends(9).map((tick) => tick.month)).toEqual([0, 6, 12]);
    expect(ends(18).map((tick) => tick.month)).toEqual([0, 6, 12, 18, 24]);
    expect(ends(36).map((tick) => tick.month)).toEqual([0, 12, 24, 36]);
  });

  it("lie at their month and rate, also where a dot covers another", () => {
    const { height, ticks, trials } = linesChart([
      trial("a", [
        [6, 0.9],
        [12, 0.75],
      ]),
      trial("b", [[12, 0.78]]),
      trial("c", [[12, 0.4]]),
    ]);
    const [a, b, c] = ["a", "b", "c"].map((id) => trials.find(({ trial }) => trial.trial === id));
    expect(a?.points[1]).toMatchObject({ x: ticks.at(-1)?.x, y: height / 4 });
    expect([b, c].map((one) => one?.points[0]?.x)).toEqual([ticks.at(-1)?.x, ticks.at(-1)?.x]);
  });

  it("join what is of the same patients only", () => {
    const points = [90, 90, 120].map((n, index) => [6 * index + 6, 0.9, "", "", n] as const);
    const [one] = linesChart([{ ...trial("a", []), points }]).trials;
    expect(one?.points.map(({ joined }) => joined)).toEqual([false, true, false]);
  });

  it("have names that never cover each other, within the picture", () => {
    const rates = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(rates, (all) => {
        const { height, trials } = linesChart(
          all.map((at, id) => trial(`${id}`, [[12, at / 100]])),
        );
        const places = trials.map(({ nameAt }) => nameAt).sort((a, b) => a - b);
        for (const [index, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(height);
          if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-9);
        }
      }),
    );
  });
});
