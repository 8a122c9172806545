import { expect, it } from "vitest";
import { dataVersionOf } from "#data/build/data-version.ts";
import { entryWith, evidence } from "../files.ts";

it("the version of the data names their date and their content", () => {
  expect(dataVersionOf(evidence())).toMatch(/^2026-11-20-[0-9a-f]{8}$/);
  expect(dataVersionOf(evidence())).toBe(dataVersionOf(evidence()));
});

it("the version of the data is the same whatever is to be opened, was searched or stands in its history", () => {
  const changed = evidence();
  changed.documents = [];
  changed.searches = { ...changed.searches, statement: "made up", collections: [] };
  changed.changes = { releases: [], minimumDataVersion: "" };
  expect(dataVersionOf(changed)).toBe(dataVersionOf(evidence()));
});

it("the version of the data changes with a single count", () => {
  const changed = evidence();
  entryWith(changed.cohorts[0]?.figures[0], "a figure").events = 1;
  expect(dataVersionOf(changed)).not.toBe(dataVersionOf(evidence()));
});

it("the history of the data begins with the present data", () => {
  const present = evidence();
  expect(
    entryWith(present.changes.releases[0], "a release").version,
    'The data changed. Say what: npm run evidence -- release "One sentence."',
  ).toBe(dataVersionOf(present));
});
