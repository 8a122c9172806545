import { expect, it } from "vitest";
import { parseAndCheckData } from "#data/build/validate.ts";
import type { Reference } from "#data/schema.ts";
import { cohortIn, contentOf, referencesPath } from "../files.ts";
import { filesWithSamples, otherSeries, sampleTrial } from "../samples.ts";

const articles = "Articles with neither DOI nor PMID";
const addresses = "Sources of figures of trials without an address";
const trials = "Trial cohorts without a registry number";

/** Returns the warnings that a change adds to those of the data with the samples. */
function warnedOf(change: (files: ReturnType<typeof filesWithSamples>) => void) {
  const named = new Set(parseAndCheckData(filesWithSamples()).warnings.flatMap(({ ids }) => ids));
  const files = filesWithSamples();
  change(files);
  const { warnings } = parseAndCheckData(files);
  return warnings.flatMap(({ message, ids }) =>
    ids.filter((id) => !named.has(id)).map((id) => [message, id]),
  );
}

const withReference = (fields: Partial<Reference>) =>
  warnedOf((files) => {
    contentOf<Reference[]>(files, referencesPath).push({
      id: "unidentified-2026",
      type: "article-journal",
      "container-title": "Journal",
      ...fields,
    });
  });

it.each<[string, Partial<Reference>, string[][]]>([
  ["an article without identifier", {}, [[articles, "unidentified-2026"]]],
  ["an article with a DOI", { DOI: "10.1000/unidentified" }, []],
  ["an article with a PMID", { PMID: "99999998" }, []],
  ["a conference paper", { type: "paper-conference" }, []],
  ["a page", { type: "webpage", URL: "https://example.org/" }, []],
])("warns of articles alone: %s", (_, fields, warned) => {
  expect(withReference(fields)).toEqual(warned);
});

it("warns of a trial without a registry number, and of no series", () => {
  const warned = warnedOf((files) => {
    for (const id of [sampleTrial, otherSeries]) cohortIn(files, id).registry = [];
  });
  expect(warned).toEqual([[trials, sampleTrial]]);
});

it("warns of a source without an address whose figures count, and of none of a series", () => {
  const warned = warnedOf((files) => {
    for (const id of [sampleTrial, otherSeries]) {
      const [source] = cohortIn(files, id).sources;
      Object.assign(source ?? {}, { doi: null, pmid: null, seenAt: "https://example.org/copy" });
    }
  });
  const { reference } = cohortIn(filesWithSamples(), sampleTrial).sources[0] ?? {};
  expect(warned).toEqual([[addresses, `${sampleTrial}: ${reference}`]]);
});

it("stops nothing", () => {
  const files = filesWithSamples();
  cohortIn(files, sampleTrial).registry = [];
  expect(parseAndCheckData(files).problems).toEqual([]);
});
