/** A sample of the answers made beforehand; all of them: `locators.slow.test.ts`. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import { asked } from "#core/question/read-question.ts";
import { questions } from "#data/generated/precomputed.ts";
import { broadly, locatorsOf, printedBy } from "../../../support/locators.ts";

const queries = questions
  .filter((_, index) => index % 4 === 0)
  .map((question) => asked(question, dataset));

describe("a pooled figure has the locator its file has", () => {
  it("in answers that are made beforehand, also with a broad definition, where others stand in", () => {
    const { figures, wrong } = locatorsOf(queries);
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThan(600);
    const broad = locatorsOf(queries.map(broadly));
    expect(broad.wrong).toEqual([]);
    expect(broad.standIns).toBeGreaterThan(30);
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
