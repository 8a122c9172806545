import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, type ChoiceName, choices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { countCohorts, select } from "#core/evidence/select.ts";
import { parameterNames } from "#core/question/parameter-names.ts";
import { parameters } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery, parameterTexts } from "#core/question/query-text.ts";
import { anyCohort, otherCohort } from "../../../support/any-cohort.ts";
import { anyQuery, asked } from "../../../support/queries.ts";

const offered = (text: string) => choices(asked(text, dataset), dataset).choices;

/** Names of the parameters for which choices are offered. */
const names = Object.keys(offered("")) as ChoiceName[];

/** Whether several values of a parameter can be selected together. */
function isTicked(name: ChoiceName): boolean {
  return name === "exclude" || (name !== "preset" && parameters[name].form === "list");
}

function entries(query: Query): [ChoiceName, readonly Choice[]][] {
  const all = choices(query, dataset).choices;
  return names.map((name) => [name, all[name]]);
}

/** All parameters of a question as text, including defaults. */
function said(query: Query): Record<string, string | null> {
  // These choose no cohorts, and some do not go together.
  return { ...parameterTexts(query), interval: null, tau: null };
}

/** The same texts without one list. A list that is absent restricts nothing. */
function without(texts: Record<string, string | null>, name: ChoiceName) {
  return { ...texts, [name]: name === "target" ? "any" : null };
}

function fromTexts(texts: Record<string, string | null>): Query {
  const pairs = Object.entries(texts).filter(([, text]) => text !== null);
  return asked(pairs.map(([name, text]) => `${name}=${text}`).join("&"), dataset);
}

function choice(text: string, parameter: ChoiceName, value: string): Choice {
  const found = offered(text)[parameter].find((one) => one.value === value);
  if (!found) throw new Error(`${parameter} ${value} is not offered for "${text}"`);
  return found;
}

