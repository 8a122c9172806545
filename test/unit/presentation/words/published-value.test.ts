/** A published value beside ours: it is judged by the interval of a pool, never by that of one trial. */
import { expect, it } from "vitest";
import type { Agreement } from "#core/others/published-values.ts";
import { agreementText, isInsideOurs } from "#presentation/words/published-value.ts";

const published: Agreement = {
  ...{ published: "made-2020", outcome: "orr", family: null, group: "CAR-T" },
  ...{ therapyClass: "car-t", measure: "rate", n: null, i2: null, query: null },
  theirs: { value: 73, interval: null },
  ours: { value: 77, interval: [66, 84] },
  p: { theirs: null, ours: null },
  cohorts: { found: 2, used: 10 },
  ...{ status: "cohorts missing", conclusion: null, reason: null },
};

it("lies inside or outside the interval of a pool", () => {
  expect(isInsideOurs(published)).toBe(true);
  expect(isInsideOurs({ ...published, theirs: { value: 60, interval: null } })).toBe(false);
});

it("one trial, a median and a ratio judge nothing", () => {
  const ofOne = { ...published, cohorts: { found: 1, used: 10 } };
  expect([isInsideOurs(ofOne), agreementText(ofOne)]).toEqual([null, ""]);
  expect(isInsideOurs({ ...published, measure: "median" })).toBe(null);
});
