import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDataFile, readDataFiles } from "#data/build/read-files.ts";
import { collectTimingsByCohort } from "#data/build/times.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import { ruleNames } from "#data/evidence.ts";
import type { Cohort, Reference, Timing } from "#data/schema.ts";
import { eighthOf, isWhole, sampled } from "../../support/sample.ts";
import { breakages } from "./breakages.ts";
import { brokenBy, inTrial, outcomesPath, puts } from "./breaking.ts";
import {
  cohortIn,
  cohortPath,
  contentOf,
  dataFiles,
  entryWith,
  evidence,
  referencesPath,
  textOf,
} from "./files.ts";
import { filesWithSamples, sampleTrial, writtenAnew } from "./samples.ts";

describe("the committed data files", () => {
  it("break no rule", () => {
    expect(parseAndCheckData(dataFiles()).problems).toEqual([]);
  });

  it("are reported alone where a list that every file names cannot be read", () => {
    const files = dataFiles().map((file) =>
      file.path === referencesPath ? parseDataFile(file.path, "[{ ,]") : file,
    );
    const { problems } = parseAndCheckData(files);
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([[referencesPath, "json"]]);
  });
});

it("an outcome that does not fit the schema is reported alone, without every figure that names an outcome", () => {
  expect(brokenBy(puts(outcomesPath, "[crs].harmGroup", "lates"))).toEqual([
    expect.stringMatching(/^\[\d+\]\.harmGroup schema$/),
  ]);
});

it.each(sampled(ruleNames, 4))("broken once, %s is reported alone and in its place", (rule) => {
  const files = filesWithSamples();
  const expected = breakages[rule](files);
  const { problems } = parseAndCheckData(files);
  expect(problems).toEqual([{ ...expected, rule, message: expect.stringMatching(/./) }]);
});

const [median, belongs] = ["timing-holds-median", "timing-belongs"];
const stay = { what: "hospital-stay", outcome: null };

describe("a printed time", () => {
  it.each(
    eighthOf<[string, Partial<Record<keyof Timing, unknown>>, string[]]>([
      ["in weeks", { unit: "weeks" }, ["unit schema"]],
      ["of another kind", { what: "peak" }, ["what schema"]],
      ["without a place", { locator: "" }, ["locator schema"]],
      ["above its range", { median: 9.5 }, [`range ${median}`]],
      ["outside its quartiles", { range: null, quartiles: [3, 8] }, [`quartiles ${median}`]],
      ["at an end of its range", { median: 9 }, []],
      ["that begins before the infusion ends", { range: [-1.1, 9], unit: "hours" }, []],
      ["without a range", { range: null }, []],
      ["that does not say from when", { from: null }, []],
      ["of the treatment", stay, []],
      ["of the treatment and an outcome", { what: stay.what }, [`outcome ${belongs}`]],
      ["of an unknown outcome", { outcome: "peak" }, ["outcome outcome-exists"]],
      ["to a response that is none", { what: "time-to-response" }, [`outcome ${belongs}`]],
      ["from a source that is not there", { source: 9 }, ["source source-exists"]],
    ]),
  )("%s", (_, change, problems) => {
    const changed = ({ timing: [first] }: Cohort) => ({ ...first, ...change });
    const expected = problems.map((problem) => `timing[0].${problem}`);
    expect(brokenBy(inTrial("timing[0]", changed))).toEqual(expected);
  });

  it("names file, field and the allowed units", () => {
    const files = filesWithSamples();
    inTrial("timing[0].unit", "weeks")(files);
    const [message, rule] = ["must be one of hours, days, months", "schema"];
    expect(parseAndCheckData(files).problems).toEqual([
      { file: cohortPath(sampleTrial), field: "timing[0].unit", rule, message },
    ]);
  });

  it("may be absent from a file", () => {
    const files = filesWithSamples();
    Reflect.deleteProperty(cohortIn(files, sampleTrial), "timing");
    expect(parseAndCheckData(files).problems).toEqual([]);
  });
});

it("the times that the code imports have no cohort without one", () => {
  const all = evidence();
  const silent = entryWith(
    all.cohorts.find(({ timing }) => timing.length === 0),
    "a silent cohort",
  );
  expect(collectTimingsByCohort(all, textOf)).not.toHaveProperty([silent.id]);
});

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

/** The problems of the data after adding this cohort as a new one, and the paper that it cites. */
function problemsOf(cohort: Cohort, paper = reference, id = "new-study"): string[] {
  const files = dataFiles();
  contentOf<Reference[]>(files, referencesPath).push(paper);
  files.push({ path: cohortPath("new-study"), content: { ...cohort, id } });
  return parseAndCheckData(files).problems.map(({ field, rule }) => `${field} ${rule}`);
}

describe("the cohort template, in which nothing made up becomes data", () => {
  it("passes every rule once it is copied, named and filled in", () => {
    expect(problemsOf(filled)).toEqual([]);
  });

  it.runIf(isWhole)("is refused with the paper of the instructions, by its id or DOI", () => {
    for (const text of [named.replace("10.1000/x", "10.9999/new"), withId]) {
      const paper: Reference = JSON.parse(text);
      const sources = filled.sources.map((source) => ({ ...source, reference: paper.id }));
      expect(problemsOf({ ...filled, sources }, paper)).toEqual([
        expect.stringMatching(/^\[\d+\] template-replaced$/),
      ]);
    }
  });

  it.runIf(isWhole)("is refused for every place that is still made up", () => {
    const places = ["figures", "landmarks", "medians", "timing"] as const;
    const madeUp = 1 + places.reduce((sum, list) => sum + content[list].length, 0);
    const located = places.map((list) => [
      list,
      filled[list].map((entry, at) => ({ ...entry, locator: content[list][at]?.locator })),
    ]);
    const { label } = content;
    const problems = problemsOf({ ...filled, label, ...Object.fromEntries(located) });
    expect(
      problems.filter((problem) => !/^(label|locator) said-to-readers$/.test(problem)),
    ).toEqual([]);
    expect(problems.length).toBeGreaterThanOrEqual(madeUp);
    expect(example).toContain("EXAMPLE");
  });

  it.runIf(isWhole)("is refused for every number that is still made up", () => {
    const places = [
      ...["registry[0]", "admittedLines", "baseline", "followUpMonths"],
      ...["figures[0]", "figures[1]", "landmarks[0]", "medians[0]", "timing[0]"],
    ];
    expect(problemsOf(withPlaces)).toEqual(places.map((place) => `${place} template-replaced`));
  });

  it.runIf(isWhole)("is refused for a design that nobody read", () => {
    const { settingBasis, admittedLines, priorBcma } = content;
    expect(problemsOf({ ...filled, settingBasis, admittedLines })).toEqual([
      "admittedLines template-replaced",
      "settingBasis said-to-readers",
    ]);
    // A copied template claims nothing about earlier therapy.
    expect(priorBcma).toBe("unknown");
    expect(problemsOf({ ...filled, priorBcma })).toEqual([]);
    expect(problemsOf({ ...filled, admittedLines: null })).toEqual([]);
  });

  it.runIf(isWhole)("asks for its own name", () => {
    expect(problemsOf(filled, reference, filled.id)).toEqual(["id id-matches-file-name"]);
  });

  it("cites a paper that CONTRIBUTING shows how to write", () => {
    const { id }: Reference = JSON.parse(named);
    expect(content.sources.map((source) => source.reference)).toEqual([id]);
  });

  it("is no cohort itself", () => {
    const paths = readDataFiles(dataFolder).map(({ path }) => path);
    expect(paths.filter((path) => path.includes("template"))).toEqual([]);
  });
});
