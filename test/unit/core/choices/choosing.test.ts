/** Tests where a single choice leads: words of lists, models, settings, trials, products. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChoiceName, makeQuestionChoices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { isSoldInRegion } from "#core/evidence/regimen-labels.ts";
import { countTrialsPerClass, filterCohorts, selectCohorts } from "#core/evidence/select.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { anyCohort, otherCohort } from "../../../support/any-cohort.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";
import { choice, offered } from "./offered.ts";

/** The question that is asked, the value that is chosen, the question to which that leads. */
type Step = [asked: string, value: string, query: string];

const steps: Partial<Record<ChoiceName, Step[]>> = {
  // A word is ticked beside others, in the order of the vocabulary, or unticked.
  target: [
    ["target=gprc5d", "bcma", "target=bcma,gprc5d"],
    ["target=gprc5d,fcrh5", "fcrh5", "target=gprc5d"],
    // Without the last target nothing is restricted.
    ["target=gprc5d", "gprc5d", "target=any"],
    ["target=any", "gprc5d", "target=gprc5d"],
    ["product=cilta-cel,talquetamab", "gprc5d", "product=cilta-cel"],
  ],
  lines: [
    ["", "1", "lines=1"],
    ["", "any", "lines=any"],
    ["lines=1", "3+", ""],
    ["lines=1", "any", "lines=any"],
    // Parameters that follow from the lines stay where the reader chose them.
    ["regimen=any", "any", "lines=any&regimen=any"],
    ["lines=1&regimen=monotherapy", "1", "lines=1&regimen=monotherapy"],
    ["labelled=any", "1", "lines=1&labelled=any"],
    ["lines=any&labelled=line", "2", "lines=2"],
  ],
  regimen: [
    ["", "any", "regimen=any"],
    ["lines=2", "monotherapy", "lines=2&regimen=monotherapy"],
    ["lines=2&regimen=monotherapy", "any", "lines=2"],
  ],
  availability: [
    ["", "us,eu", ""],
    ["", "us", "availability=us"],
    ["availability=us", "us", "availability=us"],
    ["availability=us", "us,eu", ""],
    ["availability=eu", "any", "availability=any"],
  ],
  "prior-bcma": [
    ["", "car-t", "prior-bcma=car-t"],
    ["prior-bcma=car-t", "adc", "prior-bcma=adc,car-t"],
    ["prior-bcma=car-t", "car-t", ""],
    ["prior-bcma=adc,car-t", "selected", "prior-bcma=selected"],
    ["prior-bcma=selected", "adc", "prior-bcma=adc"],
    ["target=gprc5d", "car-t", "target=gprc5d&prior-bcma=car-t"],
  ],
  product: [
    ["", "ide-cel", "product=ide-cel"],
    ["product=ide-cel", "teclistamab", "product=ide-cel,teclistamab"],
    ["product=ide-cel", "ide-cel", ""],
    ["product=ide-cel,teclistamab", "ide-cel", "product=teclistamab"],
  ],
  // The interval of a named set stays.
  model: [["set=roex-2020", "glmm", "set=roex-2020&model=glmm"]],
};

describe.each(Object.entries(steps) as [ChoiceName, Step[]][])("%s", (name, all) => {
  it.each(all)("asked as “%s”, leads by %s to “%s”", (text, value, query) => {
    expect(choice(text, name, value).query).toBe(formatQuery(queryOf(query, dataset), dataset));
  });
});

describe("a cohort left out by hand", () => {
  const excludingBoth = `exclude=${anyCohort.id},${otherCohort.id}`;

  it("is offered by its name, as the only ones, and comes back at a tap", () => {
    const { trials, ...offer } = choice(`age=50-&${excludingBoth}`, "exclude", anyCohort.id);
    expect(offer).toEqual({
      value: anyCohort.id,
      label: anyCohort.label,
      query: `age=50-&exclude=${otherCohort.id}`,
      selected: true,
    });
    expect(trials).toEqual(
      countTrialsPerClass(filterCohorts(queryOf(offer.query, dataset), dataset)),
    );
    const values = offered(excludingBoth).exclude.map(({ value }) => value);
    expect(values.sort()).toEqual([anyCohort.id, otherCohort.id].sort());
  });
});

describe("a product", () => {
  it("that is approved nowhere is offered only when it can be chosen", () => {
    const offers = (text: string) => offered(text).product.map(({ value }) => value);
    const single = dataset.products.filter(({ contains }) => contains.length === 0);
    const approved = single.filter(({ slug }) =>
      labelRegions.some((region) => isSoldInRegion(slug, region, dataset)),
    );
    expect(offers("").sort()).toEqual(["all", ...approved.map(({ slug }) => slug)].sort());
    expect(offers("availability=any")).toHaveLength(single.length + 1);
  });

  it("is never left out for its target", () => {
    const of = (text: string) => queryOf(text, dataset).target;
    expect(of("product=cilta-cel,talquetamab")).toEqual(["bcma", "gprc5d"]);
    expect(of("product=talquetamab&target=bcma")).toEqual(["bcma", "gprc5d"]);
    expect(of("product=talquetamab&target=any")).toEqual(["any"]);
    expect(of("product=cilta-cel")).toEqual(["bcma"]);
    const query = queryOf("product=cilta-cel,talquetamab", dataset);
    const products = selectCohorts(query, dataset).included.map(({ product }) => product);
    expect(new Set(products)).toEqual(new Set(query.product));
  });

  it("alone is what its count says, and unticked leaves the question as it was", () => {
    for (const { value, query, trials } of offered("").product.slice(1)) {
      expect([value, choice(query, "product", value).query]).toEqual([value, ""]);
      expect(trials).toEqual(countTrialsPerClass(filterCohorts(queryOf(query, dataset), dataset)));
    }
  });
});

describe("what is known of the patients", () => {
  it("is counted over the cohorts that the question selects", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        const { included } = selectCohorts(query, dataset);
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
});
