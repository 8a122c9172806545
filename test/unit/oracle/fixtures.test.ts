import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../oracle/evaluate.ts";
import { FIXTURES, fixtureFiles, readFixture } from "../../oracle/fixture.ts";

const files = fixtureFiles(FIXTURES);

test("there are fixtures of every kind", () => {
  expect(files.length).toBe(14);
});

describe.each(files.map((file) => [basename(file), file]))("%s", (_, file = "") => {
  test.each(readFixture(file).map((one) => [one.id, one] as const))("%s", (_id, one) => {
    const found = evaluate(one);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ share }) => !(share <= 1))).toEqual([]);
  });
});
