/** The history of the data is that of the present data. */
import { describe, expect, it } from "vitest";
import { dataVersionOf } from "#data/build/data-version.ts";
import { evidence, found, shownNow } from "./files.ts";

const present = evidence();
const { releases, shown } = present.changes;

describe("data/changes.json", () => {
  it("begins with the present data", () => {
    expect(
      found(releases[0], "a release").version,
      'The data changed. Say what: npm run evidence -- release "One sentence."',
    ).toBe(dataVersionOf(present));
  });

  it("keeps what the ready-made questions show now", () => {
    expect(
      shownNow(),
      "The same data give other numbers. Bring them up to date: npm run evidence -- release",
    ).toEqual(shown);
  });

  it("says nothing about an effect of the first release", () => {
    expect(releases.at(-1)?.effect).toEqual([]);
  });

  it("is no part of the version that it names", () => {
    const other = evidence();
    other.changes = { releases: [], minimumDataVersion: "", shown: [] };
    expect(dataVersionOf(other)).toBe(dataVersionOf(present));
  });
});
