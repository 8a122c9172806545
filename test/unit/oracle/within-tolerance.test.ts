import { expect, test } from "vitest";
import { deviations } from "../../oracle/within-tolerance.ts";

/** Lists the figures outside their tolerance; empty if all agree. */
const failures = (...compared: Parameters<typeof deviations>) =>
  deviations(...compared).filter(({ share }) => !(share <= 1));

const tolerance = {
  default: { rel: 0, abs: 0.1 },
  loose: { rel: 0.5, abs: 0 },
  tight: { abs: 0.01 },
};

test("takes the tolerance of the figure's own key, else of the nearest enclosing key", () => {
  const expected = { other: 1, loose: { inner: 10, tight: 1 } };
  const got = { other: 1.2, loose: { inner: 14, tight: 1.2 } };
  expect(failures(got, expected, tolerance).map(({ path }) => path)).toEqual([
    "other",
    "loose.tight",
  ]);
});

test("the larger of absolute and relative tolerance counts, and its edge is inside", () => {
  expect(failures({ a: 8 }, { a: 4 }, { default: { rel: 1, abs: 0.1 } })).toEqual([]);
  expect(failures({ a: 0.25 }, { a: 0 }, { default: { rel: 1, abs: 0.25 } })).toEqual([]);
});

test("null is not asserted", () => {
  expect(deviations({}, { a: null }, tolerance)).toEqual([]);
});

test("a figure that was not computed, or is not finite, fails", () => {
  expect(failures({}, { a: 1, list: [1] }, tolerance).map(({ path }) => path)).toEqual([
    "a",
    "list.0",
  ]);
  expect(failures({ a: Number.NaN }, { a: 1 }, tolerance)).toHaveLength(1);
  expect(failures({ a: null }, { a: 1 }, tolerance)).toHaveLength(1);
});

test("texts are compared exactly, list entries one by one", () => {
  expect(failures({ s: "ok" }, { s: "ok" }, tolerance)).toEqual([]);
  expect(failures({ s: "no" }, { s: "ok" }, tolerance)).toHaveLength(1);
  expect(failures({ ci: [0, 2] }, { ci: [0, 1] }, tolerance).map(({ path }) => path)).toEqual([
    "ci.1",
  ]);
});

test("a list of another length fails", () => {
  const loose = { default: { rel: 1, abs: 10 } };
  expect(failures({ ci: [1, 2, 3] }, { ci: [1, 2] }, loose).map(({ path }) => path)).toEqual([
    "ci.length",
  ]);
});

test("counts are exact whatever the tolerance", () => {
  const loose = { default: { rel: 1, abs: 10 } };
  expect(failures({ group: { df: 3 } }, { group: { df: 4 } }, loose)).toHaveLength(1);
  expect(failures({ df: 4, k: 2 }, { df: 4, k: 2 }, loose)).toEqual([]);
});
