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
      year: null,
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

const early = { setting: "early" } as const;
const admitted = (min: number | null, max: number | null) => ({ admittedLines: { min, max } });
const enrolled = (...priorLinesRange: [number, number]) => ({ priorLinesRange });
const betamab = { therapyClass: "bsab", product: "betamab" } as const;
const otherClass = (therapyClass: "car-t" | "bsab") => ({ code: "other-class", therapyClass });
const otherSetting = (setting: "early" | "late" | "mixed") => ({ code: "other-setting", setting });
const otherLines = (of: "enrolled" | "admitted", min: number, max: number) => ({
  ...{ code: "other-lines", of, range: { min, max } },
});
const kind = (name: "adc" | "bispecific" | "car-t" | "gprc5d", n: number | null) => ({
  ...{ kind: name, directed: name !== "gprc5d", n, of: 20, responders: null },
});
const after = (...priorBcmaKinds: ReturnType<typeof kind>[]) => ({
  ...{ priorBcma: "required" as const, priorBcmaKinds },
});
const notAfter = { code: "after-bcma", required: false };
const otherKinds = { code: "other-kinds", kinds: ["car-t"] };

/** What is asked, of which cohort, and why that is left out; `null` if it is not. */
type Asked = [query: Partial<Query>, one: Partial<ComputeCohort>, why: object | null];

const byFilter: Readonly<Record<string, readonly Asked[]>> = {
  exclude: [
    [{ exclude: ["b", "a"] }, { id: "a" }, { code: "by-hand" }],
    [{ exclude: ["a"] }, { id: "a-2" }, null],
  ],
  "therapy-class": [
    [{ therapyClass: "car-t" }, {}, null],
    [{ therapyClass: "car-t" }, betamab, otherClass("bsab")],
    [{ therapyClass: "bsab" }, betamab, null],
    [{ therapyClass: "bsab" }, {}, otherClass("car-t")],
    [{ therapyClass: "both" }, {}, null],
    [{ therapyClass: "both" }, betamab, null],
  ],
  // It only restricts the classes of which it names a product.
  product: [
    [{ product: ["alpha-cel"] }, {}, null],
    [{ product: ["alpha-cel"] }, { product: "gamma-cel" }, { code: "other-product" }],
    [{ product: ["alpha-cel"] }, betamab, null],
    [{ product: ["alpha-cel", "deltamab"] }, {}, null],
    [{ product: ["alpha-cel", "deltamab"] }, betamab, { code: "other-product" }],
    [{ product: ["alpha-cel", "deltamab"] }, { ...betamab, product: "deltamab" }, null],
  ],
  evidence: [
    [{ evidence: "trial" }, { evidence: "trial" }, null],
    [
      { evidence: "trial" },
      { evidence: "real-world" },
      { code: "other-evidence", evidence: "real-world" },
    ],
    [
      { evidence: "real-world" },
      { evidence: "trial" },
      { code: "other-evidence", evidence: "trial" },
    ],
    [{ evidence: "real-world" }, { evidence: "real-world" }, null],
    [{ evidence: "all" }, { evidence: "real-world" }, null],
  ],
  lines: [
    [{ lines: "3+" }, { setting: "late" }, null],
    [{ lines: "3+" }, early, otherSetting("early")],
    [{ lines: "3+" }, { setting: "mixed" }, otherSetting("mixed")],
    // A few patients after one line do not make a late or mixed trial one of such patients.
    [{ lines: "1" }, { setting: "late", ...enrolled(1, 9) }, otherSetting("late")],
    [{ lines: "2" }, { setting: "mixed", ...enrolled(1, 9) }, otherSetting("mixed")],
    [{ lines: "1" }, { ...early, ...enrolled(1, 3) }, null],
    [{ lines: "1" }, { ...early, ...enrolled(2, 4) }, otherLines("enrolled", 2, 4)],
    [{ lines: "2" }, { ...early, ...enrolled(2, 4) }, null],
    [{ lines: "2" }, { ...early, ...admitted(1, null) }, null],
    [{ lines: "2" }, { ...early, ...admitted(1, 1) }, otherLines("admitted", 1, 1)],
    // Those enrolled decide before those admitted.
    [{ lines: "1" }, { ...early, ...enrolled(1, 3), ...admitted(2, null) }, null],
    // Neither is known.
    [{ lines: "1" }, early, null],
    [{ lines: "any" }, { setting: "mixed" }, null],
  ],
  // Of a named set.
  setting: [
    [{ setting: "late" }, { setting: "late" }, null],
    [{ setting: "late" }, { setting: "mixed" }, otherSetting("mixed")],
    [{ setting: "any" }, { setting: "mixed" }, null],
  ],
  regimen: [
    [{ regimen: "monotherapy" }, { regimen: "combination" }, { code: "combination" }],
    [{ regimen: "monotherapy" }, { regimen: "monotherapy" }, null],
  ],
  target: [
    [{ target: ["cd19"] }, { targets: ["bcma", "cd19"] }, null],
    [
      { target: ["bcma"] },
      { targets: ["gprc5d", "cd19"] },
      { code: "other-target", targets: ["gprc5d", "cd19"] },
    ],
  ],
  "prior-bcma": [
    [{ priorBcma: ["not-selected"] }, { priorBcma: "none" }, null],
    [{ priorBcma: ["not-selected"] }, { priorBcma: "some" }, null],
    [{ priorBcma: ["not-selected"] }, { priorBcma: "unknown" }, null],
    [{ priorBcma: ["not-selected"] }, after(), { code: "after-bcma", required: true }],
    [{ priorBcma: ["selected"] }, after(), null],
    [{ priorBcma: ["selected"] }, { priorBcma: "some" }, notAfter],
    [{ priorBcma: ["selected"] }, { priorBcma: "none" }, notAfter],
    [{ priorBcma: ["selected"] }, { priorBcma: "unknown" }, notAfter],
    [{ priorBcma: ["any"] }, after(), null],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 7)), null],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", null)), null],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 0)), otherKinds],
    [{ priorBcma: ["car-t"] }, after(kind("adc", 7)), otherKinds],
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", 7), kind("car-t", 0)), null],
    [{ priorBcma: ["gprc5d"] }, after(kind("gprc5d", 2)), null],
    [{ priorBcma: ["car-t"] }, after(), { code: "no-kind-printed" }],
    // CAR-T cells are a kind whatever their target; of a bispecific the target decides.
    [{ priorBcma: ["car-t"] }, after({ ...kind("car-t", 7), directed: false }), null],
    [
      { priorBcma: ["bispecific"] },
      after({ ...kind("bispecific", 7), directed: false }, kind("car-t", 2)),
      { code: "no-kind-printed" },
    ],
    // Patients after a kind in a trial of any patients are no trial after it.
    [{ priorBcma: ["car-t"] }, { ...after(kind("car-t", 7)), priorBcma: "some" }, notAfter],
  ],
  doses: [
    [{ doses: "recommended" }, { doses: "escalation" }, { code: "dose-escalation" }],
    [{ doses: "given" }, { doses: "escalation" }, null],
    [{ doses: "given" }, { doses: "other" }, { code: "other-dose" }],
    [{ doses: "recommended" }, { doses: "other" }, { code: "other-dose" }],
    [{ doses: "any" }, { doses: "other" }, null],
  ],
};

