import { describe, expect, it } from "vitest";
import {
  type ChoiceName,
  listPrecomputedQuestions,
  makeQuestionChoices,
} from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { questions } from "#data/generated/precomputed.ts";
import { makePrecomputedAnswerPath, nameable } from "#server/answers/keep/precomputed-files.ts";
import { queryOf } from "../../../support/queries.ts";

const foreseen = new Set(questions);
const canonical = (text: string) => formatQuery(queryOf(text, dataset), dataset);
const missing = (texts: readonly string[]) => texts.filter((text) => !foreseen.has(text));

const sheets = makeQuestionChoices(queryOf("", dataset), dataset).choices;

describe("the questions answered beforehand", () => {
  it("are those that the build listed, and no more than 150", () => {
    expect(questions).toEqual(listPrecomputedQuestions(dataset));
    expect(questions.length).toBeLessThanOrEqual(150);
  });

  it("are canonical and each there once", () => {
    expect(questions.map(canonical)).toEqual(questions);
    expect(foreseen.size).toBe(questions.length);
  });

  it("hold the default and every ready-made question", () => {
    const presets = dataset.presets.map(({ query }) => formatQuery(query, dataset));
    expect(presets.length).toBeGreaterThan(5);
    expect(missing(["", ...presets])).toEqual([]);
  });

  it.each(Object.keys(sheets) as ChoiceName[])("hold every chip of the sheet %s", (sheet) => {
    expect(missing(sheets[sheet].map(({ query }) => query))).toEqual([]);
  });

  it("leave out no trial by hand", () => {
    expect(questions.filter((question) => question.includes("exclude="))).toEqual([]);
  });

  it("have names for their files that differ and need no escaping", () => {
    expect(questions.filter((question) => !nameable.test(question))).toEqual([]);
    const paths = questions.map((question) => makePrecomputedAnswerPath("v", question));
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(questions.length);
    for (const path of paths) {
      expect(path).toMatch(/^\/precomputed\/v\/[a-z0-9+._~-]+\.json\.gz$/);
      expect(new URL(path, "https://example.org").pathname).toBe(path);
    }
  });
});
