import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followedUntil, rulerTicks } from "#presentation/statement/ruler.ts";

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

  it("has until when patients are followed where a limit was not reached, if after the median", () => {
    expect(followedUntil(printed(12, [6, null], 30))).toBe(30);
    expect(followedUntil(printed(12, [6, null], 10))).toBeNull();
    // Followed for longer, but every limit was reached; and without an interval nothing says it was not.
    expect(followedUntil(printed(8, [6, 12], 61))).toBeNull();
    expect(followedUntil(printed(8, null, 61))).toBeNull();
  });

  it("has it where the median was not reached", () => {
    expect(followedUntil(printed(null, [36, null], 33))).toBe(33);
    expect(followedUntil(printed(null, null, 24))).toBe(24);
    expect(followedUntil(printed(null, null, null))).toBeNull();
  });

  it("holds every median and limit that was reached, whatever was printed", () => {
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
        const reached = all.flatMap(({ months, interval }) => [months, ...(interval ?? [])]);
        for (const month of reached) expect(month ?? 0).toBeLessThanOrEqual(end);
      }),
    );
  });
});
