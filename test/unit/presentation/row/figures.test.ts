import { describe, expect, it } from "vitest";
import type { Pool, Row } from "#core/answer/answer.ts";
import { axisEndOf, followUpsOf } from "#presentation/row/figures.ts";
import { row } from "../../../support/answers.ts";
import { sides } from "../../../support/viewed-rows.ts";

describe("the axis", () => {
  const ends = (direction: Row["direction"], carT: number, bsab: number | null) =>
    axisEndOf(
      row({
        direction,
        ...sides({ interval: [0, carT] }, bsab === null ? null : { interval: [0, bsab] }),
      }),
    );

  it.each([
    ["harm", 0.2, 0.1, 20],
    ["harm", 0.2001, 0.1, 100],
    ["harm", 0.1, 0.5, 100],
    ["harm", 0.1, null, 20],
    ["benefit", 0.1, 0.1, 100],
  ] as const)("of a %s with intervals up to %d and %s ends at %d", (direction, a, b, axis) => {
    expect(ends(direction, a, b)).toBe(axis);
  });

  it("ends at 100 when there is nothing to draw", () => {
    expect(axisEndOf(row({ direction: "harm", ...sides(null, null) }))).toBe(100);
  });
});

describe("follow-up", () => {
  const months = (carT: Partial<Pool> | null, bsab: Partial<Pool> | null, timeDependent = true) =>
    followUpsOf(row({ timeDependent, ...sides(carT, bsab) }));
  const followUp = (value: number | null) => ({ followUp: { months: value, unknownShare: 0 } });

  it("is in whole months, CAR-T first, also where one is not known", () => {
    expect(months(followUp(12.4), followUp(21.6))).toEqual([12, 22]);
    expect(months(followUp(null), followUp(9))).toEqual([null, 9]);
    expect(months({ followUp: null }, followUp(9))).toEqual([null, 9]);
  });

  it("is not said where time does not matter, or with one class", () => {
    expect(months(followUp(12), followUp(12), false)).toBeNull();
    expect(months(followUp(12), null)).toBeNull();
  });
});