describe.each(Object.entries(byFilter))("%s", (parameter, rows) => {
  it.each(rows)("%j of %j: %j", (query, { id = "a", ...one }, why) => {
    expect(reason(cohort(id, one), query)).toEqual(why && { parameter, reason: why });
  });
});

it("a series of several products counts only if all of their targets are asked for", () => {
  const [first, ...others] = dataset.products;
  if (first === undefined) throw new Error("no product");
  const products = [{ ...first, slug: "either", contains: ["x", "y"] }, first, ...others];
  const series = cohort("a", { product: "either", targets: ["bcma", "gprc5d"] });
  const why = (over: Partial<Query>) =>
    reasonAgainst(series, widestBut(over), { ...dataset, products })?.reason.code ?? null;
  expect(why({ target: ["bcma"] })).toBe("other-target");
  expect(why({ target: ["bcma", "gprc5d"] })).toBeNull();
});

describe.each([
  ["prior-lines", "priorLines", "medianPriorLines"],
  ["age", "age", "medianAge"],
  ["year", "year", "year"],
  ["high-risk", "highRisk", "highRiskCytogeneticsPercent"],
  ["emd", "emd", "extramedullaryPercent"],
] as const)("%s", (parameter, key, field) => {
  const range = { min: 3, max: 5 };

  it.each([3, 4.5, 5])("keeps %d in 3-5", (value) => {
    expect(reason(cohort("a", { [field]: value }), { [key]: range })).toBeNull();
  });

  it.each([2.5, 5.5])("names %d outside 3-5", (value) => {
    expect(reason(cohort("a", { [field]: value }), { [key]: range })).toEqual({
      parameter,
      reason: { code: "outside-range", field: parameter, value, range },
    });
  });

  it("leaves out a cohort that does not report it, with that reason", () => {
    expect(reason(cohort("a", { [field]: null }), { [key]: range })).toEqual({
      parameter,
      reason: { code: "field-not-reported", field: parameter },
    });
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
