/** The template of a cohort passes every rule but one, by which nothing made up in it becomes data. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDataFiles } from "#data/build/read-files.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import type { DataFile } from "#data/evidence.ts";
import type { Cohort, Reference } from "#data/schema.ts";
import { isWhole } from "../../support/sample.ts";
import { contentOf, dataFiles } from "./files.ts";
import { writtenAnew } from "./samples.ts";

const dataFolder = join(import.meta.dirname, "../../../data");
const template = readFileSync(join(dataFolder, "cohort-template.json"), "utf8");
const content: Cohort = JSON.parse(template);
/** Holds the template as if a person had filled in each text, but no number. */
const withPlaces: Cohort = JSON.parse(
  template.replaceAll("EXAMPLE: ", "").replaceAll("first-journal-2026", "new-study-2026"),
);
const filled = writtenAnew(withPlaces);

/** Holds the example of a paper from CONTRIBUTING.md. */
const [, example = ""] =
  readFileSync(join(dataFolder, "../CONTRIBUTING.md"), "utf8").match(/`(\{ "id".*?\})`/) ?? [];
const named = example.replace("EXAMPLE", "Journal");
const withId = named.replace("first-journal-2026", "new-study-2026");
const reference: Reference = JSON.parse(withId.replace("10.1000/x", "10.9999/new"));

/** The problems of the data after adding one cohort and the paper that it cites. */
function withCohort(id: string, cohort: unknown, paper = reference): string[] {
  const file: DataFile = { path: `data/cohorts/${id}.json`, content: cohort };
  const files = dataFiles();
  contentOf<Reference[]>(files, "data/references.json").push(paper);
  return parseAndCheckData([...files, file]).problems.map(({ field, rule }) => `${field} ${rule}`);
}

describe("the cohort template", () => {
  it("passes every rule once it is copied, named and filled in", () => {
    expect(withCohort("new-study", { ...filled, id: "new-study" })).toEqual([]);
  });

  it.runIf(isWhole)(
    "is refused with the paper of the instructions, by its id and by its DOI",
    () => {
      for (const text of [named.replace("10.1000/x", "10.9999/new"), withId]) {
        const paper: Reference = JSON.parse(text);
        const sources = filled.sources.map((source) => ({ ...source, reference: paper.id }));
        expect(withCohort("new-study", { ...filled, id: "new-study", sources }, paper)).toEqual([
          expect.stringMatching(/^\[\d+\] template-replaced$/),
        ]);
      }
    },
  );

  it.runIf(isWhole)("is refused for every place that is still made up", () => {
    const places = ["figures", "landmarks", "medians", "timing"] as const;
    const madeUp = 1 + places.reduce((sum, list) => sum + content[list].length, 0);
    const problems = withCohort("new-study", {
      ...filled,
      ...{ id: "new-study", label: content.label },
      ...Object.fromEntries(
        places.map((list) => [
          list,
          filled[list].map((entry, index) => ({
            ...entry,
            locator: content[list][index]?.locator,
          })),
        ]),
      ),
    });
    expect(
      problems.filter((problem) => !/^(label|locator) said-to-readers$/.test(problem)),
    ).toEqual([]);
    expect(problems.length).toBeGreaterThanOrEqual(madeUp);
    expect(example).toContain("EXAMPLE");
  });

  it.runIf(isWhole)("is refused for every number that is still made up", () => {
    expect(withCohort("new-study", { ...withPlaces, id: "new-study" })).toEqual(
      [
        ...["registry[0]", "admittedLines", "baseline", "followUpMonths"],
        ...["figures[0]", "figures[1]"],
        ...["landmarks[0]", "medians[0]", "timing[0]"],
      ].map((place) => `${place} template-replaced`),
    );
  });

  it.runIf(isWhole)("is refused for a design that nobody read", () => {
    const { settingBasis, admittedLines, priorBcma } = content;
    const cohort = { ...filled, id: "new-study", settingBasis, admittedLines };
    expect(withCohort("new-study", cohort)).toEqual([
      "admittedLines template-replaced",
      "settingBasis said-to-readers",
    ]);
    // A copied template claims nothing about earlier therapy.
    expect(priorBcma).toBe("unknown");
    expect(withCohort("new-study", { ...filled, id: "new-study", priorBcma })).toEqual([]);
    expect(withCohort("new-study", { ...filled, id: "new-study", admittedLines: null })).toEqual(
      [],
    );
  });

  it.runIf(isWhole)("asks for its own name", () => {
    expect(withCohort("new-study", filled)).toEqual(["id id-matches-file-name"]);
  });

  it("shows a figure, a landmark, a median and a source", () => {
    const { figures, landmarks, medians, sources } = content;
    for (const list of [figures, landmarks, medians, sources]) expect(list).not.toEqual([]);
  });

  it("cites a paper that CONTRIBUTING shows how to write", () => {
    expect(content.sources.map((source) => source.reference)).toEqual([
      (JSON.parse(named) as Reference).id,
    ]);
  });

  it("is no cohort itself", () => {
    const paths = readDataFiles(dataFolder).map(({ path }) => path);
    expect(paths.filter((path) => path.includes("template"))).toEqual([]);
  });
});
