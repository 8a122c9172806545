/** Tests what a question selects, the choices that it offers, and where each leads. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listWiderQuestions } from "#core/answer/other-questions.ts";
import { summariseAbsentDrugs } from "#core/choices/absent-drugs.ts";
import {
  type Choice,
  type ChoiceName,
  listPrecomputedQuestions,
  makeQuestionChoices,
} from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { isSameRegimen, makeRegimen } from "#core/evidence/regimen-labels.ts";
import {
  countCohortsPerClass,
  countTrialsPerClass,
  listCohortsKeptByQuery,
  splitIncludedAndExcludedCohorts,
} from "#core/evidence/select.ts";
import { parameterNames, parameters } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { formatEachParameter, formatQuery } from "#core/question/query-text.ts";
import { questions } from "#data/generated/precomputed.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { makePrecomputedAnswerPath, nameable } from "#server/answers/keep/precomputed-files.ts";
import { bispecific, cohort, datasetOf, widest } from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";

const canonical = (text: string) => formatQuery(queryOf(text, dataset), dataset);
const offered = (text: string) => makeQuestionChoices(queryOf(text, dataset), dataset).choices;

function choice(text: string, parameter: ChoiceName, value: string): Choice {
  const offer = offered(text)[parameter].find((candidate) => candidate.value === value);
  if (!offer) throw new Error(`${parameter} ${value} is not offered for "${text}"`);
  return offer;
}

/** The choices of the question without parameters. */
const sheets = offered("");
/** Names of the parameters for which choices are offered. */
const names = Object.keys(sheets) as ChoiceName[];

/** Returns whether several values of a parameter can be selected together. */
function isTicked(name: ChoiceName): boolean {
  return name === "exclude" || (name !== "preset" && parameters[name].form === "list");
}

function entries(query: Query): [ChoiceName, readonly Choice[]][] {
  const all = makeQuestionChoices(query, dataset).choices;
  return names.map((name) => [name, all[name]]);
}

/** Returns all parameters of a question as text, including defaults. */
function parametersOf(query: Query): Record<string, string | null> {
  // `tau` chooses no cohorts, and does not go with every model.
  return { ...formatEachParameter(query), tau: null };
}

function fromTexts(texts: Record<string, string | null>): Query {
  const pairs = Object.entries(texts).filter(([, text]) => text !== null);
  return queryOf(pairs.map(([name, text]) => `${name}=${text}`).join("&"), dataset);
}

describe("the choices of a filter", () => {
  it("count the trials of cohorts that the question behind them really selects", () =>
    forAny([anyQuery(dataset, "any")], runsOf(100), (query) => {
      for (const [name, values] of entries(query)) {
        if (isTicked(name)) continue;
        for (const offer of values) {
          const counted = countTrialsPerClass(
            listCohortsKeptByQuery(queryOf(offer.query, dataset), dataset),
          );
          expect([offer.query, offer.trials]).toEqual([offer.query, counted]);
        }
      }
    }));

  it("count what a value that is ticked beside others stands for alone", () =>
    forAny([anyQuery(dataset, "any")], runsOf(100), (query) => {
      for (const [name, values] of entries(query)) {
        // Other tests cover these: choosing a product or a kind of earlier therapy also sets the
        // target, and choosing an excluded cohort includes it again.
        if (!isTicked(name) || ["product", "exclude", "prior-bcma"].includes(name)) continue;
        // A target leaves the products of others.
        if (name === "target" && query.product.length > 0) continue;
        for (const { value, trials } of values) {
          const alone = fromTexts({ ...parametersOf(query), [name]: value });
          const counted = countTrialsPerClass(listCohortsKeptByQuery(alone, dataset));
          expect([name, value, trials]).toEqual([name, value, counted]);
        }
      }
    }));

  it("lead to questions in canonical text", () =>
    forAny([anyQuery(dataset, "any")], runsOf(60), (query) => {
      for (const { query: text } of entries(query).flatMap(([, values]) => values)) {
        expect(canonical(text)).toBe(text);
      }
    }));

  it("have at most one selected value where only one can apply", () =>
    forAny([anyQuery(dataset)], runsOf(100), (query) => {
      for (const [name, values] of entries(query)) {
        const selected = values.filter((offer) => offer.selected);
        if (!isTicked(name)) expect(selected.length).toBeLessThanOrEqual(1);
        else if (selected.some(({ value }) => value === "any")) expect(selected).toHaveLength(1);
      }
    }));

  it("are there for every parameter but those that are no filters, and for ready-made questions", () => {
    const left = ["outcome", "compare", "interval", "view"];
    const filters = parameterNames.filter((name) => !left.includes(name));
    expect([...names].sort()).toEqual(["preset", ...filters].sort());
  });
});

// Tests where a single choice leads: words of lists, models, settings, trials, products.

/** The question that is asked, the value that is chosen, the question to which that leads. */
type Step = [asked: string, value: string, query: string];

