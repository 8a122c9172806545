/** What a product achieved are the counts of an answer, trial by trial. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { products } from "#data/generated/products.ts";
import { compareWithSources } from "#server/answers/class-answer.ts";
import { achievedBy } from "#server/pages/products/results.ts";
import { found } from "../../../data/files.ts";

it.each(["cilta-cel", "teclistamab"])("%s: every count is that of the answer", (slug) => {
  const product = found(products[slug], slug);
  const { question, trials } = achievedBy(product);
  const { outcomes } = compareWithSources(asked(question, dataset));
  const orr = outcomes.find(({ outcome }) => outcome === "orr");
  const studies = orr?.pools[product.therapyClass].studies ?? [];
  expect(studies.length).toBeGreaterThan(1);
  for (const { cohort, events, n } of studies) {
    const trial = found(
      trials.find((one) => one.cohort === cohort),
      cohort,
    );
    expect(trial.cells[0]?.count).toBe(`${events} of ${n}`);
  }
  expect(trials.filter(({ cells }) => cells[0] !== null).length).toBe(studies.length);
});
