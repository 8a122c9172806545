/** The history of the data is that of the present data. */
import { describe, expect, it } from "vitest";
import { dataVersionOf } from "#data/build/data-version.ts";
import { evidence, found } from "./files.ts";

const present = evidence();
const { releases } = present.changes;

describe("data/changes.json", () => {
  it("begins with the present data", () => {
    expect(
      found(releases[0], "a release").version,
      'The data changed. Say what: npm run evidence -- release "One sentence."',
    ).toBe(dataVersionOf(present));
  });

  it("is no part of the version that it names", () => {
    const other = evidence();
    other.changes = { releases: [], minimumDataVersion: "" };
    expect(dataVersionOf(other)).toBe(dataVersionOf(present));
  });
});
