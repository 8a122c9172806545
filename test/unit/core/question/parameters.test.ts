import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { failedFilters, passes } from "#core/evidence/filters.ts";
import { parameterNames, propertyName } from "#core/question/parameter-names.ts";
import {
  defaultQuery,
  filterNames,
  parameterOf,
  vocabulary,
  widestOf,
} from "#core/question/parameter-values.ts";
import { parameters } from "#core/question/parameters.ts";
import { parameterTexts, widened, withoutFilters } from "#core/question/query-text.ts";
import { filterWords } from "#presentation/statement/question.ts";
import { english } from "#presentation/words/catalogue.ts";
import { parameterTexts as texts } from "#presentation/words/english/parameter-texts.ts";
import { parameters as words } from "#presentation/words/english/parameters.ts";
import { cohort } from "../../../support/cohorts.ts";

const usual = withoutFilters({ outcome: [] });
const accepted = vocabulary(dataset);

describe("the entries of the parameters", () => {
  it("stand in the order of their names", () => {
    expect(Object.keys(parameters)).toEqual(parameterNames);
    expect(Object.keys(texts)).toEqual(parameterNames);
    expect(Object.keys(words)).toEqual(
      parameterNames.filter((name) => parameterOf(name).section !== undefined),
    );
  });

  it.each(parameterNames)("%s holds and says only what it accepts", (name) => {
    const { form, taps } = parameterOf(name);
    const isMeasured = form === "range" || form === "number";
    expect(Array.isArray(taps)).toBe(isMeasured);
    for (const value of [defaultQuery[propertyName(name)], widestOf(name)]) {
      if (isMeasured) expect(value).toBeNull();
      else for (const word of [value].flat()) expect(accepted[name]).toContain(word);
    }
    expect(parameterTexts(usual)).toHaveProperty(name);
  });

  it.each(filterNames)("%s leaves nobody out at its widest", (name) => {
    const query = { ...usual, ...widened(name) };
    for (const one of dataset.cohorts) expect(passes(name, one, query, dataset)).toBe(true);
  });

  it("leave out by a cohort's number, word or construct, and who does not report it", () => {
    const query = {
      ...usual,
      emd: { min: 20, max: 40 },
      minN: 50,
      phase: ["1-2"],
      vector: ["lentiviral"] as const,
    };
    const failed = (over: Parameters<typeof cohort>[1]) =>
      failedFilters(cohort("a", over), query, dataset).filter((name) =>
        ["emd", "min-n", "phase", "vector"].includes(name),
      );
    expect(
      failed({ therapyClass: "bsab", n: 49, phase: "1/2", extramedullaryPercent: 20 }),
    ).toEqual(["min-n"]);
    expect(failed({ n: null, phase: null })).toEqual(["phase", "min-n", "emd", "vector"]);
  });

  it("are said in the report, each filter that is set", () => {
    expect(
      filterWords({ ...usual, emd: { min: 20, max: null }, vector: ["lentiviral"] }, english),
    ).toEqual(
      expect.arrayContaining([
        "percent with extramedullary disease ≥ 20",
        "CAR-T with vector lentiviral",
      ]),
    );
  });

  it("are left out where only the names are needed: the first view holds them", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: 'export { parameterNames } from "./functions/core/question/parameter-names.ts";',
        resolveDir: process.cwd(),
      },
      bundle: true,
      format: "esm",
      write: false,
    });
    const [file] = outputFiles;
    expect(file?.text).toContain("triple-refractory");
    expect(file?.text).not.toMatch(/medianPriorLines|camelid/);
  });
});
