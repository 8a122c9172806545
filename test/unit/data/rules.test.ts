import { describe, expect, it } from "vitest";
import { parseDataFile } from "#data/build/read-files.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import { ruleNames } from "#data/evidence.ts";
import { sampled } from "../../support/sample.ts";
import { breakages } from "./breakages.ts";
import { brokenBy, outcomesPath, puts } from "./breaking.ts";
import { dataFiles, referencesPath } from "./files.ts";
import { filesWithSamples } from "./samples.ts";

describe("the committed data files", () => {
  it("break no rule", () => {
    expect(parseAndCheckData(dataFiles()).problems).toEqual([]);
  });

  it("break none with the made-up cohorts of these tests", () => {
    expect(parseAndCheckData(filesWithSamples()).problems).toEqual([]);
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

describe("each rule, broken once, is reported alone and in its place", () => {
  it.each(sampled(ruleNames, 4))("%s", (rule) => {
    const files = filesWithSamples();
    const expected = breakages[rule](files);
    const { problems } = parseAndCheckData(files);
    expect(problems.map(({ file, field, rule: name }) => ({ file, field, rule: name }))).toEqual([
      { ...expected, rule },
    ]);
    expect(problems[0]?.message).not.toBe("");
  });
});
