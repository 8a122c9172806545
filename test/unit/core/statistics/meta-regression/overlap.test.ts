import { expect, test } from "vitest";
import {
  findGroupOfLittleSpread,
  findModeratorOverlap,
} from "#core/statistics/meta-regression/overlap.ts";

/** Studies of group a and of group b with these values. */
const studies = (a: readonly (number | null)[], b: readonly (number | null)[]) => [
  ...a.map((moderator) => ({ group: "a", moderator })),
  ...b.map((moderator) => ({ group: "b", moderator })),
];

const overlap = (a: readonly (number | null)[], b: readonly (number | null)[]) =>
  findModeratorOverlap(studies(a, b), "a", "b");

test.each([
  ["apart", [61, 60, 60.1, 61], [64, 70, 68, 64, null], null],
  ["apart the other way", [64, 70], [60, 61], null],
  ["overlapping", [54, 64, 66], [64, 70, 66, 68], [64, 66]],
  ["touching at one value", [54, 64], [64, 70], [64, 64]],
  ["one inside the other", [50, 80], [60, 61, 62], [60, 62]],
  ["of which one is not known", [null, null], [64], null],
  ["of which both are empty", [], [], null],
])("ranges %s", (_, a, b, expected) => {
  expect(overlap(a, b)).toEqual(expected);
});

test.each([
  ["a quarter of the other is enough", [10, 11, 12], [10, 14, 18], null],
  ["less is not, whichever group it is", [10, 11, 11.9], [10, 14, 18], "a"],
  ["of the reference", [3, 20, 67.8], [10.1, 14.1, 14.7], "b"],
  ["equal values of both are as wide as each other", [4, 4], [4, 4], null],
])("ranges of which %s", (_, a, b, expected) => {
  expect(findGroupOfLittleSpread(studies(a, b), "a", "b")).toBe(expected);
});

test("other groups do not count; a value that is not finite is refused by name", () => {
  const more = [...studies([60, 62], [61, 63]), { group: "c", moderator: 60.5 }];
  expect(findModeratorOverlap(more, "a", "b")).toEqual([61, 62]);
  expect(() => overlap([60, Number.NaN], [61])).toThrow("studies[1].moderator");
});
