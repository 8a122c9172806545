/** Every pooled figure of an answer has the locator that its file has. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import { asked } from "#core/question/read-question.ts";
import { questions } from "#data/generated/precomputed.ts";
import { broadly, locatorsOf, printedBy } from "../../../support/locators.ts";
import { beside, sampled } from "../../../support/sample.ts";

/** Every group of outcomes, also of questions about every trial there is, only when everything is tried. */
const outcome = [...new Set(dataset.outcomes.map(({ group }) => group))];
const queries = sampled(questions, 15)
  .map((question) => asked(question, dataset))
  .flatMap((query) => [
    query,
    ...beside(["3+", "any"] as const).map((lines) => {
      const evidence = lines === "any" ? "all" : query.evidence;
      return { ...query, outcome, lines, evidence };
    }),
  ]);

describe("a pooled figure has the locator its file has", () => {
  it("in answers that are made beforehand, also with a broad definition, where others stand in", () => {
    const { figures, wrong } = locatorsOf(queries);
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThan(100);
    const broad = locatorsOf(queries.map(broadly));
    expect(broad.wrong).toEqual([]);
    expect(broad.standIns).toBeGreaterThan(5);
  });

  it.each(dataset.sets)("in the published question $id", ({ id }) => {
    const { figures, wrong } = locatorsOf([asked(`set=${id}`, dataset)]);
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThan(0);
  });
});

it("cohort, outcome and cut tell every printed figure from every other", () => {
  const keys = [...printedBy].flatMap(([cohort, figures]) =>
    figures.map(({ outcome, cut }) => figureKey({ cohort, outcome, cut })),
  );
  expect(keys.length).toBeGreaterThan(500);
  expect(new Set(keys).size).toBe(keys.length);
});
