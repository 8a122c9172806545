import { describe, expect, it } from "vitest";
import type { ComputeCohort } from "../../../data/compute-set.ts";
import { reasonAgainst } from "../../../functions/evidence/filters.ts";
import type { Query } from "../../../functions/evidence/query.ts";
import { bispecific, cohort, datasetOf, widestBut } from "../../support/cohorts.ts";

const dataset = datasetOf([]);

function reason(one: ComputeCohort, over: Partial<Query>) {
  return reasonAgainst(one, widestBut(over), dataset);
}

describe("a question with every filter at its widest", () => {
  it("leaves out no cohort, whatever it lacks", () => {
    const bare = cohort("bare", {
      product: "unheard-of",
      medianAge: null,
      medianPriorLines: null,
      setting: "mixed",
      priorBcma: "required",
      evidence: "real-world",
      regimen: "combination",
      targets: ["fcrh5"],
    });
    expect(reason(bare, {})).toBeNull();
  });
});

describe("exclude", () => {
  it("leaves out the cohort it names", () => {
    expect(reason(cohort("a"), { exclude: ["b", "a"] })).toEqual({
      parameter: "exclude",
      text: "left out by hand",
    });
  });

  it("keeps a cohort whose id only begins the same", () => {
    expect(reason(cohort("a-2"), { exclude: ["a"] })).toBeNull();
  });
});

describe("therapy-class", () => {
  it.each([
    ["car-t", "car-t", null],
    ["car-t", "bsab", "bispecific antibody cohort"],
    ["bsab", "bsab", null],
    ["bsab", "car-t", "CAR-T cohort"],
    ["both", "car-t", null],
    ["both", "bsab", null],
  ] as const)("%s with a %s cohort gives %s", (asked, therapyClass, text) => {
    const one = cohort("a", { therapyClass });
    expect(reason(one, { therapyClass: asked })?.text ?? null).toBe(text);
  });
});

describe("product", () => {
  it("keeps the product it names", () => {
    expect(reason(cohort("a"), { product: ["alpha-cel"] })).toBeNull();
  });

  it("leaves out another product of the same class", () => {
    expect(reason(cohort("a", { product: "gamma-cel" }), { product: ["alpha-cel"] })).toEqual({
      parameter: "product",
      text: "another product",
    });
  });

  it("only restricts the class it names", () => {
    expect(reason(bispecific("b"), { product: ["alpha-cel"] })).toBeNull();
  });

  it("restricts both classes when it names a product of each", () => {
    const product = ["alpha-cel", "deltamab"];
    expect(reason(cohort("a"), { product })).toBeNull();
    expect(reason(bispecific("b"), { product })?.parameter).toBe("product");
    expect(reason(bispecific("d", { product: "deltamab" }), { product })).toBeNull();
  });
});

describe("evidence", () => {
  it.each([
    ["trial", "trial", null],
    ["trial", "real-world", "real-world cohort"],
    ["real-world", "trial", "clinical trial"],
    ["real-world", "real-world", null],
    ["all", "real-world", null],
  ] as const)("%s with a %s cohort gives %s", (asked, evidence, text) => {
    expect(reason(cohort("a", { evidence }), { evidence: asked })?.text ?? null).toBe(text);
  });
});

describe("setting", () => {
  it.each([
    ["late", "late", null],
    ["late", "early", "early setting"],
    ["late", "mixed", "mixed setting"],
    ["early", "early", null],
    ["early", "mixed", "mixed setting"],
    ["any", "mixed", null],
  ] as const)("%s with a %s cohort gives %s", (asked, setting, text) => {
    expect(reason(cohort("a", { setting }), { setting: asked })?.text ?? null).toBe(text);
  });
});

