import { expect, test } from "vitest";
import { assertValidStudies } from "#core/statistics/study.ts";

const good = { events: 3, n: 10 };

test("accepts 0 and n events, one patient, and no studies at all", () => {
  expect(() => assertValidStudies([])).not.toThrow();
  expect(() => assertValidStudies([{ events: 0, n: 1 }, { events: 1, n: 1 }, good])).not.toThrow();
});

test.each([
  [{ events: -1, n: 10 }, "events"],
  [{ events: 1.5, n: 10 }, "events"],
  [{ events: Number.NaN, n: 10 }, "events"],
  [{ events: Number.POSITIVE_INFINITY, n: 10 }, "events"],
  [{ events: 11, n: 10 }, "events"],
  [{ events: 0, n: 0 }, "n"],
  [{ events: 0, n: -4 }, "n"],
  [{ events: 1, n: 10.5 }, "n"],
  [{ events: 1, n: Number.POSITIVE_INFINITY }, "n"],
  [{ events: 1, n: Number.NaN }, "n"],
])("%j is refused, naming the study and %s", (bad, field) => {
  expect(() => assertValidStudies([good, good, bad])).toThrow(RangeError);
  expect(() => assertValidStudies([good, good, bad])).toThrow(`studies[2].${field} `);
});
