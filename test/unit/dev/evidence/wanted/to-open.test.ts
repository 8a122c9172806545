import { expect, it } from "vitest";
import type { DocumentToOpen, Reference } from "#data/schema.ts";
import { documentsFor } from "../../../../../.dev/evidence/wanted/to-open.ts";

const trial = { id: "trial", publication: "first-journal-2026", registry: ["NCT00000000"] };
const paper: Reference = { id: "first-journal-2026", type: "article-journal", DOI: "10.1000/x" };

function document(name: string, over: Partial<DocumentToOpen>): DocumentToOpen {
  const none = { doi: null, address: null, free: null };
  return { name, ...none, cohorts: ["trial"], outcomes: ["orr"], look: "table 2", ...over };
}

type Trial = Parameters<typeof documentsFor>[0];

const namesOf = (documents: DocumentToOpen[], of: Partial<Trial>) =>
  documentsFor({ ...trial, ...of }, "orr", documents, [paper]).map(({ name, look }) => [
    name,
    look,
  ]);

it("opens what is noted for the figure, free documents first", () => {
  const noted = [
    document("paid", { free: false }),
    document("free", { free: true }),
    document("of another figure", { outcomes: ["cr"] }),
    document("of another trial", { cohorts: ["other"] }),
  ];
  expect(namesOf(noted, {})).toEqual([
    ["free", "table 2"],
    ["paid", "table 2"],
  ]);
});

it("opens the trial's own paper, then whatever is noted for it, then its registration", () => {
  const other = [document("of another figure", { outcomes: ["cr"] })];
  expect(namesOf(other, {})).toEqual([["its paper, first-journal-2026", null]]);
  expect(namesOf(other, { publication: null })).toEqual([["of another figure", null]]);
  const [registered] = documentsFor({ ...trial, publication: null }, "orr", [], [paper]);
  expect(registered?.address).toBe("https://clinicaltrials.gov/study/NCT00000000");
  expect(namesOf([], { publication: null, registry: [] })).toEqual([
    ["no document is noted", null],
  ]);
});
