import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, type ChoiceName, makeQuestionChoices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { countTrialsPerClass, listCohortsKeptByQuery } from "#core/evidence/select.ts";
import { parameterNames, parameters } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { formatEachParameter, formatQuery } from "#core/question/query-text.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";
import { offered } from "./offered.ts";

/** Names of the parameters for which choices are offered. */
const names = Object.keys(offered("")) as ChoiceName[];

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
  it("count the trials of cohorts that the question behind them really selects", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        for (const [name, values] of entries(query)) {
          if (isTicked(name)) continue;
          for (const offer of values) {
            const counted = countTrialsPerClass(
              listCohortsKeptByQuery(queryOf(offer.query, dataset), dataset),
            );
            expect([offer.query, offer.trials]).toEqual([offer.query, counted]);
          }
        }
      }),
      { numRuns: runsOf(100) },
    );
  });

  it("count what a value that is ticked beside others stands for alone", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        for (const [name, values] of entries(query)) {
          // Other tests cover these: choosing a product or a kind of earlier therapy also sets the
          // target, and choosing an excluded cohort includes it again.
          if (!isTicked(name) || ["product", "exclude", "prior-bcma"].includes(name)) continue;
          // A target leaves the products of others.
          if (name === "target" && query.product.length > 0) continue;
          for (const { value, trials } of values) {
            const alone = { ...parametersOf(query), [name]: value };
            expect([name, value, trials]).toEqual([
              name,
              value,
              countTrialsPerClass(listCohortsKeptByQuery(fromTexts(alone), dataset)),
            ]);
          }
        }
      }),
      { numRuns: runsOf(100) },
    );
  });

  it("lead to questions in canonical text", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        for (const { query: text } of entries(query).flatMap(([, values]) => values)) {
          expect(formatQuery(queryOf(text, dataset), dataset)).toBe(text);
        }
      }),
      { numRuns: runsOf(60) },
    );
  });

  it("have at most one selected value where only one can apply", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        for (const [name, values] of entries(query)) {
          const selected = values.filter((offer) => offer.selected);
          if (!isTicked(name)) expect(selected.length).toBeLessThanOrEqual(1);
          else if (selected.some(({ value }) => value === "any")) expect(selected).toHaveLength(1);
        }
      }),
      { numRuns: runsOf(100) },
    );
  });

  it("are there for every parameter but those that are no filters, and for ready-made questions", () => {
    const left = ["outcome", "compare", "interval"];
    const filters = parameterNames.filter((name) => !left.includes(name));
    expect([...names].sort()).toEqual(["preset", ...filters].sort());
  });
});
