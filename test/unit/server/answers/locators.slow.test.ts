import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { questions } from "#data/generated/precomputed.ts";
import { broadly, locatorsOf } from "../../../support/locators.ts";

it("every pooled figure of every answer made beforehand has the locator its file has", () => {
  const queries = questions.map((question) => asked(question, dataset));
  const { figures, wrong } = locatorsOf(queries);
  expect(wrong).toEqual([]);
  expect(figures).toBeGreaterThan(10_000);
  const broad = locatorsOf(queries.map(broadly));
  expect(broad.wrong).toEqual([]);
  expect(broad.standIns).toBeGreaterThan(500);
});
