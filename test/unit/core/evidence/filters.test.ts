import { describe, expect, it } from "vitest";
import { reasonAgainst } from "#core/evidence/filters.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import {
  approvedIn,
  bispecific,
  cohort,
  datasetOf,
  product,
  widestBut,
} from "../../../support/cohorts.ts";

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

describe("lines", () => {
  const early = { setting: "early" } as const;
  const admitted = (min: number | null, max: number | null) => ({ admittedLines: { min, max } });

  it.each([
    ["3+", { setting: "late" }, null],
    ["3+", early, { code: "other-setting", setting: "early" }],
    ["3+", { setting: "mixed" }, { code: "other-setting", setting: "mixed" }],
    // A few patients after one line do not make a late or mixed trial one of such patients.
    ["1", { setting: "late", priorLinesRange: [1, 9] }, { code: "other-setting", setting: "late" }],
    [
      "2",
      { setting: "mixed", priorLinesRange: [1, 9] },
      { code: "other-setting", setting: "mixed" },
    ],
    ["1", { ...early, priorLinesRange: [1, 3] }, null],
    [
      "1",
      { ...early, priorLinesRange: [2, 4] },
      { code: "other-lines", of: "enrolled", range: { min: 2, max: 4 } },
    ],
    ["2", { ...early, priorLinesRange: [2, 4] }, null],
    ["2", { ...early, ...admitted(1, null) }, null],
    [
      "2",
      { ...early, ...admitted(1, 1) },
      { code: "other-lines", of: "admitted", range: { min: 1, max: 1 } },
    ],
    // Those enrolled decide before those admitted.
    ["1", { ...early, priorLinesRange: [1, 3], ...admitted(2, null) }, null],
    // Neither is known.
    ["1", early, null],
    ["any", { setting: "mixed" }, null],
  ] as const)("%s with %j gives %j", (lines, over, why) => {
    const one = cohort("a", over as Partial<ComputeCohort>);
    expect(reason(one, { lines })?.reason ?? null).toEqual(why);
  });
});

