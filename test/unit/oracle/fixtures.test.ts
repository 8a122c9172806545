import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../oracle/evaluate.ts";
import { FIXTURES, fixtureFiles, readFixture } from "../../oracle/fixture.ts";

const files = fixtureFiles(FIXTURES);

test("there are fixtures of every kind", () => {
  expect(files.length).toBe(16);
});

describe.each(files.map((file) => [basename(file), file]))("%s", (_, file = "") => {
  test.each(readFixture(file).map((oracleCase) => [oracleCase.id, oracleCase] as const))(
    "%s",
    (_id, oracleCase) => {
      const misses = evaluate(oracleCase);
      expect(misses.length).toBeGreaterThan(0);
      expect(misses.filter(({ share }) => !(share <= 1))).toEqual([]);
    },
  );
});
