import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { isCohortKeptByFilter } from "#core/evidence/filters.ts";
import {
  collectAllowedWordsByField,
  defaultQuery,
  fieldNames,
  filterNames,
  isParameterName,
  lookUpParameter,
  readWidestValue,
} from "#core/question/parameter-values.ts";
import { parameterNames } from "#core/question/parameters.ts";
import { parseQueryWithCanonicalText } from "#core/question/parse-query.ts";
import { makePropertyName } from "#core/question/query.ts";
import {
  formatEachParameter,
  makeChangeThatWidensFilter,
  makeDefaultQueryForOutcomes,
} from "#core/question/query-text.ts";
import { listTextsOfAllFilters } from "#presentation/views/scope.ts";
import { parameterWords } from "#presentation/words/parameter-words.ts";
import { bundleEntry, makeTextEntry } from "../../../../.dev/build/bundle.ts";
import { root } from "../../../../.dev/files.ts";
import { queryOf } from "../../../support/queries.ts";

const usual = makeDefaultQueryForOutcomes({ outcome: [] });
const accepted = collectAllowedWordsByField(dataset);

describe("the entries of the parameters", () => {
  it("stand in the order of their names, with what only sets decide among them", () => {
    expect(fieldNames.filter(isParameterName)).toEqual(parameterNames);
    expect(Object.keys(parameterWords)).toEqual(fieldNames);
    expect(fieldNames.filter((name) => !isParameterName(name))).toEqual([
      "setting",
      "year",
      "overlap",
    ]);
    for (const name of fieldNames) {
      const isOffered = lookUpParameter(name).section !== undefined;
      expect("title" in parameterWords[name], name).toBe(isOffered);
    }
  });

  it.each(parameterNames)("%s holds and says only what it accepts", (name) => {
    const { form, taps } = lookUpParameter(name);
    const isMeasured = form === "range";
    expect(Array.isArray(taps)).toBe(isMeasured || name === "availability");
    for (const value of [defaultQuery[makePropertyName(name)], readWidestValue(name)]) {
      if (isMeasured) expect(value).toBeNull();
      else for (const word of [value].flat()) expect(accepted[name]).toContain(word);
    }
    expect(formatEachParameter(usual)).toHaveProperty(name);
  });

  it.each(filterNames)("%s leaves nobody out at its widest", (name) => {
    const query = { ...usual, ...makeChangeThatWidensFilter(name) };
    for (const cohort of dataset.cohorts)
      expect(isCohortKeptByFilter(name, cohort, query, dataset)).toBe(true);
  });

  it("are said in the report, each filter that is set", () => {
    const { query } = parseQueryWithCanonicalText([["set", "annals-2025"]], dataset);
    const words = listTextsOfAllFilters({ ...usual, ...query, emd: { min: 20, max: null } });
    expect(words).toContain("percent with extramedullary disease ≥ 20");
    expect(words).toContain("year of publication ≤ 2024");
  });

  it("are left out where only the names are needed: the first view holds them", async () => {
    const text = 'export { parameterNames } from "./functions/core/question/parameters.ts";';
    const { code } = await bundleEntry(makeTextEntry(join(root, "names.ts"), text));
    expect(code).toContain("prior-bcma");
    expect(code).not.toMatch(/medianPriorLines|gprc5d/);
  });
});

describe("the vocabulary", () => {
  it("has words for every field, in kebab-case, with a plus for so many and more", () => {
    expect(Object.keys(accepted)).toEqual(fieldNames);
    for (const name of fieldNames) {
      expect(accepted[name].length).toBeGreaterThan(0);
      if (lookUpParameter(name).form === "range") continue;
      for (const value of accepted[name]) {
        expect(value).toMatch(/^[a-z0-9]+(?:[.:-][a-z0-9]+)*\+?$/);
      }
    }
  });

  it.each(parameterNames)("offers no value of %s that is refused", (name) => {
    for (const value of accepted[name]) {
      // The default model has no interval to choose.
      const besides = name === "interval" ? "model=reml&" : "";
      expect(() => queryOf(`${besides}${name}=${value}`, dataset)).not.toThrow();
    }
  });
});