describe("setting, of a named set", () => {
  it.each([
    ["late", "late", null],
    ["late", "mixed", { code: "other-setting", setting: "mixed" }],
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
});

describe("regimen", () => {
  it("leaves out combinations when monotherapy is asked for", () => {
    const one = cohort("a", { regimen: "combination" });
    expect(reason(one, { regimen: "monotherapy" })?.reason).toEqual({ code: "combination" });
  });
});

describe("target", () => {
  it("keeps a dual-target product when one of its targets is asked for", () => {
    expect(reason(cohort("a", { targets: ["bcma", "cd19"] }), { target: ["cd19"] })).toBeNull();
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
    expect(reason(cohort("a", { priorBcma }), { priorBcma: [asked] })?.reason ?? null).toEqual(why);
  });

  const kind = (name: "adc" | "bispecific" | "car-t" | "gprc5d", n: number | null) => ({
    kind: name,
    directed: name !== "gprc5d",
    n,
    of: 20,
    responders: null,
  });

  it.each([
    [["car-t"], "required", [kind("car-t", 7)], null],
    [["car-t"], "required", [kind("car-t", null)], null],
    [["car-t"], "required", [kind("car-t", 0)], { code: "other-kinds", kinds: ["car-t"] }],
    [["car-t"], "required", [kind("adc", 7)], { code: "other-kinds", kinds: ["car-t"] }],
    [["adc", "car-t"], "required", [kind("adc", 7), kind("car-t", 0)], null],
    [["gprc5d"], "required", [kind("gprc5d", 2)], null],
    [["car-t"], "required", [], { code: "no-kind-printed" }],
    // What is not stated to be directed at BCMA is of no kind here.
    [
      ["car-t"],
      "required",
      [{ ...kind("car-t", 7), directed: false }],
      { code: "no-kind-printed" },
    ],
    // Patients after a kind in a trial of any patients are no trial after it.
    [["car-t"], "some", [kind("car-t", 7)], { code: "after-bcma", required: false }],
  ] as const)("%j of a trial that is %s and prints %j gives %j", (asked, priorBcma, kinds, why) => {
    const one = cohort("a", { priorBcma, priorBcmaKinds: [...kinds] });
    expect(reason(one, { priorBcma: asked })?.reason ?? null).toEqual(why);
  });
});

const labels = [
  product("alone-mab", "bsab", {
    approvals: [
      approvedIn("us", { priorLines: { min: 4, max: null } }),
      approvedIn("eu", { priorLines: { min: 3, max: null } }),
      approvedIn("us", { partners: ["daratumumab"], priorLines: { min: 1, max: null } }),
      approvedIn("eu", {
        ...{ partners: ["daratumumab"], priorLines: { min: 1, max: null } },
        ...{ status: "pending", inForce: false },
      }),
    ],
  }),
  product("china-cel", "car-t", { approvals: [approvedIn("cn")] }),
  product("nowhere-cel", "car-t", { approvals: [] }),
];

function reasonByLabel(one: Partial<ComputeCohort>, over: Partial<Query>) {
  const base: Partial<Query> = { labelled: "line", lines: "any", availability: ["us", "eu"] };
  const data = datasetOf([], { products: labels });
  return reasonAgainst(cohort("a", one), widestBut({ ...base, ...over }), data);
}

describe("availability", () => {
  const any = { labelled: "any" } as const;

  it("keeps what has some approval in one of the regions, whatever it is given with", () => {
    const combined = { product: "alone-mab", regimenPartners: ["pomalidomide"] };
    expect(reasonByLabel(combined, any)).toBeNull();
    expect(reasonByLabel(combined, { ...any, availability: ["cn"] })).toEqual({
      parameter: "availability",
      reason: { code: "not-sold", regions: ["cn"], date: "2026-01-02" },
    });
  });

  it.each(["china-cel", "nowhere-cel", "unheard-of"])(
    "leaves out %s, which is not sold",
    (slug) => {
      expect(reasonByLabel({ product: slug }, any)?.reason.code).toBe("not-sold");
    },
  );

  it("asks nothing of a product that is asked for by name, nor where any is asked", () => {
    expect(reasonByLabel({ product: "china-cel" }, { product: ["china-cel"] })).toBeNull();
    expect(reasonByLabel({ product: "nowhere-cel" }, { availability: ["any"] })).toBeNull();
  });
});

describe("labelled", () => {
  const alone = { product: "alone-mab", setting: "early" } as const;
  const combined = { ...alone, regimenPartners: ["daratumumab"] };

  it.each([
    [alone, "1", ["us", "eu"], "not-on-label"],
    [alone, "any", ["us", "eu"], null],
    [combined, "1", ["us", "eu"], null],
    [combined, "1", ["eu"], "not-on-label"],
    [{ ...alone, setting: "late" }, "3+", ["us"], null],
    [{ ...alone, regimenPartners: null }, "any", ["us"], "not-on-label"],
  ] as const)("of %j for %s in %j: %s", (one, lines, availability, code) => {
    const found = reasonByLabel(one as Partial<ComputeCohort>, { lines, availability });
    expect(found?.reason.code ?? null).toBe(code);
  });

  it("names what each region says", () => {
    expect(reasonByLabel(alone, { lines: "1" })?.reason).toEqual({
      code: "not-on-label",
      lines: "1",
      labels: [
        { region: "us", status: "labelled-from-line", minPriorLines: 4 },
        { region: "eu", status: "labelled-from-line", minPriorLines: 3 },
      ],
      date: "2026-01-02",
    });
    expect(reasonByLabel(combined, { lines: "2", availability: ["eu"] })?.reason).toMatchObject({
      labels: [{ region: "eu", status: "pending", minPriorLines: 1 }],
    });
  });

  it.each([
    ["some approval is enough", alone, { labelled: "any" }],
    ["the product is asked for by name", alone, { product: ["alone-mab"] }],
    ["a publication is asked for", alone, { set: "made-2020" }],
    ["it is of practice", { ...alone, evidence: "real-world" }, {}],
    ["no region is asked for", alone, { availability: ["any"] }],
  ] as const)("is not asked where %s", (_, one, over) => {
    expect(reasonByLabel(one, { lines: "1", ...over })).toBeNull();
  });
});

describe("when several filters speak against a cohort", () => {
  it("the one the clinician set by hand is named", () => {
    const one = bispecific("b", { evidence: "real-world", setting: "early" });
    const over: Partial<Query> = {
      exclude: ["b"],
      therapyClass: "car-t",
      evidence: "trial",
      lines: "3+",
    };
    expect(reason(one, over)?.parameter).toBe("exclude");
    expect(reason(one, { ...over, exclude: [] })?.parameter).toBe("therapy-class");
    expect(reason(one, { evidence: "trial", lines: "3+" })?.parameter).toBe("evidence");
    expect(reason(one, { lines: "3+", availability: ["eu"] })?.parameter).toBe("lines");
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
