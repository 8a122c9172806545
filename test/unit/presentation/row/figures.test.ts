import { expect, it } from "vitest";
import { axisEndOf, followUpsOf } from "#presentation/row/figures.ts";
import { row } from "../../../support/answers.ts";
import { sides } from "../../../support/viewed-rows.ts";

it.each([
  ["harm", 0.2, 0.1, 20],
  ["harm", 0.2001, 0.1, 100],
  ["harm", 0.1, 0.5, 100],
  ["harm", 0.1, null, 20],
  ["harm", null, null, 100],
  ["benefit", 0.1, 0.1, 100],
] as const)(
  "the axis of a %s with intervals up to %d and %s ends at %d",
  (direction, carT, bsab, end) => {
    const upTo = (upper: number | null) =>
      upper === null ? null : { interval: [0, upper] as const };
    expect(axisEndOf(row({ direction, ...sides(upTo(carT), upTo(bsab)) }))).toBe(end);
  },
);

it.each([
  ["in whole months, CAR-T first", 12.4, 21.6, true, [12, 22]],
  ["also where one is not known", null, 9, true, [null, 9]],
  ["but not where time does not matter", 12, 12, false, null],
  ["nor with one class", 12, undefined, true, null],
])("follow-up is told %s", (_, carT, bsab, timeDependent, months) => {
  const followed = (value: number | null) => ({ followUp: { months: value, unknownShare: 0 } });
  const pools = sides(followed(carT), bsab === undefined ? null : followed(bsab));
  expect(followUpsOf(row({ timeDependent, ...pools }))).toEqual(months);
});
