/** Tests the parameters of a question, what was meant by a wrong value, and the canonical text. */

import { join } from "node:path";
import fc from "fast-check";
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
import {
  parsePresetQuestionsOrThrow,
  parseQueryWithCanonicalText,
} from "#core/question/parse-query.ts";
import { makePropertyName } from "#core/question/query.ts";
import { findNearAllowedValue } from "#core/question/query-problem.ts";
import {
  formatEachParameter,
  formatQuery,
  makeChangeThatWidensFilter,
  makeDefaultQueryForOutcomes,
} from "#core/question/query-text.ts";
import { listTextsOfAllFilters } from "#presentation/views/scope.ts";
import { parameterWords } from "#presentation/words/parameter-words.ts";
import { bundleEntry, makeTextEntry } from "../../../../.dev/build/bundle.ts";
import { root } from "../../../../.dev/files.ts";
import { outcome, product } from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";
import { anyQuery, anyQuestion, queryOf } from "../../../support/queries.ts";

const usual = makeDefaultQueryForOutcomes({ outcome: [] });
const accepted = collectAllowedWordsByField(dataset);

describe("the entries of the parameters", () => {
  it("stand in the order of their names, with what only sets decide among them", () => {
    expect(fieldNames.filter(isParameterName)).toEqual(parameterNames);
    expect(Object.keys(parameterWords)).toEqual(fieldNames);
    const ofSets = fieldNames.filter((name) => !isParameterName(name));
    expect(ofSets).toEqual(["setting", "year", "overlap"]);
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
});

const products = [
  product("acta-cel-or-alpha-cel", "car-t", {
    name: "alphacabtagene autoleucel or acta-cel",
    contains: ["acta-cel", "alpha-cel"],
  }),
  product("alpha-cel", "car-t", { name: "alphacabtagene autoleucel", brandNames: ["Alphakti"] }),
  product("acta-cel", "car-t", { brandNames: ["药"] }),
];
const slugs = products.map(({ slug }) => slug);
const evidence = { products, outcomes: [outcome("orr", { label: "Response" })] };

describe("the value that is meant by a wrong one", () => {
  it.each([
    // The nearest word is the shortest of those that begin alike.
    ["actacel", "acta-cel"],
    ["Alpha-Cel", "alpha-cel"],
    ["alph", "alpha-cel"],
    ["alphakti", "alpha-cel"],
    ["ALPHAKTI", "alpha-cel"],
    ["alphacabtagene", "alpha-cel"],
    ["acta-cel,alphakti", "alpha-cel"],
  ])("%s is answered with the word that is meant", (value, word) => {
    expect(findNearAllowedValue(value, slugs, evidence)).toBe(word);
  });

  it.each(["", "al", "betamab", "药房", "__proto__", "constructor"])("%j is like none", (value) => {
    expect(findNearAllowedValue(value, slugs, evidence)).toBeUndefined();
  });

  it.each(["three", "two", "anything but", "2", "-3"])(
    "%j is like no word of a letter or two",
    (value) => {
      expect(findNearAllowedValue(value, ["1", "3+", "t", "us"], evidence)).toBeUndefined();
    },
  );

  it.each(["3", "4", "12"])("of %s prior lines is the word that holds it", (value) => {
    expect(findNearAllowedValue(value, ["any", "1", "2", "3+"], evidence)).toBe("3+");
  });

  it("is the outcome of that name", () => {
    expect(findNearAllowedValue("response", ["orr", "cr"], evidence)).toBe("orr");
    expect(findNearAllowedValue("response", ["cr"], evidence)).toBeUndefined();
  });

  it("is no brand of a product that is not allowed", () => {
    expect(findNearAllowedValue("alphakti", ["acta-cel"], evidence)).toBeUndefined();
  });
});

const canonical = (text: string) => formatQuery(queryOf(text, dataset), dataset);

describe("the canonical text of a question", () => {
  it("reads back as the same question, for any question", () =>
    forAny([anyQuery(dataset, "any")], 500, (query) => {
      expect(queryOf(formatQuery(query, dataset), dataset)).toEqual(query);
    }));

  it("is the same however the parameters are ordered, for any question", () => {
    const shuffled = anyQuestion(dataset, "any").chain((pairs) => {
      const all = { minLength: pairs.length, maxLength: pairs.length };
      return fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, all));
    });
    forAny([shuffled], 300, ([inOrder, inShuffled]) => {
      const text = (pairs: typeof inOrder) => canonical(new URLSearchParams(pairs).toString());
      expect(text(inShuffled)).toBe(text(inOrder));
    });
  });

  it("needs no escaping in a URL, for any question", () =>
    forAny([anyQuery(dataset, "any")], 300, (query) => {
      expect(formatQuery(query, dataset)).toMatch(/^(?:[a-z0-9.,:=&-]|%2B)*$/);
    }));
});

it("reads a preset as it reads the same question in a URL", () => {
  const presets = [{ id: "early", label: "Early", query: { lines: "1", age: "65-" } }];
  expect(parsePresetQuestionsOrThrow({ ...dataset, presets })).toEqual([
    { id: "early", label: "Early", query: queryOf("lines=1&age=65-", dataset) },
  ]);
});

it("refuses a preset that asks for what does not exist, by its name", () => {
  const presets = [{ id: "odd", label: "Odd", query: { lines: "middle" } }];
  expect(() => parsePresetQuestionsOrThrow({ ...dataset, presets })).toThrow(/preset odd .*lines/);
});