describe("the choices of a filter", () => {
  it("count the cohorts that the question behind them really selects", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        for (const [name, values] of entries(query)) {
          if (isTicked(name)) continue;
          for (const one of values) {
            const counted = countCohorts(asked(one.query, dataset), dataset);
            expect([one.query, one.cohorts]).toEqual([one.query, counted]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("count what a value that is ticked beside others stands for alone", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        for (const [name, values] of entries(query)) {
          // Other tests cover these: choosing a product also sets its target, and choosing an
          // excluded cohort includes it again.
          if (!isTicked(name) || name === "product" || name === "exclude") continue;
          for (const { value, cohorts } of values) {
            const texts = { ...said(query), [name]: value };
            const alone = value === "any" ? without(texts, name) : texts;
            expect([name, value, cohorts]).toEqual([
              name,
              value,
              countCohorts(fromTexts(alone), dataset),
            ]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("lead to questions in canonical text", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        for (const { query: text } of entries(query).flatMap(([, values]) => values)) {
          expect(canonicalQuery(asked(text, dataset), dataset)).toBe(text);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("have at most one selected value where only one can apply", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        for (const [name, values] of entries(query)) {
          const selected = values.filter((one) => one.selected);
          if (!isTicked(name)) expect(selected.length).toBeLessThanOrEqual(1);
          else if (selected.some(({ value }) => value === "any")) expect(selected).toHaveLength(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("mark the selected value of every filter of the default question", () => {
    const all = offered("");
    const selected = names.map((name) => [
      name,
      all[name].filter((one) => one.selected).map(({ value }) => value),
    ]);
    // What is chosen by a number restricts nothing until somebody does.
    const measured = Object.fromEntries(
      parameterNames
        .filter((name) => ["range", "number"].includes(parameters[name].form))
        .map((name) => [name, ["any"]]),
    );
    expect(Object.fromEntries(selected)).toEqual({
      ...measured,
      preset: ["default"],
      setting: ["late"],
      product: ["all"],
      availability: ["approved"],
      evidence: ["trial"],
      regimen: ["monotherapy"],
      "prior-bcma": ["not-selected"],
      target: ["bcma"],
      "therapy-class": ["both"],
      "dual-target": ["any"],
      doses: ["given"],
      phase: ["any"],
      region: ["any"],
      "binding-domain": ["any"],
      costimulation: ["any"],
      vector: ["any"],
      expansion: ["any"],
      lymphodepletion: ["any"],
      denominator: ["treated"],
      definition: ["strict"],
      cut: ["primary"],
      sources: ["reviewed"],
      overlap: ["drop"],
      model: ["bayes"],
      set: [],
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
    ["therapy-class", "bsab"],
    ["min-n", "50"],
    ["model", "glmm"],
    ["cut", "latest"],
  ] as const)(
    "of %s mark %s when it is asked for, and lead back to the question itself",
    (name, value) => {
      const text = `${name}=${value}`;
      expect(choice(text, name, value)).toMatchObject({ selected: true, query: text });
    },
  );

  it("are there for every parameter but those that are no filters, and for ready-made questions", () => {
    const left = ["outcome", "compare", "interval", "tau"];
    const filters = parameterNames.filter((name) => !left.includes(name));
    expect([...names].sort()).toEqual(["preset", ...filters].sort());
  });

  it("offer a word only where a cohort has it", () => {
    const values = (name: ChoiceName) => offered("")[name].map(({ value }) => value);
    expect(values("target")).toEqual(["bcma", "gprc5d", "fcrh5", "cd19", "cd38", "any"]);
    // Regions whose approvals were collected, and no other.
    expect(values("availability")).toEqual(["approved", "us", "eu", "ch", "cn", "jp", "any"]);
    expect(values("region")).toEqual(["any", "us", "eu", "il", "cn", "asia", "multinational"]);
    // The cut of one named set is not offered, because only that set uses it.
    expect(values("cut")).toEqual(["primary", "latest", "primary-only"]);
  });

  it("offer a part of the construct that only CAR-T cells have, and leave bispecifics whole", () => {
    const { cohorts } = choice("availability=any", "vector", "retroviral");
    expect(cohorts.bsab).toBe(choice("availability=any", "vector", "any").cohorts.bsab);
    expect(cohorts["car-t"]).toBeGreaterThan(0);
  });

  it("hold the published questions that no ready-made one asks", () => {
    expect(offered("outcome=cr&age=60-").set).toMatchObject([
      { value: "annals-2025", query: "set=annals-2025&outcome=cr" },
      { value: "yang-2021", query: "set=yang-2021&outcome=cr" },
    ]);
  });

  it("hold every ready-made question, with the outcomes that were asked for", () => {
    const presets = offered("outcome=cr&age=60-").preset;
    expect(presets.map(({ value }) => value)).toEqual(dataset.presets.map(({ id }) => id));
    expect(presets[0]?.query).toBe("outcome=cr");
  });

  it("keep the other filters of the question", () => {
    expect(choice("age=60-&product=ide-cel", "evidence", "all").query).toBe(
      "age=60-&product=ide-cel&evidence=all",
    );
  });
});

describe("a word of a list", () => {
  it("is ticked beside others, in the order of the vocabulary, and unticked", () => {
    expect(choice("phase=3", "phase", "1-2")).toMatchObject({
      selected: false,
      query: "phase=1-2,3",
    });
    expect(choice("phase=1-2,3", "phase", "3")).toMatchObject({
      selected: true,
      query: "phase=1-2",
    });
  });

  it("restricts nothing when the last one is unticked", () => {
    expect(choice("phase=3", "phase", "3").query).toBe("");
    expect(choice("target=gprc5d", "target", "gprc5d").query).toBe("target=any");
  });

  it("takes the place of any", () => {
    expect(choice("target=any", "target", "gprc5d").query).toBe("target=gprc5d");
    expect(choice("target=any", "target", "any").selected).toBe(true);
  });
});

describe("another model", () => {
  it("keeps the interval where it has it, and takes its own where it has not", () => {
    const text = "model=glmm&interval=profile&tau=common";
    expect(choice(text, "model", "reml").query).toBe("model=reml&tau=common");
    expect(choice(text, "model", "bayes").query).toBe("");
    expect(choice("model=reml&interval=hartung-knapp", "model", "glmm").query).toBe("model=glmm");
    expect(choice("model=reml&interval=wald", "model", "dl").query).toBe("model=dl&interval=wald");
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
    const approved = single.filter(({ approvedIn }) => approvedIn.length > 0);
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
      { numRuns: 40 },
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
