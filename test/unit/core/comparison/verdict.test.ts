import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingOf, verdictOn } from "#core/comparison/verdict.ts";

const between = (lower: number, upper: number) =>
  ({ status: "ok", differenceInterval: [lower, upper] }) as const;
const none = { status: "not-estimable", differenceInterval: null } as const;

describe("the finding", () => {
  it.each([
    ["above 0", 0.1, 30, 1],
    ["below 0", -30, -0.1, -1],
    ["on both sides", -1, 30, 0],
    ["from exactly 0", 0, 30, 0],
    ["up to exactly 0", -30, 0, 0],
    // The answer prints ten decimals.
    ["from what is printed as 0", 1e-11, 30, 0],
    ["up to what is printed as 0", -30, -1e-11, 0],
    ["from the last digit that is printed", 1e-10, 30, 1],
  ] as const)("of an interval %s", (_, lower, upper, finding) => {
    expect(findingOf(between(lower, upper))).toBe(finding);
  });

  it("needs a contrast", () => {
    expect(findingOf(none)).toBeNull();
    expect(findingOf({ status: "not-estimable", differenceInterval: [1, 2] })).toBeNull();
  });
});

describe("the verdict", () => {
  it.each([
    ["kept", [14, 36], [2.8, 37]],
    ["lost", [14, 36], [0, 37]],
    ["lost", [14, 36], [-8, 33]],
    ["lost", [14, 36], [-36, -14]],
    ["kept", [-8, 33], [-33, 8]],
    ["kept", [-8, 33], [0, 33]],
    ["lost", [-8, 33], [1, 33]],
    ["lost", [0, 33], [1, 33]],
  ] as const)("is %s for %j and %j", (verdict, [lower, upper], [otherLower, otherUpper]) => {
    const changed = between(otherLower, otherUpper);
    expect(verdictOn(between(lower, upper), changed)).toBe(verdict);
  });

  it("is missing without one of the contrasts", () => {
    expect(verdictOn(none, between(1, 2))).toBeNull();
    expect(verdictOn(between(1, 2), none)).toBeNull();
  });

  const interval = fc
    .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 }))
    .map(([a, b]) => between(Math.min(a, b), Math.max(a, b)));

  it("does not depend on which of the two was asked, nor on the direction of the outcome", () => {
    const mirrored = ({ differenceInterval: [lower, upper] }: ReturnType<typeof between>) =>
      between(-upper, -lower);
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        expect(verdictOn(a, a)).toBe("kept");
        expect(verdictOn(a, b)).toBe(verdictOn(b, a));
        expect(verdictOn(mirrored(a), mirrored(b))).toBe(verdictOn(a, b));
      }),
    );
  });

  it("is lost by any interval that holds 0, once 0 was excluded", () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        fc.pre(findingOf(a) !== 0);
        const [lower, upper] = b.differenceInterval;
        if (lower <= 0 && upper >= 0) expect(verdictOn(a, b)).toBe("lost");
      }),
    );
  });
});
