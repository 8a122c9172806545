import { describe, expect, it } from "vitest";
import { reasonAgainst } from "#core/evidence/filters.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bispecific, cohort, datasetOf, widestBut } from "../../../support/cohorts.ts";

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
      reason: { code: "by-hand" },
    });
  });

  it("keeps a cohort whose id only begins the same", () => {
    expect(reason(cohort("a-2"), { exclude: ["a"] })).toBeNull();
  });
});

describe("therapy-class", () => {
  it.each([
    ["car-t", "car-t", null],
    ["car-t", "bsab", { code: "other-class", therapyClass: "bsab" }],
    ["bsab", "bsab", null],
    ["bsab", "car-t", { code: "other-class", therapyClass: "car-t" }],
    ["both", "car-t", null],
    ["both", "bsab", null],
  ] as const)("%s with a %s cohort gives %j", (asked, therapyClass, why) => {
    const one = cohort("a", { therapyClass });
    expect(reason(one, { therapyClass: asked })?.reason ?? null).toEqual(why);
  });
});

describe("product", () => {
  it("keeps the product it names", () => {
    expect(reason(cohort("a"), { product: ["alpha-cel"] })).toBeNull();
  });

  it("leaves out another product of the same class", () => {
    expect(reason(cohort("a", { product: "gamma-cel" }), { product: ["alpha-cel"] })).toEqual({
      parameter: "product",
      reason: { code: "other-product" },
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
    ["trial", "real-world", { code: "other-evidence", evidence: "real-world" }],
    ["real-world", "trial", { code: "other-evidence", evidence: "trial" }],
    ["real-world", "real-world", null],
    ["all", "real-world", null],
  ] as const)("%s with a %s cohort gives %j", (asked, evidence, why) => {
    const found = reason(cohort("a", { evidence }), { evidence: asked });
    expect(found?.reason ?? null).toEqual(why);
  });
});

describe("setting", () => {
  it.each([
    ["late", "late", null],
    ["late", "early", { code: "other-setting", setting: "early" }],
    ["late", "mixed", { code: "other-setting", setting: "mixed" }],
    ["early", "early", null],
    ["early", "mixed", { code: "other-setting", setting: "mixed" }],
    ["any", "mixed", null],
  ] as const)("%s with a %s cohort gives %j", (asked, setting, why) => {
    expect(reason(cohort("a", { setting }), { setting: asked })?.reason ?? null).toEqual(why);
  });
});

describe.each([
  ["prior-lines", "priorLines", "medianPriorLines"],
  ["age", "age", "medianAge"],
] as const)("%s", (parameter, key, field) => {
  const range = { min: 3, max: 5 };

  it.each([3, 4.5, 5])("keeps a median of %d in 3-5", (median) => {
    expect(reason(cohort("a", { [field]: median }), { [key]: range })).toBeNull();
  });

  it.each([2.5, 5.5])("names a median of %d outside 3-5", (median) => {
    expect(reason(cohort("a", { [field]: median }), { [key]: range })).toEqual({
      parameter,
      reason: { code: "outside-range", field: parameter, value: median, range },
    });
  });

  it("leaves out a cohort that does not report it, with that reason", () => {
    expect(reason(cohort("a", { [field]: null }), { [key]: range })).toEqual({
      parameter,
      reason: { code: "field-not-reported", field: parameter },
    });
  });

  it("leaves out nobody for not reporting it while the user asks for no range", () => {
    expect(reason(cohort("a", { [field]: null }), { [key]: null })).toBeNull();
  });

  it("does not take an unreported median for zero", () => {
    const upTo = { min: null, max: 4 };
    expect(reason(cohort("a", { [field]: null }), { [key]: upTo })?.reason).toEqual({
      code: "field-not-reported",
      field: parameter,
    });
  });
});

describe("regimen", () => {
  it("leaves out combinations when monotherapy is asked for", () => {
    const one = cohort("a", { regimen: "combination" });
    expect(reason(one, { regimen: "monotherapy" })?.reason).toEqual({ code: "combination" });
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

  it("keeps a series of several products only if all of their targets are asked for", () => {
    const [first, ...others] = dataset.products;
    if (first === undefined) throw new Error("no product");
    const products = [{ ...first, slug: "either", contains: ["x", "y"] }, first, ...others];
    const series = cohort("a", { product: "either", targets: ["bcma", "gprc5d"] });
    const why = (over: Partial<Query>) =>
      reasonAgainst(series, widestBut(over), { ...dataset, products })?.reason.code ?? null;
    expect(why({ target: ["bcma"] })).toBe("other-target");
    expect(why({ target: ["bcma", "gprc5d"] })).toBeNull();
  });

  it("names the targets of a cohort it leaves out", () => {
    expect(reason(cohort("a", { targets: ["gprc5d", "cd19"] }), { target: ["bcma"] })).toEqual({
      parameter: "target",
      reason: { code: "other-target", targets: ["gprc5d", "cd19"] },
    });
  });
});

describe("prior-bcma", () => {
  it.each([
    ["not-selected", "none", null],
    ["not-selected", "some", null],
    ["not-selected", "unknown", null],
    ["not-selected", "required", { code: "after-bcma", required: true }],
    ["selected", "required", null],
    ["selected", "some", { code: "after-bcma", required: false }],
    ["selected", "none", { code: "after-bcma", required: false }],
    ["selected", "unknown", { code: "after-bcma", required: false }],
    ["any", "required", null],
  ] as const)("%s with %s gives %j", (asked, priorBcma, why) => {
    expect(reason(cohort("a", { priorBcma }), { priorBcma: asked })?.reason ?? null).toEqual(why);
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
      reason: { code: "not-approved", region: "approved", date: "2026-01-02" },
    });
  });

  it("a region names itself", () => {
    expect(reason(cohort("a"), { availability: "eu" })?.reason).toEqual({
      code: "not-approved",
      region: "eu",
      date: "2026-01-02",
    });
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
      reason: { code: "not-in-set", set: "Made 2020" },
    });
  });

  it("whose cohorts are not public leaves the choice to its filters", () => {
    expect(inSet("b", "hidden-2021")).toBeNull();
  });
});

