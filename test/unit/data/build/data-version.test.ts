import { expect, it } from "vitest";
import { computeDataVersion } from "#data/build/read-files.ts";
import { entryWith, evidence } from "../files.ts";

it("the version of the data names their date and their content", () => {
  expect(computeDataVersion(evidence())).toMatch(/^2026-11-20-[0-9a-f]{8}$/);
  expect(computeDataVersion(evidence())).toBe(computeDataVersion(evidence()));
});

it("the version of the data is the same whatever is to be opened, was searched or stands in its history", () => {
  const changed = evidence();
  changed.documents = [];
  changed.searches = { ...changed.searches, statement: "made up", collections: [] };
  changed.changes = { releases: [], minimumDataVersion: "" };
  expect(computeDataVersion(changed)).toBe(computeDataVersion(evidence()));
});

it("the version of the data changes with a single count", () => {
  const changed = evidence();
  entryWith(changed.cohorts[0]?.figures[0], "a figure").events = 1;
  expect(computeDataVersion(changed)).not.toBe(computeDataVersion(evidence()));
});

it("the history of the data begins with the present data", () => {
  const present = evidence();
  expect(
    entryWith(present.changes.releases[0], "a release").version,
    'The data changed. Say what: npm run evidence -- release "One sentence."',
  ).toBe(computeDataVersion(present));
});
