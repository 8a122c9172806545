import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onRuler, rulerOf, rulerTicks } from "#presentation/statement/ruler.ts";
import { english } from "#presentation/words/catalogue.ts";

type Interval = readonly [number | null, number | null] | null;

const printed = (
  months: number | null,
  interval: Interval = null,
  followUpMonths: number | null = 24,
) => ({ months, interval, followUpMonths });

describe("the ruler of medians", () => {
  it("ends at the last month that was reached, a whole year, not at a follow-up", () => {
    expect(rulerTicks([])).toEqual([0, 12, 24]);
    expect(rulerTicks([printed(8.8, [5.6, 11.6], 13.3), printed(17.2)])).toEqual([0, 12, 24]);
    expect(rulerTicks([printed(17.2, [9.8, null], 61)])).toEqual([0, 12, 24]);
    expect(rulerTicks([printed(null, [34.5, null], 33.6)]).at(-1)).toBe(36);
    expect(rulerTicks([printed(8.8), printed(null, null, 65)]).at(-1)).toBe(24);
    expect(rulerTicks([printed(41, [30, 61])]).at(-1)).toBe(72);
    expect(rulerTicks([printed(130)])).toEqual([0, 24, 48, 72, 96, 120, 144]);
  });

  it("ends at the longest follow-up where nothing was reached", () => {
    expect(rulerTicks([printed(null, null, 33), printed(null, null, 14)]).at(-1)).toBe(36);
  });

  it("draws a limit that was not reached as a tail from the median to the follow-up", () => {
    expect(onRuler(printed(12, [6, null], 30), 60)).toEqual({
      mark: 0.2,
      interval: [0.1, 0.2],
      tail: [0.2, 0.5],
      goesOn: false,
    });
    // Nobody was followed beyond this median.
    expect(onRuler(printed(12, [6, null], 10), 60).tail).toBeNull();
  });

  it("draws a median that was not reached as a tail that ends at the follow-up", () => {
    const none = { mark: null, interval: null, goesOn: false };
    expect(onRuler(printed(null, [36, null], 33), 60)).toEqual({ ...none, tail: [0, 0.55] });
    expect(onRuler(printed(null, null, 24), 60)).toEqual({ ...none, tail: [0, 0.4] });
    expect(onRuler(printed(null, null, null), 60)).toEqual({ ...none, tail: null });
  });

  it("says where a tail goes on beyond the axis, which looks no shorter than it is", () => {
    expect(onRuler(printed(null, null, 61), 24)).toMatchObject({ tail: [0, 1], goesOn: true });
    // Followed for longer, but every limit was reached.
    expect(onRuler(printed(8, [6, 12], 61), 24).goesOn).toBe(false);
  });

  it("draws nothing below a median whose lower end is missing, or around one without interval", () => {
    const none = { mark: 0.1, tail: null, goesOn: false };
    expect(onRuler(printed(6, [null, 9]), 60)).toEqual({ ...none, interval: [0.1, 0.15] });
    expect(onRuler(printed(6), 60)).toEqual({ ...none, interval: null });
  });

  it("says of each median its months, its interval and how long patients were followed", () => {
    const of = { group: "bsab" as const, product: "x", trial: "X" };
    const ruler = rulerOf(
      [
        { ...of, ...printed(17.2, [9.8, null], 28.4) },
        { ...of, ...printed(null, null, null) },
      ],
      english,
    );
    expect(ruler?.medians).toMatchObject([
      { median: "17.2", range: "(9.8 to not reached)", followed: "followed 28.4" },
      { median: "not reached", range: "", followed: "" },
    ]);
    expect(rulerOf([], english)).toBeNull();
  });

  it("holds every mark, whatever was printed", () => {
    // In tenths of a month; an interval lies around its median.
    const one = fc
      .tuple(
        fc.nat(300),
        fc.option(fc.integer({ min: 1, max: 2000 })),
        fc.nat(2000),
        fc.boolean(),
        fc.option(fc.nat(2000)),
      )
      .map(([below, at, above, open, followed]) =>
        printed(
          at && at / 10,
          at === null ? null : [Math.max(1, at - below) / 10, open ? null : (at + above) / 10],
          followed && followed / 10,
        ),
      );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (all) => {
        const end = rulerTicks(all).at(-1) ?? 0;
        for (const { mark, interval, tail } of all.map((medians) => onRuler(medians, end))) {
          for (const place of [mark ?? 0, ...(interval ?? []), ...(tail ?? [])]) {
            expect(place).toBeGreaterThanOrEqual(0);
            expect(place).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});