describe("filters by the cohort's own numbers", () => {
  it.each([
    ["year", { year: 2020 }, { year: null }, { year: { min: 2022, max: null } }],
    [
      "high-risk",
      { highRiskCytogeneticsPercent: 10 },
      { highRiskCytogeneticsPercent: null },
      { highRisk: { min: 30, max: null } },
    ],
    [
      "emd",
      { extramedullaryPercent: 10 },
      { extramedullaryPercent: null },
      { emd: { min: 30, max: null } },
    ],
  ] as const)("%s leave out what lies outside or is not reported", (parameter, low, bare, over) => {
    const [value] = Object.values(low);
    const [range] = Object.values(over);
    expect(reason(cohort("low", low), over)).toEqual({
      parameter,
      reason: { code: "outside-range", field: parameter, value, range },
    });
    expect(reason(cohort("bare", bare), over)).toEqual({
      parameter,
      reason: { code: "field-not-reported", field: parameter },
    });
    expect(reason(cohort("bare", bare), {})).toBeNull();
  });
});

describe("doses", () => {
  it("that were not all taken forward are left out where only those are asked for", () => {
    const one = cohort("a", { doses: "escalation" });
    expect(reason(one, { doses: "recommended" })?.reason).toEqual({ code: "dose-escalation" });
    expect(reason(one, { doses: "given" })).toBeNull();
    const low = cohort("low", { doses: "other" });
    expect(reason(low, { doses: "given" })?.reason).toEqual({ code: "other-dose" });
    expect(reason(low, { doses: "recommended" })?.reason).toEqual({ code: "other-dose" });
    expect(reason(low, { doses: "any" })).toBeNull();
  });
});
