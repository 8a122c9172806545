import { expect, test } from "vitest";
import { testEqualSpread } from "#core/statistics/meta-regression/between-groups.ts";
import { counted } from "../arbitraries.ts";

const wide = counted("95/97 19/33 98/101 120/128");
const narrow = counted("78/117 34/55 80/123 104/165 70/110");

test("twice what separate models gain over one spread, against χ² with one degree of freedom", () => {
  // R 4.2.2: the likelihoods of each group and of both by `integrate`, their maxima by `optim`.
  const test = testEqualSpread([wide, narrow]);
  expect(test?.taus[0]).toBeCloseTo(1.374407, 3);
  expect(test?.taus[1]).toBeCloseTo(0, 3);
  expect(test?.q).toBeCloseTo(15.72351, 3);
  expect(test?.df).toBe(1);
  expect(test?.pValue).toBeCloseTo(7.3307e-5, 7);
});

test("equal groups have equal spreads", () => {
  expect(testEqualSpread([wide, wide])?.q).toBeCloseTo(0, 6);
  expect(testEqualSpread([wide, wide])?.pValue).toBeCloseTo(1, 3);
});

test("without an answer of one model there is no test, nor of one group", () => {
  expect(testEqualSpread([wide, counted("0/20 0/30 0/10")])).toBeNull();
  expect(testEqualSpread([wide])).toBeNull();
});
