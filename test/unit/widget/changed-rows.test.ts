import { expect, it } from "vitest";
import { changedRows } from "#widget/store.ts";
import { row } from "../../support/answers.ts";
import { rowViewOf, sides } from "../../support/viewed-rows.ts";

const of = (outcome: string, carT: number) =>
  rowViewOf(row({ outcome, ...sides({ estimate: carT }, {}) }));

it("rows that say something else are changed, those that are new or as before are not", () => {
  const before = [of("a", 0.5), of("b", 0.6)];
  const after = [of("b", 0.6), of("a", 0.7), of("c", 0.9)];
  expect(changedRows(before, after)).toEqual(["a"]);
  expect(changedRows([], after)).toEqual([]);
});
