import { expect, test } from "vitest";
import { overlapOf } from "#core/statistics/meta-regression/overlap.ts";

/** Studies of group a and of group b with these values. */
const studies = (a: readonly (number | null)[], b: readonly (number | null)[]) => [
  ...a.map((moderator) => ({ group: "a", moderator })),
  ...b.map((moderator) => ({ group: "b", moderator })),
];

const overlap = (a: readonly (number | null)[], b: readonly (number | null)[]) =>
  overlapOf(studies(a, b), "a", "b");

test("where no value of a group reaches the other's, it is apart, and no study counts as within", () => {
  const apart = overlap([61, 60, 60.1, 61], [64, 70, 68, 64, null]);
  expect(apart).toEqual({
    group: { k: 4, reported: 4, range: [60, 61], within: 0 },
    reference: { k: 5, reported: 4, range: [64, 70], within: 0 },
    overlap: null,
    apart: "below",
  });
  expect(overlap([64, 70], [60, 61]).apart).toBe("above");
});

test("the overlap is what both ranges hold, and the studies of each group within the other's are counted", () => {
  expect(overlap([54, 64, 66], [64, 70, 66, 68])).toEqual({
    group: { k: 3, reported: 3, range: [54, 66], within: 2 },
    reference: { k: 4, reported: 4, range: [64, 70], within: 2 },
    overlap: [64, 66],
    apart: null,
  });
});

test("ranges that touch at one value overlap there", () => {
  const touching = overlap([54, 64], [64, 70]);
  expect(touching).toMatchObject({ overlap: [64, 64], apart: null });
  expect([touching.group.within, touching.reference.within]).toEqual([1, 1]);
});

test("a range inside the other is the overlap", () => {
  expect(overlap([50, 80], [60, 61, 62])).toMatchObject({ overlap: [60, 62], apart: null });
});

test("without a reported value nothing is known of ranges, and none are apart", () => {
  expect(overlap([null, null], [64])).toEqual({
    group: { k: 2, reported: 0, range: null, within: 0 },
    reference: { k: 1, reported: 1, range: [64, 64], within: 0 },
    overlap: null,
    apart: null,
  });
  expect(overlap([], [])).toMatchObject({ overlap: null, apart: null });
});

test("other groups do not count; a value that is not finite is refused by name", () => {
  const more = [...studies([60], [61]), { group: "c", moderator: 60.5 }];
  expect(overlapOf(more, "a", "b")).toEqual(overlap([60], [61]));
  expect(() => overlap([60, Number.NaN], [61])).toThrow("studies[1].moderator");
});
