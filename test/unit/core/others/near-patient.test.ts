/** Tests what sets a patient apart, and which groups are near the patient. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isAgeGroupNear,
  isPriorLinesGroupNear,
  listPatientProperties,
} from "#core/others/near-patient.ts";
import { anyone } from "#core/question/patient.ts";
import type { Range } from "#core/question/range.ts";

const from = (min: number): Range => ({ min, max: null });

describe("a group of an age", () => {
  /** The youngest and the oldest patient who are near it, of those who are 45 to 110 years old. */
  it.each<[Range, youngest: number | null, oldest: number | null]>([
    [from(65), 63, 74],
    [from(67), 65, 76],
    [from(70), 68, 79],
    [from(72), 70, 81],
    // At 82 and above all are near what begins at 73 or later.
    [from(73), 71, 110],
    [from(75), 73, 110],
    [from(80), 78, 110],
    // Nobody is near a group below an age.
    [{ min: null, max: 64 }, null, null],
    [{ min: null, max: 74 }, null, null],
    [{ min: null, max: null }, null, null],
    [{ min: 18, max: 69 }, null, null],
    [{ min: 65, max: 70 }, 63, 70],
    [{ min: 65, max: 74 }, 63, 74],
  ])("%j is near patients from %s to %s years", (range, youngest, oldest) => {
    const ages = Array.from({ length: 66 }, (_, index) => 45 + index);
    const near = ages.filter((age) => isAgeGroupNear(range, age));
    expect([near.at(0) ?? null, near.at(-1) ?? null]).toEqual([youngest, oldest]);
    // The ages that are near have no gap.
    expect(near).toHaveLength(youngest === null || oldest === null ? 0 : oldest - youngest + 1);
  });

  it("of any bounds begins at most 9 years below any patient, or 82 years, and at most 2 years above", () => {
    const bound = fc.option(fc.integer({ min: 18, max: 100 }));
    const age = fc.integer({ min: 18, max: 110 });
    fc.assert(
      fc.property(bound, bound, age, (min, max, years) => {
        if (!isAgeGroupNear({ min, max }, years)) return;
        expect(min).not.toBeNull();
        expect(min).toBeLessThanOrEqual(years + 2);
        expect(min).toBeGreaterThanOrEqual(Math.min(years, 82) - 9);
        expect(max ?? 110).toBeGreaterThanOrEqual(years);
      }),
    );
  });
});

it.each<[Range, most: number | null]>([
  [from(3), 5],
  [from(4), 6],
  [{ min: 3, max: 8 }, 5],
  // A group without a lower bound holds patients of fewer lines.
  [{ min: null, max: 6 }, null],
])("a group of lines, %j, is near patients after at most %s lines", (range, most) => {
  const near = Array.from({ length: 13 }, (_, lines) => lines).filter((lines) =>
    isPriorLinesGroupNear(range, lines),
  );
  expect(near.at(-1) ?? null).toBe(most);
});

it("a patient who has a trait is told by it, and nobody by nothing", () => {
  const traits = ["cytogenetic-risk"] as const;
  expect(listPatientProperties({ ...anyone, traits })).toEqual([
    { name: "cytogenetic-risk", value: true },
  ]);
  expect(listPatientProperties(anyone)).toEqual([]);
});
