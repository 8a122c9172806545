import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Interval } from "#core/statistics/interval.ts";
import { clopperPearson } from "#core/statistics/interval.ts";

const width = ([lower, upper]: Interval) => upper - lower;

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) }));

describe("the exact interval", () => {
  test("lies around the proportion, in order, and inside 0–1", () => {
    fc.assert(
      fc.property(counts, ({ events, n }) => {
        const [lower, upper] = clopperPearson(events, n);
        expect(lower).toBeLessThan(upper);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(events / n + 1e-15);
        expect(upper).toBeGreaterThanOrEqual(events / n - 1e-15);
      }),
    );
  });

  test("mirrors when events and non-events change places", () => {
    fc.assert(
      fc.property(counts, ({ events, n }) => {
        const [lower, upper] = clopperPearson(events, n);
        const [mirroredLower, mirroredUpper] = clopperPearson(n - events, n);
        expect(mirroredLower).toBeCloseTo(1 - upper, 11);
        expect(mirroredUpper).toBeCloseTo(1 - lower, 11);
      }),
    );
  });

  test("narrows when the same proportion is seen in more patients", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 10 }), ({ events, n }, factor) => {
        expect(width(clopperPearson(factor * events, factor * n))).toBeLessThan(
          width(clopperPearson(events, n)),
        );
      }),
    );
  });

  test("widens with the level", () => {
    fc.assert(
      fc.property(counts, ({ events, n }) => {
        expect(width(clopperPearson(events, n, 0.99))).toBeGreaterThan(
          width(clopperPearson(events, n, 0.9)),
        );
      }),
    );
  });

  test("refuses invalid counts", () => {
    expect(() => clopperPearson(3, 0)).toThrow("studies[0].n");
    expect(() => clopperPearson(4, 3)).toThrow("studies[0].events");
  });
});

test("the exact interval reaches 0 and 1 at the ends", () => {
  expect(clopperPearson(0, 17)[0]).toBe(0);
  expect(clopperPearson(17, 17)[1]).toBe(1);
});
