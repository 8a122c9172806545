/** Where a single choice leads: words of lists, models, settings, trials, products. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { isSoldIn } from "#core/evidence/regimen-labels.ts";
import { countCohorts, select } from "#core/evidence/select.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { anyCohort, otherCohort } from "../../../support/any-cohort.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { choice, offered } from "./offered.ts";

describe("a word of a list", () => {
  it("is ticked beside others, in the order of the vocabulary, and unticked", () => {
    expect(choice("target=gprc5d", "target", "bcma")).toMatchObject({
      selected: false,
      query: "target=bcma,gprc5d",
    });
    expect(choice("target=gprc5d,fcrh5", "target", "fcrh5")).toMatchObject({
      selected: true,
      query: "target=gprc5d",
    });
  });

  it("restricts nothing when the last one is unticked", () => {
    expect(choice("target=gprc5d", "target", "gprc5d").query).toBe("target=any");
  });

  it("takes the place of any", () => {
    expect(choice("target=any", "target", "gprc5d").query).toBe("target=gprc5d");
    expect(choice("target=any", "target", "any").selected).toBe(true);
  });
});

describe("another model", () => {
  it("leaves the interval of a named set alone", () => {
    const { query } = choice("set=roex-2020", "model", "glmm");
    expect(query).toBe("set=roex-2020&model=glmm");
    expect(asked(query, dataset).interval).toBe("wald");
  });
});

describe("the lines", () => {
  it.each([
    ["", "1", "lines=1"],
    ["", "any", "lines=any"],
    ["lines=1", "3+", ""],
    ["lines=1", "any", "lines=any"],
    // What follows from them stays where it was chosen.
    ["regimen=any", "any", "lines=any&regimen=any"],
    ["lines=1&regimen=monotherapy", "1", "lines=1&regimen=monotherapy"],
    ["labelled=any", "1", "lines=1&labelled=any"],
    ["lines=any&labelled=line", "2", "lines=2"],
  ])("asked as “%s”, become %s as “%s”", (text, value, query) => {
    expect(choice(text, "lines", value).query).toBe(query);
  });

  it("do not take back a regimen that is chosen", () => {
    expect(choice("", "regimen", "any").query).toBe("regimen=any");
    expect(choice("lines=2", "regimen", "monotherapy").query).toBe("lines=2&regimen=monotherapy");
    expect(choice("lines=2&regimen=monotherapy", "regimen", "any").query).toBe("lines=2");
  });
});

describe("the regions", () => {
  it.each([
    ["", "us,eu", "", true],
    ["", "us", "availability=us", false],
    ["availability=us", "us", "availability=us", true],
    ["availability=us", "us,eu", "", false],
    ["availability=eu", "any", "availability=any", false],
  ])("asked as “%s”, lead by %s to “%s”", (text, value, query, selected) => {
    expect(choice(text, "availability", value)).toMatchObject({ query, selected });
  });
});

describe("the kinds of earlier therapy", () => {
  it.each([
    ["", "car-t", "prior-bcma=car-t"],
    ["prior-bcma=car-t", "adc", "prior-bcma=adc,car-t"],
    ["prior-bcma=car-t", "car-t", ""],
    ["prior-bcma=adc,car-t", "selected", "prior-bcma=selected"],
    ["prior-bcma=selected", "adc", "prior-bcma=adc"],
    ["target=gprc5d", "car-t", "target=gprc5d&prior-bcma=car-t"],
  ])("asked as “%s”, lead by %s to “%s”", (text, value, query) => {
    expect(choice(text, "prior-bcma", value).query).toBe(query);
  });
});

describe("a cohort left out by hand", () => {
  const both = `exclude=${anyCohort.id},${otherCohort.id}`;

  it("is offered by its name, and comes back at a tap", () => {
    const { cohorts, ...offer } = choice(`age=50-&${both}`, "exclude", anyCohort.id);
    expect(offer).toEqual({
      value: anyCohort.id,
      label: anyCohort.label,
      query: `age=50-&exclude=${otherCohort.id}`,
      selected: true,
    });
    expect(cohorts).toEqual(countCohorts(asked(offer.query, dataset), dataset));
  });

  it("is the only one offered", () => {
    const values = offered(both).exclude.map(({ value }) => value);
    expect(values.sort()).toEqual([anyCohort.id, otherCohort.id].sort());
  });
});

describe("a product", () => {
  it.each([
    ["cilta-cel", "cilta-cel (ciltacabtagene autoleucel)"],
    ["teclistamab", "teclistamab"],
    ["etentamig", "etentamig (ABBV-383)"],
    ["hbi0101", "HBI0101 (NXC-201)"],
  ])("%s is labelled %s", (slug, label) => {
    expect(choice("availability=any", "product", slug).label).toBe(label);
  });

  it("is ticked", () => {
    expect(choice("", "product", "ide-cel")).toMatchObject({
      selected: false,
      query: "product=ide-cel",
    });
  });

  it("is ticked beside another one", () => {
    expect(choice("product=ide-cel", "product", "teclistamab").query).toBe(
      canonicalQuery(asked("product=teclistamab,ide-cel", dataset), dataset),
    );
  });

  it("is unticked", () => {
    expect(choice("product=ide-cel", "product", "ide-cel")).toMatchObject({
      selected: true,
      query: "",
    });
  });

  it("is unticked beside another one", () => {
    const text = "product=ide-cel,teclistamab";
    expect(choice(text, "product", "ide-cel").query).toBe("product=teclistamab");
  });

  it("that is approved nowhere is offered only when it can be chosen", () => {
    const offers = (text: string) => offered(text).product.map(({ value }) => value);
    const single = dataset.products.filter(({ contains }) => contains.length === 0);
    const approved = single.filter(({ slug }) =>
      labelRegions.some((region) => isSoldIn(slug, region, dataset)),
    );
    expect(offers("").sort()).toEqual(["all", ...approved.map(({ slug }) => slug)].sort());
    expect(offers("availability=any")).toHaveLength(single.length + 1);
  });

  it("that was named by hand is offered so that it can be unticked", () => {
    expect(choice("product=anito-cel", "product", "anito-cel").selected).toBe(true);
  });

  it("is listed with those of its class, CAR-T first", () => {
    const classes = offered("")
      .product.slice(1)
      .map(({ value }) => dataset.products.find(({ slug }) => slug === value)?.therapyClass);
    expect(classes).toEqual([...classes].sort().reverse());
    expect(classes[0]).toBe("car-t");
  });

  it("with another target leads to a question in canonical text", () => {
    const { query } = choice("target=gprc5d", "product", "cilta-cel");
    expect(canonicalQuery(asked(query, dataset), dataset)).toBe(query);
  });

  it("is never left out for its target", () => {
    const of = (text: string) => asked(text, dataset).target;
    expect(of("product=cilta-cel,talquetamab")).toEqual(["bcma", "gprc5d"]);
    expect(of("product=talquetamab&target=bcma")).toEqual(["bcma", "gprc5d"]);
    expect(of("product=talquetamab&target=any")).toEqual(["any"]);
    expect(of("product=cilta-cel")).toEqual(["bcma"]);
    const both = asked("product=cilta-cel,talquetamab", dataset);
    const products = select(both, dataset).included.map(({ product }) => product);
    expect(new Set(products)).toEqual(new Set(both.product));
  });

  it("leaves with its target", () => {
    const both = "product=cilta-cel,talquetamab";
    expect(choice(both, "target", "gprc5d").query).toBe("product=cilta-cel");
  });

  it("with another target brings that target along", () => {
    const { query, cohorts } = choice("", "product", "talquetamab");
    expect(asked(query, dataset).target).toEqual(["bcma", "gprc5d"]);
    expect(cohorts.bsab).toBeGreaterThan(0);
  });

  it("that is ticked and unticked leaves the question as it was", () => {
    const offers = offered("")
      .product.map(({ value }) => value)
      .filter((slug) => slug !== "all");
    for (const slug of offers) {
      const ticked = choice("", "product", slug).query;
      expect([slug, choice(ticked, "product", slug).query]).toEqual([slug, ""]);
    }
  });

  it("alone is what its count says", () => {
    for (const one of offered("").product.slice(1)) {
      expect(one.cohorts).toEqual(countCohorts(asked(one.query, dataset), dataset));
    }
  });
});

describe("what is known of the patients", () => {
  it("is counted over the cohorts that the question selects", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        const { included } = select(query, dataset);
        const { rangesKnown } = choices(query, dataset);
        expect(rangesKnown).toEqual({
          cohorts: included.length,
          "patient-age": included.filter(({ ageRange }) => ageRange).length,
          "patient-prior-lines": included.filter(({ priorLinesRange }) => priorLinesRange).length,
        });
      }),
      { numRuns: runs(40) },
    );
  });

  it("includes the medians of each class, whatever range of them is asked for", () => {
    const { medians } = choices(asked("", dataset), dataset);
    for (const group of ["car-t", "bsab"] as const) {
      const ages = medians.age[group];
      expect(ages.length).toBeGreaterThan(1);
      expect(ages).toEqual([...ages].sort((a, b) => a - b));
      const above = asked(`age=${Math.ceil(Math.max(...ages)) + 1}-`, dataset);
      expect(countCohorts(above, dataset)[group]).toBe(0);
      expect(choices(above, dataset).medians.age[group]).toEqual(ages);
      const reached = asked(`age=${Math.floor(Math.max(...ages))}-`, dataset);
      expect(countCohorts(reached, dataset)[group]).toBeGreaterThan(0);
    }
  });
});