describe.each([
  ["prior-lines", "priorLines", "medianPriorLines", "median prior lines"],
  ["age", "age", "medianAge", "median age"],
] as const)("%s", (parameter, key, field, name) => {
  const range = { min: 3, max: 5 };

  it.each([3, 4.5, 5])("keeps a median of %d in 3-5", (median) => {
    expect(reason(cohort("a", { [field]: median }), { [key]: range })).toBeNull();
  });

  it.each([2.5, 5.5])("names a median of %d outside 3-5", (median) => {
    expect(reason(cohort("a", { [field]: median }), { [key]: range })).toEqual({
      parameter,
      text: `${name} ${median}, outside 3-5`,
    });
  });

  it("leaves out a cohort that does not report it, with that reason", () => {
    expect(reason(cohort("a", { [field]: null }), { [key]: range })).toEqual({
      parameter,
      text: `${name} not reported`,
    });
  });

  it("leaves out nobody for not reporting it while the user asks for no range", () => {
    expect(reason(cohort("a", { [field]: null }), { [key]: null })).toBeNull();
  });

  it("does not take an unreported median for zero", () => {
    const upTo = { min: null, max: 4 };
    expect(reason(cohort("a", { [field]: null }), { [key]: upTo })?.text).toBe(
      `${name} not reported`,
    );
  });
});

describe("regimen", () => {
  it("leaves out combinations when monotherapy is asked for", () => {
    expect(reason(cohort("a", { regimen: "combination" }), { regimen: "monotherapy" })?.text).toBe(
      "given in a combination",
    );
  });

  it("keeps combinations with any", () => {
    expect(reason(cohort("a", { regimen: "combination" }), { regimen: "any" })).toBeNull();
  });
});

describe("target", () => {
  it("keeps a dual-target product when one of its targets is asked for", () => {
    expect(reason(cohort("a", { targets: ["bcma", "cd19"] }), { target: ["cd19"] })).toBeNull();
  });

  it("keeps every one of several targets", () => {
    expect(reason(cohort("a", { targets: ["gprc5d"] }), { target: ["bcma", "gprc5d"] })).toBeNull();
  });

  it("names the targets of a cohort it leaves out", () => {
    expect(reason(cohort("a", { targets: ["gprc5d", "cd19"] }), { target: ["bcma"] })).toEqual({
      parameter: "target",
      text: "target GPRC5D and CD19",
    });
  });
});

describe("prior-bcma", () => {
  it.each([
    ["not-selected", "none", null],
    ["not-selected", "some", null],
    ["not-selected", "unknown", null],
    ["not-selected", "required", "recruited after BCMA therapy"],
    ["selected", "required", null],
    ["selected", "some", "not recruited after BCMA therapy"],
    ["selected", "none", "not recruited after BCMA therapy"],
    ["selected", "unknown", "not recruited after BCMA therapy"],
    ["any", "required", null],
  ] as const)("%s with %s gives %s", (asked, priorBcma, text) => {
    expect(reason(cohort("a", { priorBcma }), { priorBcma: asked })?.text ?? null).toBe(text);
  });
});

describe("availability", () => {
  const unapproved = cohort("u", { product: "unapproved-cel" });

  it("approved keeps a product approved in one region", () => {
    expect(reason(cohort("a"), { availability: "approved" })).toBeNull();
  });

  it("approved names the date for a product approved nowhere", () => {
    expect(reason(unapproved, { availability: "approved" })).toEqual({
      parameter: "availability",
      text: "product not approved in any region as of 2026-01-02",
    });
  });

  it("a region names itself", () => {
    expect(reason(cohort("a"), { availability: "eu" })?.text).toBe(
      "product not approved in EU as of 2026-01-02",
    );
  });

  it("a product nobody described counts as not approved", () => {
    const unknown = cohort("x", { product: "unheard-of" });
    expect(reason(unknown, { availability: "approved" })?.parameter).toBe("availability");
  });

  it("any keeps a product approved nowhere", () => {
    expect(reason(unapproved, { availability: "any" })).toBeNull();
  });
});

describe("when several filters speak against a cohort", () => {
  it("the one the clinician set by hand is named", () => {
    const one = bispecific("b", { evidence: "real-world", setting: "early" });
    const over: Partial<Query> = {
      exclude: ["b"],
      therapyClass: "car-t",
      evidence: "trial",
      setting: "late",
    };
    expect(reason(one, over)?.parameter).toBe("exclude");
    expect(reason(one, { ...over, exclude: [] })?.parameter).toBe("therapy-class");
    expect(reason(one, { evidence: "trial", setting: "late" })?.parameter).toBe("evidence");
    expect(reason(one, { setting: "late", availability: "eu" })?.parameter).toBe("setting");
  });
});

