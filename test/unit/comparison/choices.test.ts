import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Choice } from "../../../functions/comparison/answer.ts";
import { choices } from "../../../functions/comparison/choices.ts";
import { canonicalQuery } from "../../../functions/comparison/query-text.ts";
import { dataset } from "../../../functions/dataset.ts";
import { countCohorts } from "../../../functions/evidence/select.ts";
import { anyQuery, asked } from "../../support/queries.ts";

const offered = (text: string) => choices(asked(text, dataset), dataset);

function choice(text: string, parameter: string, value: string): Choice {
  const found = offered(text)[parameter]?.find((one) => one.value === value);
  if (!found) throw new Error(`${parameter} ${value} is not offered for "${text}"`);
  return found;
}

describe("the choices of a filter", () => {
  it("count the cohorts that the question behind them really selects", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        // A ticked product says what it stands for alone, and a cohort left out is ticked too: checked apart.
        const { product, exclude, ...others } = choices(query, dataset);
        for (const one of Object.values(others).flat()) {
          expect(one.cohorts).toEqual(countCohorts(asked(one.query, dataset), dataset));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("lead to questions in canonical text", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        for (const { query: text } of Object.values(choices(query, dataset)).flat()) {
          expect(canonicalQuery(asked(text, dataset), dataset)).toBe(text);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("have at most one selected value where only one can apply", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const { product, exclude, ...others } = choices(query, dataset);
        for (const values of Object.values(others)) {
          expect(values.filter(({ selected }) => selected).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("mark the selected value of every filter of the default question", () => {
    const selected = Object.entries(offered("")).map(([parameter, values]) => [
      parameter,
      values.filter((one) => one.selected).map(({ value }) => value),
    ]);
    expect(Object.fromEntries(selected)).toEqual({
      preset: ["default"],
      setting: ["late"],
      "prior-lines": ["any"],
      age: ["any"],
      product: ["all"],
      availability: ["approved"],
      evidence: ["trial"],
      regimen: ["monotherapy"],
      "prior-bcma": ["not-selected"],
      target: ["bcma"],
      "therapy-class": ["both"],
      exclude: [],
    });
  });

  it.each([
    ["setting", "early"],
    ["prior-lines", "4-6"],
    ["age", "-60"],
    ["availability", "us"],
    ["evidence", "all"],
    ["regimen", "any"],
    ["prior-bcma", "selected"],
    ["target", "gprc5d"],
    ["therapy-class", "bsab"],
  ])("of %s mark %s when it is asked for, and lead back to the question itself", (name, value) => {
    const text = `${name}=${value}`;
    expect(choice(text, name, value)).toMatchObject({ selected: true, query: text });
  });

  it.each([
    ["prior-lines", ["Any", "Up to 4", "4 to 6", "6 and more"]],
    ["age", ["Any", "Up to 60", "60 to 65", "65 and more"]],
    ["prior-bcma", ["Not required for entry", "Required for entry", "Both"]],
  ])("of %s are labelled in plain words", (name, labels) => {
    expect(offered("")[name]?.map(({ label }) => label)).toEqual(labels);
  });

  it("are there for ready-made questions and for the filters of the sheets", () => {
    expect(Object.keys(offered(""))).toEqual([
      "preset",
      "setting",
      "prior-lines",
      "age",
      "product",
      "availability",
      "evidence",
      "regimen",
      "prior-bcma",
      "target",
      "therapy-class",
      "exclude",
    ]);
  });

  it("hold every ready-made question, with the outcomes that were asked for", () => {
    const presets = offered("outcome=cr&age=60-").preset ?? [];
    expect(presets.map(({ value }) => value)).toEqual(dataset.presets.map(({ id }) => id));
    expect(presets[0]?.query).toBe("outcome=cr");
  });

  it("keep the other filters of the question", () => {
    expect(choice("age=60-&product=ide-cel", "evidence", "all").query).toBe(
      "age=60-&product=ide-cel&evidence=all",
    );
  });
});

describe("the setting", () => {
  it("brings its default regimen along when it becomes early", () => {
    expect(choice("", "setting", "early").query).toBe("setting=early");
  });

  it.each([
    ["late", ""],
    ["any", "setting=any"],
  ])("restores monotherapy when early is left for %s", (value, query) => {
    expect(choice("setting=early", "setting", value).query).toBe(query);
  });

  it("does not take back a regimen that is chosen", () => {
    expect(choice("", "regimen", "any").query).toBe("regimen=any");
    expect(choice("setting=early", "regimen", "monotherapy").query).toBe(
      "setting=early&regimen=monotherapy",
    );
    expect(choice("setting=early&regimen=monotherapy", "regimen", "any").query).toBe(
      "setting=early",
    );
  });

  it("leaves a regimen chosen by hand alone", () => {
    expect(choice("regimen=any", "setting", "any").query).toBe("setting=any&regimen=any");
    expect(choice("setting=early&regimen=monotherapy", "setting", "early").query).toBe(
      "setting=early&regimen=monotherapy",
    );
  });
});

describe("a cohort left out by hand", () => {
  it("is offered by its name, and comes back at a tap", () => {
    const { cohorts, ...offer } = choice("age=50-&exclude=karmma,cartitude-1", "exclude", "karmma");
    expect(offer).toEqual({
      value: "karmma",
      label: "KarMMa",
      query: "age=50-&exclude=cartitude-1",
      selected: true,
    });
    expect(cohorts).toEqual(countCohorts(asked(offer.query, dataset), dataset));
  });

  it("is the only one offered", () => {
    const values = offered("exclude=karmma,cartitude-1").exclude?.map(({ value }) => value);
    expect(values?.sort()).toEqual(["cartitude-1", "karmma"]);
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
    const offers = (text: string) => offered(text).product?.map(({ value }) => value);
    const single = dataset.products.filter(({ contains }) => contains.length === 0);
    const approved = single.filter(({ approvedIn }) => approvedIn.length > 0);
    expect(offers("")?.sort()).toEqual(["all", ...approved.map(({ slug }) => slug)].sort());
    expect(offers("availability=any")).toHaveLength(single.length + 1);
  });

  it("that was named by hand is offered so that it can be unticked", () => {
    expect(choice("product=anito-cel", "product", "anito-cel").selected).toBe(true);
  });

  it("is listed with those of its class, CAR-T first", () => {
    const classes = offered("")
      .product?.slice(1)
      .map(({ value }) => dataset.products.find(({ slug }) => slug === value)?.therapyClass);
    expect(classes).toEqual([...(classes ?? [])].sort().reverse());
    expect(classes?.[0]).toBe("car-t");
  });

  it("with another target leads to a question in canonical text", () => {
    const { query } = choice("target=gprc5d", "product", "cilta-cel");
    expect(canonicalQuery(asked(query, dataset), dataset)).toBe(query);
  });

  it("with another target brings that target along", () => {
    const { query, cohorts } = choice("", "product", "talquetamab");
    expect(asked(query, dataset).target).toEqual(["bcma", "gprc5d"]);
    expect(cohorts.bsab).toBeGreaterThan(0);
  });

  it("that is ticked and unticked leaves the question as it was", () => {
    const offers = offered("")
      .product?.map(({ value }) => value)
      .filter((slug) => slug !== "all");
    for (const slug of offers ?? []) {
      const ticked = choice("", "product", slug).query;
      expect([slug, choice(ticked, "product", slug).query]).toEqual([slug, ""]);
    }
  });

  it("alone is what its count says", () => {
    for (const one of offered("").product?.slice(1) ?? []) {
      expect(one.cohorts).toEqual(countCohorts(asked(one.query, dataset), dataset));
    }
  });
});
