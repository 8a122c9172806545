import { describe, expect, it } from "vitest";
import {
  countsPrinting,
  countsPrintingTwiceRounded,
  plausibleFigure,
} from "../../../../../.dev/evidence/wanted/plausible.ts";

describe("the counts of a percentage", () => {
  it("are all that print it", () => {
    expect(countsPrinting(1, 300)).toEqual([2, 3, 4]);
    expect(countsPrinting(12.5, 80)).toEqual([10]);
    // A half may be rounded either way.
    expect(countsPrinting(12, 80)).toEqual([10]);
    expect(countsPrinting(13, 80)).toEqual([10]);
  });

  it("are found also where it was rounded twice", () => {
    // 16 of 97 is 16.49.
    expect(countsPrinting(17, 97)).toEqual([]);
    expect(countsPrintingTwiceRounded(17, 97)).toEqual([16]);
  });
});

describe("what is tried", () => {
  const count = { kind: "count", over: "all" } as const;
  const landmark = { kind: "landmark", over: "all" } as const;
  const infused = { kind: "count", over: "leukapheresed" } as const;
  const nothing = { events: null, n: null, percentPrinted: null };
  const none = { estimate: null, studies: [] };
  const class20 = { estimate: 0.2, studies: [] };
  const whole = { n: 50 };

  it("is what the file says, before what its class says", () => {
    const of = (standing: Partial<typeof nothing> | { n: number; events: number }) =>
      plausibleFigure(count, whole, 50, { ...nothing, ...standing }, class20, none);
    expect(of({ events: 3, n: 50 })).toMatchObject({ events: 3, basis: "stands in the file" });
    expect(of({ events: 3, n: 25 })).toMatchObject({ events: 6, n: 50 });
    expect(of({})).toMatchObject({ events: 10, basis: "pooled number of its class" });
  });

  it("is the middle of the counts that print a percentage", () => {
    const standing = { ...nothing, n: 300, percentPrinted: 1 };
    expect(plausibleFigure(count, { n: 300 }, 300, standing, none, none)).toMatchObject({
      events: 3,
      range: [2, 4],
    });
  });

  it("is the share of the other class where its own has none, and nothing without either", () => {
    const of = (own: typeof none, other: typeof class20 | typeof none) =>
      plausibleFigure(landmark, whole, 50, nothing, own, other);
    expect(of(none, class20)).toMatchObject({ events: null, n: 50, share: 0.2 });
    expect(of(none, none)).toBeNull();
    expect(plausibleFigure(count, { n: null }, null, nothing, class20, none)).toBeNull();
  });

  it("is the treated of those collected, who may be unknown", () => {
    const of = (n: number | null, own = class20) =>
      plausibleFigure(infused, whole, n, nothing, own, none);
    expect(of(60)).toMatchObject({ events: 50, n: 60 });
    expect(of(null, { ...class20, estimate: 0.5 })).toMatchObject({ events: 50, n: 100 });
    expect(of(40)).toBeNull();
  });
});