describe("a named set", () => {
  const sets = [
    { id: "made-2020", name: "Made 2020", pins: {}, cohorts: ["a"], used: 2 },
    { id: "hidden-2021", name: "Hidden 2021", pins: {}, cohorts: null, used: null },
  ];
  const inSet = (id: string, set: string) =>
    reasonAgainst(cohort(id), widestBut({ set }), datasetOf([], { sets }));

  it("leaves out whom it did not pool, by its name", () => {
    expect(inSet("a", "made-2020")).toBeNull();
    expect(inSet("b", "made-2020")).toEqual({
      parameter: "set",
      text: "not a cohort of Made 2020",
    });
  });

  it("whose cohorts are not public leaves the choice to its filters", () => {
    expect(inSet("b", "hidden-2021")).toBeNull();
  });
});

describe("filters by the cohort's own numbers", () => {
  it.each([
    ["year", { year: 2020 }, { year: null }, { year: { min: 2022, max: null } }, "year"],
    [
      "follow-up",
      { followUpMonths: 6 },
      { followUpMonths: null },
      { followUp: { min: 12, max: null } },
      "median follow-up",
    ],
    [
      "high-risk",
      { highRiskCytogeneticsPercent: 10 },
      { highRiskCytogeneticsPercent: null },
      { highRisk: { min: 30, max: null } },
      "high-risk cytogenetics %",
    ],
    [
      "emd",
      { extramedullaryPercent: 10 },
      { extramedullaryPercent: null },
      { emd: { min: 30, max: null } },
      "extramedullary disease %",
    ],
    [
      "iss-3",
      { issIIIPercent: 10 },
      { issIIIPercent: null },
      { iss3: { min: 30, max: null } },
      "ISS III %",
    ],
    [
      "triple-refractory",
      { tripleClassRefractoryPercent: 10 },
      { tripleClassRefractoryPercent: null },
      { tripleRefractory: { min: 30, max: null } },
      "triple-class refractory %",
    ],
  ] as const)(
    "%s leave out what lies outside or is not reported",
    (parameter, low, bare, over, field) => {
      expect(reason(cohort("low", low), over)).toMatchObject({
        parameter,
        text: expect.stringContaining(`${field} `),
      });
      expect(reason(cohort("bare", bare), over)?.text).toBe(`${field} not reported`);
      expect(reason(cohort("bare", bare), {})).toBeNull();
    },
  );

  it("min-n counts patients", () => {
    expect(reason(cohort("a", { n: 20 }), { minN: 20 })).toBeNull();
    expect(reason(cohort("a", { n: 19 }), { minN: 20 })?.text).toBe(
      "number of patients 19, outside 20-",
    );
    expect(reason(cohort("a", { n: null }), { minN: 20 })?.text).toMatch(/not reported/);
  });

  it("doses, phase, region and number of targets", () => {
    const one = cohort("a", { doses: "escalation", phase: "1/2", region: "cn" });
    expect(reason(one, { doses: "recommended" })?.text).toMatch(/dose escalation/);
    expect(reason(one, { phase: ["1-2", "2"] })).toBeNull();
    expect(reason(one, { phase: ["2"] })?.text).toBe("phase 1-2");
    expect(reason(one, { region: ["us"] })?.text).toBe("region cn");
    expect(reason(one, { dualTarget: "yes" })?.text).toBe("one target");
    expect(reason(cohort("b", { targets: ["bcma", "cd19"] }), { dualTarget: "no" })?.text).toBe(
      "two targets",
    );
  });
});

describe("filters by construct", () => {
  const construct = {
    bindingDomain: "camelid",
    vector: "lentiviral",
    costimulation: "4-1bb",
    source: "autologous",
    expansion: null,
    lymphodepletion: "cy-flu",
    detail: null,
  } as const;

  it.each([
    ["binding-domain", { bindingDomain: ["murine"] }, "binding domain camelid"],
    ["costimulation", { costimulation: ["cd28"] }, "costimulation 4-1bb"],
    ["vector", { vector: ["retroviral"] }, "vector lentiviral"],
    ["expansion", { expansion: ["anti-cd3"] }, "expansion not reported"],
    ["lymphodepletion", { lymphodepletion: ["cy"] }, "lymphodepletion cy-flu"],
  ] as const)("%s restrict CAR-T and leave bispecifics whole", (parameter, over, text) => {
    expect(reason(cohort("a", { construct }), over)).toEqual({ parameter, text });
    expect(reason(cohort("bare"), over)?.text).toMatch(/not reported$/);
    expect(reason(bispecific("b"), over)).toBeNull();
  });
});
