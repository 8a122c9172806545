/** Medians on one axis of months: their places, their numbers, and the same in words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MedianResult, Pool } from "#core/answer/answer.ts";
import { followedUntil, rulerView } from "#presentation/row/medians-view.ts";
import { median } from "../../../support/answers.ts";
import { sides } from "../../../support/viewed-rows.ts";

type NotReached = NonNullable<Pool["notReached"]>[number];

function notReached(over: Partial<NotReached> = {}): NotReached {
  const { months: _, ...printed } = median();
  return { ...printed, ...over };
}

function lineOf(over: Partial<MedianResult>) {
  return rulerView(sides({ medians: [median(over)] }, {}))?.medians[0];
}

describe("the ruler of medians", () => {
  it("has none without a median", () => {
    expect(rulerView(sides({}, {}))).toBeNull();
  });

  it("draws a median with its interval on an axis of 36 months, and says all of it", () => {
    const line = lineOf({ months: 9, interval: [6, 18], followUpMonths: 13.3 });
    expect(line).toEqual({
      ...{ group: "car-t", drug: "x-cel", trial: "X", cohort: "x", number: "9", under: "6–18" },
      ...{ bar: [16.7, 50], marks: [{ at: 25, kind: "estimate" }], filled: true },
      heard: "9 months, 6 to 18; followed for 13.3 months",
    });
  });

  it("draws no bar without an interval", () => {
    expect(lineOf({ months: 9 })).not.toHaveProperty("bar");
    expect(lineOf({ months: 9 })?.under).toBe("no interval");
  });

  it("dots an open upper limit up to the follow-up, if that is later than the median", () => {
    const open = { months: 18, interval: [9, null] as const };
    const line = lineOf({ ...open, followUpMonths: 27 });
    expect(line).toMatchObject({ under: "9–NR", bar: [25, 50], tails: [[50, 75]] });
    expect(line?.heard).toBe("18 months, 9 to not reached; followed for 27 months");
    expect(lineOf({ ...open, followUpMonths: 12 })).not.toHaveProperty("tail");
  });

  it("draws a median that was not reached as a tail that ends at the follow-up", () => {
    const { medians, key } =
      rulerView(sides({}, { notReached: [notReached({ followUpMonths: 18 })] })) ?? {};
    expect(medians).toMatchObject([
      {
        group: "bsab",
        number: "",
        under: "not\u00a0reached, followed\u00a018",
        tails: [[0, 50]],
        marks: [],
      },
    ]);
    expect(medians?.[0]?.heard).toBe("not reached; followed for 18 months");
    expect(key).toBe("Dotted: not reached (NR) within follow-up.");
  });

  it("keeps the lower limit of a median that was not reached, and follow-up that is not known", () => {
    const reported = [notReached({ interval: [17.3, null], followUpMonths: 14.3 }), notReached()];
    const lines = rulerView(sides({ notReached: reported }, {}))?.medians;
    expect(lines?.map(({ under }) => under)).toEqual([
      "not\u00a0reached, 17.3–NR, followed\u00a014.3",
      "not\u00a0reached",
    ]);
    expect(lines?.[1]).not.toHaveProperty("tail");
  });

  it("ends in an arrow where a median, its limit or its follow-up passes the axis", () => {
    const beyond = { at: 100, kind: "beyond" };
    const mark = { at: 50, kind: "estimate" };
    const far = lineOf({ months: 60.7, interval: [41.9, null], followUpMonths: 61.3 });
    expect(far).toMatchObject({ number: "60.7", under: "41.9–NR", marks: [beyond] });
    expect(far).not.toHaveProperty("bar");
    expect(far).not.toHaveProperty("tail");
    expect(lineOf({ months: 18, interval: [9, 40] })).toMatchObject({
      bar: [25, 100],
      marks: [mark, beyond],
    });
    expect(lineOf({ months: 18, interval: [9, null], followUpMonths: 48 })).toMatchObject({
      tails: [[50, 100]],
      marks: [mark, beyond],
    });
    expect(rulerView(sides({ medians: [median({ months: 60 })] }, {}))?.key).toBe(
      "Arrow: beyond 36 months.",
    );
  });

  it("says that patients were followed for less than half of a median", () => {
    expect(lineOf({ months: 31.4, followUpMonths: 14.3 })).toMatchObject({
      doubt: "followed only 14.3",
      heard: "31.4 months; followed for only 14.3 months",
    });
    expect(lineOf({ months: 24, followUpMonths: 14.3 })).not.toHaveProperty("doubt");
  });

  it("has CAR-T first, the lines of a drug together, the shortest first, those not reached last", () => {
    const carT = [
      median({ cohort: "a", product: "a-cel", months: 20 }),
      median({ cohort: "b", product: "b-cel", months: 10 }),
      median({ cohort: "c", product: "a-cel", months: 5 }),
    ];
    const ruler = rulerView(
      sides(
        { medians: carT, notReached: [notReached({ cohort: "d", product: "b-cel" })] },
        { medians: [median({ cohort: "e", product: "c-mab", months: 1 })] },
      ),
    );
    expect(ruler?.medians.map(({ cohort }) => cohort)).toEqual(["c", "a", "b", "d", "e"]);
  });

  it("names a drug that was given in combination", () => {
    expect(lineOf({ regimen: "combination" })?.drug).toBe("x-cel in combination");
  });

  it("never leaves its axis, whatever was reported", () => {
    const months = fc.double({ min: 0.1, max: 200, noNaN: true });
    fc.assert(
      fc.property(
        months,
        fc.option(fc.tuple(months, fc.option(months))),
        fc.option(months),
        (reached, interval, followUpMonths) => {
          const line = lineOf({ months: reached, interval, followUpMonths });
          const places = [
            ...(line?.bar ?? []),
            ...(line?.tails?.flat() ?? []),
            ...(line?.marks.map(({ at }) => at) ?? []),
          ];
          expect(line?.marks.length).toBeGreaterThan(0);
          for (const place of places) {
            expect(place).toBeGreaterThanOrEqual(0);
            expect(place).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
  });
});

describe("until when patients were followed", () => {
  it("is known where something is open and the follow-up is later than the median", () => {
    const until = (
      months: number | null,
      interval: readonly [number, number | null] | null,
      followUpMonths: number | null,
    ) => followedUntil({ months, interval, followUpMonths });
    expect(until(12, [6, null], 30)).toBe(30);
    expect(until(12, [6, null], 10)).toBeNull();
    expect(until(8, [6, 12], 61)).toBeNull();
    expect(until(8, null, 61)).toBeNull();
    expect(until(null, [36, null], 33)).toBe(33);
    expect(until(null, null, null)).toBeNull();
  });
});
