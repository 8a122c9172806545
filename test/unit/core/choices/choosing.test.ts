/** Tests where a single choice leads: words of lists, models, settings, trials, products. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChoiceName, makeQuestionChoices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";
import { choice } from "./offered.ts";

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
  // The interval of a named set stays.
  model: [["set=roex-2020", "glmm", "set=roex-2020&model=glmm"]],
};

describe.each(Object.entries(steps) as [ChoiceName, Step[]][])("%s", (name, all) => {
  it.each(all)("asked as “%s”, leads by %s to “%s”", (text, value, query) => {
    expect(choice(text, name, value).query).toBe(formatQuery(queryOf(query, dataset), dataset));
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

it("what is known of the patients is counted over the cohorts that the question selects", () => {
  fc.assert(
    fc.property(anyQuery(dataset, "any"), (query) => {
      const { included } = splitIncludedAndExcludedCohorts(query, dataset);
      const { rangesKnown } = makeQuestionChoices(query, dataset);
      expect(rangesKnown).toEqual({
        cohorts: included.length,
        "patient-age": included.filter(({ ageRange }) => ageRange).length,
        "patient-prior-lines": included.filter(({ priorLinesRange }) => priorLinesRange).length,
      });
    }),
    { numRuns: runsOf(40) },
  );
});
