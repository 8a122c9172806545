/** Tests the questions that are answered beforehand, and those that bring back what a question leaves out. */
import { describe, expect, it } from "vitest";
import { summariseAbsentDrugs } from "#core/choices/absent-drugs.ts";
import {
  type ChoiceName,
  listPrecomputedQuestions,
  makeQuestionChoices,
} from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { isSameRegimen, makeRegimen } from "#core/evidence/regimen-labels.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
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

// Tests the drugs that a question leaves out: who they are, and that each comes back by the question that it offers.

const questionsByProduct = [
  "",
  "product=cilta-cel,teclistamab",
  "therapy-class=bsab",
  "lines=1&availability=eu",
  "lines=2&availability=jp",
  "lines=any",
  "age=65-",
  "target=gprc5d",
  "evidence=real-world",
  "exclude=linker-mm1-200mg",
  "prior-bcma=car-t",
].map((text) => `compare=product${text && `&${text}`}`);

const absentIn = (text: string) =>
  summariseAbsentDrugs(parseQueryTextOrThrow(text, dataset), dataset);
const includedIn = (text: string) =>
  splitIncludedAndExcludedCohorts(parseQueryTextOrThrow(text, dataset), dataset).included;

describe("Drugs that a question leaves out", () => {
  it.each(questionsByProduct)("each count in the question that they offer: %s", (text) => {
    const { drugs, unlabelled } = absentIn(text);
    expect(drugs.length).toBeGreaterThan(0);
    for (const drug of drugs) {
      const name = `${drug.product} ${drug.partners}`;
      const isDrug = (cohort: Parameters<typeof makeRegimen>[0]) =>
        isSameRegimen(makeRegimen(cohort), drug);
      expect(includedIn(text).some(isDrug), name).toBe(false);
      expect(drug.reasons.length, name).toBeGreaterThan(0);
      expect(drug.query, name).not.toBeNull();
      expect(includedIn(drug.query ?? "").some(isDrug), `${name}: ${drug.query}`).toBe(true);
      expect(drug.query, name).toContain("compare=product");
    }
    const products = (asked: string) => new Set(includedIn(asked).map(({ product }) => product));
    const sold = new Set(drugs.map(({ product }) => product));
    const added = [...products(unlabelled.query)].filter(
      (product) => !products(text).has(product) && !sold.has(product),
    );
    expect(unlabelled.count).toBe(
      added.filter((product) =>
        dataset.products.some(({ slug, contains }) => slug === product && contains.length === 0),
      ).length,
    );
  });

  it("are none of a published set, which is as it was printed", () => {
    expect(absentIn("compare=product&set=vandenboom-2025").drugs).toEqual([]);
  });
});