const steps: Partial<Record<ChoiceName, Step[]>> = {
  target: [
    // A word is ticked beside others; without the last target nothing is restricted.
    ["target=gprc5d", "bcma", "target=bcma,gprc5d"],
    ["target=gprc5d", "gprc5d", "target=any"],
    ["product=cilta-cel,talquetamab", "gprc5d", "product=cilta-cel"],
  ],
  // Parameters that follow from the lines stay where the reader chose them.
  lines: [
    ["regimen=any", "any", "lines=any&regimen=any"],
    ["lines=any&labelled=line", "2", "lines=2"],
  ],
  "prior-bcma": [
    ["prior-bcma=car-t", "adc", "prior-bcma=adc,car-t"],
    ["prior-bcma=car-t", "car-t", ""],
    ["prior-bcma=adc,car-t", "selected", "prior-bcma=selected"],
    ["target=gprc5d", "car-t", "target=gprc5d&prior-bcma=car-t"],
  ],
  product: [["product=ide-cel", "teclistamab", "product=ide-cel,teclistamab"]],
  // A lane takes the place of that of its class; one that is tapped again goes.
  lanes: [
    ["view=course", "teclistamab", "view=course&lanes=car-t,teclistamab"],
    ["view=course&lanes=teclistamab", "elranatamab", "view=course&lanes=elranatamab,teclistamab"],
    ["view=course", "car-t", "view=course&lanes=bsab"],
    ["view=course&lanes=bsab", "bsab", "view=course&lanes=bsab"],
  ],
  // The interval of a named set stays.
  model: [["set=roex-2020", "glmm", "set=roex-2020&model=glmm"]],
};

describe.each(Object.entries(steps) as [ChoiceName, Step[]][])("%s", (name, all) => {
  it.each(all)("asked as “%s”, leads by %s to “%s”", (text, value, query) => {
    expect(choice(text, name, value).query).toBe(canonical(query));
  });
});

it("a product is never left out for its target", () => {
  const of = (text: string) => queryOf(text, dataset).target;
  expect(of("product=cilta-cel,talquetamab")).toEqual(["bcma", "gprc5d"]);
  expect(of("product=talquetamab&target=bcma")).toEqual(["bcma", "gprc5d"]);
  expect(of("product=talquetamab&target=any")).toEqual(["any"]);
  expect(of("product=cilta-cel")).toEqual(["bcma"]);
  const query = queryOf("product=cilta-cel,talquetamab", dataset);
  const products = splitIncludedAndExcludedCohorts(query, dataset).included.map(
    ({ product }) => product,
  );
  expect(new Set(products)).toEqual(new Set(query.product));
});

it("what is known of the patients is counted over the cohorts that the question selects", () =>
  forAny([anyQuery(dataset, "any")], runsOf(40), (query) => {
    const { included } = splitIncludedAndExcludedCohorts(query, dataset);
    const { rangesKnown } = makeQuestionChoices(query, dataset);
    expect(rangesKnown).toEqual({
      cohorts: included.length,
      "patient-age": included.filter(({ ageRange }) => ageRange).length,
      "patient-prior-lines": included.filter(({ priorLinesRange }) => priorLinesRange).length,
    });
  }));

it("a selection only grows when one filter is set to its widest", () => {
  const filters = Object.keys(widest).filter((key) => key !== "outcome") as (keyof typeof widest)[];
  forAny([anyQuery(dataset), fc.constantFrom(...filters)], runsOf(300), (query, key) => {
    const narrow = splitIncludedAndExcludedCohorts(query, dataset).included;
    // A product that is asked for by name needs no approval.
    const sold =
      key === "product" ? { availability: widest.availability, labelled: widest.labelled } : {};
    const widened = { ...query, ...sold, [key]: widest[key] };
    const wide = splitIncludedAndExcludedCohorts(widened, dataset).included;
    expect(narrow.filter((cohort) => !wide.includes(cohort))).toEqual([]);
  });
});

describe("wider questions", () => {
  it("comes with filters set by hand before those that are defaults", () => {
    const old = { medianAge: 82 };
    const practice = ["c", "d", "e"].map((id) =>
      bispecific(id, { ...old, evidence: "real-world" }),
    );
    const made = datasetOf([cohort("a", old), bispecific("b", { medianAge: 60 }), ...practice]);
    const ways = listWiderQuestions(queryOf("age=80-&availability=any", made), made);
    expect(ways.map(({ parameter }) => parameter)).toEqual(["age", "evidence"]);
  });

  it("really brings a class back that was empty, with the cohorts it counts", () =>
    forAny([anyQuery(dataset)], runsOf(300), (query) => {
      const now = countCohortsPerClass(query, dataset);
      for (const { query: text, cohorts } of listWiderQuestions(query, dataset)) {
        expect(cohorts).toEqual(countCohortsPerClass(queryOf(text, dataset), dataset));
        expect(therapyClasses.some((group) => now[group] === 0 && cohorts[group] > 0)).toBe(true);
      }
    }));

  it("is named whenever nothing at all is selected", () =>
    forAny(
      [anyQuery(dataset)],
      { numRuns: runsOf(500), examples: [[queryOf("prior-lines=-1&age=80-", dataset)]] },
      (query) => {
        const now = countCohortsPerClass(query, dataset);
        if (now["car-t"] + now.bsab > 0) return;
        expect(listWiderQuestions(query, dataset).length).toBeGreaterThan(0);
      },
    ));
});

// Tests the questions that are answered beforehand, and those that bring back what a question leaves out.

const foreseen = new Set(questions);
const missing = (texts: readonly string[]) => texts.filter((text) => !foreseen.has(text));

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

  it.each(names)("hold every chip of the sheet %s", (sheet) => {
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

const absentIn = (text: string) => summariseAbsentDrugs(queryOf(text, dataset), dataset);
const includedIn = (text: string) =>
  splitIncludedAndExcludedCohorts(queryOf(text, dataset), dataset).included;

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
