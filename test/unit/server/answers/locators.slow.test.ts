import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { questions } from "#data/generated/precomputed.ts";
import { broadly, locatorsOf } from "../../../support/locators.ts";

/** Every group of outcomes, also of questions about every trial there is. */
const outcome = [...new Set(dataset.outcomes.map(({ group }) => group))];
const queries = questions
  .map((question) => ({ ...asked(question, dataset), outcome }))
  .flatMap((query) => [query, { ...query, lines: "any", evidence: "all" } as const]);

it("every pooled figure of every question answered beforehand has the locator its file has", () => {
  const { figures, wrong } = locatorsOf(queries);
  expect(wrong).toEqual([]);
  expect(figures).toBeGreaterThan(10_000);
  const broad = locatorsOf(queries.map(broadly));
  expect(broad.wrong).toEqual([]);
  expect(broad.standIns).toBeGreaterThan(500);
});
