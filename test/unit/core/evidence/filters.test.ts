/** Tests which cohorts the filters of a question leave out, and for which reason. */
import { describe, expect, it } from "vitest";
import { findExclusionReason } from "#core/evidence/filters.ts";
import { filterNames, lookUpParameter } from "#core/question/parameter-values.ts";
import { makePropertyName, type Query } from "#core/question/query.ts";
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
const reason = (excludable: ComputeCohort, over: Partial<Query>, of = dataset) =>
  findExclusionReason(excludable, widestBut(over), of);

it("a question with every filter at its widest leaves out no cohort, whatever it lacks", () => {
  const bare = cohort("bare", {
    ...{ product: "unheard-of", year: null, medianAge: null, medianPriorLines: null },
    ...{ setting: "mixed", priorBcma: "required", evidence: "real-world" },
    ...{ regimen: "combination", targets: ["fcrh5"] },
  });
  expect(reason(bare, {})).toBeNull();
});

const of = (setting: "early" | "late" | "mixed", over: Partial<ComputeCohort> = {}) => ({
  ...{ setting, ...over },
});
const early = (over: Partial<ComputeCohort> = {}) => of("early", over);
const admitted = (min: number | null, max: number | null) => ({ admittedLines: { min, max } });
const enrolled = (...priorLinesRange: [number, number]) => ({ priorLinesRange });
const betamab = { therapyClass: "bsab", product: "betamab" } as const;
const deltamab = { ...betamab, product: "deltamab" } as const;
const series = { evidence: "real-world" } as const;
const otherClass = (therapyClass: "car-t" | "bsab") => ({ code: "other-class", therapyClass });
const otherProduct = { code: "other-product" };
const otherEvidence = (evidence: string) => ({ code: "other-evidence", evidence });
const otherSetting = (setting: string) => ({ code: "other-setting", setting });
const otherTarget = (...targets: string[]) => ({ code: "other-target", targets });
const otherLines = (kind: "enrolled" | "admitted", min: number, max: number) => ({
  ...{ code: "other-lines", of: kind, range: { min, max } },
});
type Kind = ComputeCohort["priorBcmaKinds"][number];
const kind = (name: Kind["kind"], n: number | null, directed = name !== "gprc5d"): Kind => ({
  ...{ kind: name, directed, n, of: 20, responders: null },
});
const after = (...priorBcmaKinds: Kind[]) => ({ priorBcma: "required" as const, priorBcmaKinds });
const notAfter = { code: "after-bcma", required: false };
const otherKinds = { code: "other-kinds", kinds: ["car-t"] };
const noKind = { code: "no-kind-printed" };
const few = (...printed: Kind[]) => ({ code: "few-of-kinds", printed });
const isAfter = { code: "after-bcma", required: true };
const withPriorBcma = (priorBcma: ComputeCohort["priorBcma"]) => ({ priorBcma });
const [alphaOnly, alphaAndDelta] = [["alpha-cel"], ["alpha-cel", "deltamab"]];

/** `null` if it is not left out. */
type Asked = [query: Partial<Query>, cohort: Partial<ComputeCohort>, why: object | null];

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
  // A filter on products restricts only the classes of which it names a product.
  product: [
    [{ product: alphaOnly }, {}, null],
    [{ product: alphaOnly }, { product: "gamma-cel" }, otherProduct],
    [{ product: alphaOnly }, betamab, null],
    [{ product: alphaAndDelta }, {}, null],
    [{ product: alphaAndDelta }, betamab, otherProduct],
    [{ product: alphaAndDelta }, deltamab, null],
  ],
  evidence: [
    [{ evidence: "trial" }, {}, null],
    [{ evidence: "trial" }, series, otherEvidence("real-world")],
    [{ evidence: "real-world" }, {}, otherEvidence("trial")],
    [{ evidence: "real-world" }, series, null],
    [{ evidence: "all" }, series, null],
  ],
  lines: [
    [{ lines: "3+" }, of("late"), null],
    [{ lines: "3+" }, early(), otherSetting("early")],
    [{ lines: "3+" }, of("mixed"), otherSetting("mixed")],
    // A few patients after one line do not make a late or mixed trial one of such patients.
    [{ lines: "1" }, of("late", enrolled(1, 9)), otherSetting("late")],
    [{ lines: "2" }, of("mixed", enrolled(1, 9)), otherSetting("mixed")],
    [{ lines: "1" }, early(enrolled(1, 3)), null],
    [{ lines: "1" }, early(enrolled(2, 4)), otherLines("enrolled", 2, 4)],
    [{ lines: "2" }, early(enrolled(2, 4)), null],
    [{ lines: "2" }, early(admitted(1, null)), null],
    [{ lines: "2" }, early(admitted(1, 1)), otherLines("admitted", 1, 1)],
    // The lines of enrolled patients decide before the lines that were admitted.
    [{ lines: "1" }, early({ ...enrolled(1, 3), ...admitted(2, null) }), null],
    // Neither the enrolled nor the admitted lines are known.
    [{ lines: "1" }, early(), null],
    [{ lines: "any" }, of("mixed"), null],
  ],
  // A named set of cohorts can ask for a setting.
  setting: [
    [{ setting: "late" }, of("late"), null],
    [{ setting: "late" }, of("mixed"), otherSetting("mixed")],
    [{ setting: "any" }, of("mixed"), null],
  ],
  regimen: [
    [{ regimen: "monotherapy" }, { regimen: "combination" }, { code: "combination" }],
    [{ regimen: "monotherapy" }, { regimen: "monotherapy" }, null],
  ],
  target: [
    [{ target: ["cd19"] }, { targets: ["bcma", "cd19"] }, null],
    [{ target: ["bcma"] }, { targets: ["gprc5d", "cd19"] }, otherTarget("gprc5d", "cd19")],
  ],
  "prior-bcma": [
    [{ priorBcma: ["not-selected"] }, withPriorBcma("none"), null],
    [{ priorBcma: ["not-selected"] }, withPriorBcma("some"), null],
    [{ priorBcma: ["not-selected"] }, withPriorBcma("unknown"), null],
    [{ priorBcma: ["not-selected"] }, after(), isAfter],
    [{ priorBcma: ["selected"] }, after(), null],
    [{ priorBcma: ["selected"] }, withPriorBcma("some"), notAfter],
    [{ priorBcma: ["selected"] }, withPriorBcma("none"), notAfter],
    [{ priorBcma: ["selected"] }, withPriorBcma("unknown"), notAfter],
    [{ priorBcma: ["any"] }, after(), null],
    // A kind that half of the patients had makes the trial one after that kind: here 10 of 20.
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 20)), null],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 10)), null],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 9)), few(kind("car-t", 9))],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 1)), few(kind("car-t", 1))],
    // That some patients had this kind does not tell how many.
    [{ priorBcma: ["car-t"] }, after(kind("car-t", null)), few(kind("car-t", null))],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 0)), otherKinds],
    [{ priorBcma: ["car-t"] }, after(kind("adc", 7)), otherKinds],
    // The largest of several kinds decides: their patients do not add up, because some had more than one kind.
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", 13), kind("car-t", 0)), null],
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", 3), kind("car-t", 12)), null],
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", null), kind("car-t", 12)), null],
    [
      { priorBcma: ["adc", "car-t"] },
      after(kind("adc", 8), kind("car-t", 9), kind("bispecific", 13)),
      few(kind("adc", 8), kind("car-t", 9)),
    ],
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", 8), kind("car-t", 0)), few(kind("adc", 8))],
    [{ priorBcma: ["gprc5d"] }, after(kind("gprc5d", 10)), null],
    [{ priorBcma: ["gprc5d"] }, after(kind("gprc5d", 2)), few(kind("gprc5d", 2))],
    [{ priorBcma: ["car-t"] }, after(), noKind],
    // CAR-T cells are a kind whatever their target; of a bispecific the target decides.
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 17, false)), null],
    [{ priorBcma: ["bispecific"] }, after(kind("bispecific", 17, false), kind("car-t", 2)), noKind],
    // If any kind counts, the numbers of the kinds do not matter.
    [{ priorBcma: ["selected"] }, after(kind("car-t", 1)), null],
    // Patients after a kind in a trial of any patients are no trial after it.
    [{ priorBcma: ["car-t"] }, { ...after(kind("car-t", 17)), ...withPriorBcma("some") }, notAfter],
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
  it.each(rows)("%j of %j: %j", (query, { id = "a", ...fields }, why) => {
    expect(reason(cohort(id, fields), query)).toEqual(why && { parameter, reason: why });
  });
});

it("a series of several products counts only if all of their targets are asked for", () => {
  const either = product("either", "car-t", { contains: ["x", "y"] });
  const ofEither = cohort("a", { product: "either", targets: ["bcma", "gprc5d"] });
  const data = datasetOf([], { products: [either] });
  expect(reason(ofEither, { target: ["bcma"] }, data)?.reason.code).toBe("other-target");
  expect(reason(ofEither, { target: ["bcma", "gprc5d"] }, data)).toBeNull();
});

/** Every filter that limits a number of a cohort, with that number. */
const ranges = filterNames.flatMap((name) => {
  const { filter } = lookUpParameter(name);
  return typeof filter === "object" ? [[name, filter.number] as const] : [];
});

describe.each(ranges)("%s", (parameter, field) => {
  const key = makePropertyName(parameter);
  const range = { min: 3, max: 5 };
  const isOutside = { code: "outside-range", field: parameter, range };

  it.each([
    [3, null],
    [4.5, null],
    [5, null],
    [2.5, { ...isOutside, value: 2.5 }],
    [5.5, { ...isOutside, value: 5.5 }],
    [null, { code: "field-not-reported", field: parameter }],
  ])("%d in 3-5: %j", (value, why) => {
    const against = reason(cohort("a", { [field]: value }), { [key]: range });
    expect(against).toEqual(why && { parameter, reason: why });
  });
});

const lines = (min: number) => ({ priorLines: { min, max: null } });
const dara = { partners: ["daratumumab"] };
const labels = [
  product("alone-mab", "bsab", {
    approvals: [
      approvedIn("us", lines(4)),
      approvedIn("eu", lines(3)),
      approvedIn("us", { ...lines(1), ...dara }),
      approvedIn("eu", { ...lines(1), ...dara, status: "pending", inForce: false }),
    ],
  }),
  product("china-cel", "car-t", { approvals: [approvedIn("cn")] }),
  product("nowhere-cel", "car-t", { approvals: [] }),
];
const alone = early({ product: "alone-mab" });
const combined = { ...alone, regimenPartners: ["daratumumab"] };

function byLabel(fields: Partial<ComputeCohort>, over: Partial<Query>) {
  const base: Partial<Query> = { labelled: "line", lines: "any", availability: ["us", "eu"] };
  return reason(cohort("a", fields), { ...base, ...over }, datasetOf([], { products: labels }));
}

it.each<[Partial<ComputeCohort>, Partial<Query>, string | null]>([
  // A product with some approval in one of the regions is sold there, whatever it is given with.
  [{ ...alone, regimenPartners: ["pomalidomide"] }, { labelled: "any" }, null],
  [{ product: "china-cel" }, { labelled: "any" }, "not-sold"],
  [{ product: "nowhere-cel" }, { labelled: "any" }, "not-sold"],
  [{ product: "unheard-of" }, { labelled: "any" }, "not-sold"],
  // Nothing is asked of a product that is asked for by name, nor where any is asked.
  [{ product: "china-cel" }, { product: ["china-cel"] }, null],
  [{ product: "nowhere-cel" }, { availability: ["any"] }, null],
  [alone, { lines: "1" }, "not-on-label"],
  [alone, {}, null],
  [combined, { lines: "1" }, null],
  [combined, { lines: "1", availability: ["eu"] }, "not-on-label"],
  [{ ...alone, setting: "late" }, { lines: "3+", availability: ["us"] }, null],
  [{ ...alone, regimenPartners: null }, { availability: ["us"] }, "not-on-label"],
  // No label is asked for where some approval is enough, of a product by name, of a publication, of
  // practice, and nowhere.
  [alone, { lines: "1", labelled: "any" }, null],
  [alone, { lines: "1", product: ["alone-mab"] }, null],
  [alone, { lines: "1", set: "made-2020" }, null],
  [{ ...alone, ...series }, { lines: "1" }, null],
  [alone, { lines: "1", availability: ["any"] }, null],
])("by its label %j for %j: %s", (fields, query, code) => {
  expect(byLabel(fields, query)?.reason.code ?? null).toBe(code);
});

it("a label names what each region says, on the day of the data", () => {
  const date = "2026-01-02";
  expect(byLabel(alone, { labelled: "any", availability: ["cn"] })).toEqual({
    parameter: "availability",
    reason: { code: "not-sold", regions: ["cn"], date },
  });
  expect(byLabel(alone, { lines: "1" })?.reason).toEqual({
    ...{ code: "not-on-label", lines: "1", date },
    labels: [
      { region: "us", status: "labelled-from-line", minPriorLines: 4 },
      { region: "eu", status: "labelled-from-line", minPriorLines: 3 },
    ],
  });
  expect(byLabel(combined, { lines: "2", availability: ["eu"] })?.reason).toMatchObject({
    labels: [{ region: "eu", status: "pending", minPriorLines: 1 }],
  });
});

it.each<[string, Partial<Query>]>([
  ["exclude", { exclude: ["b"], therapyClass: "car-t", evidence: "trial", lines: "3+" }],
  ["therapy-class", { therapyClass: "car-t", evidence: "trial", lines: "3+" }],
  ["evidence", { evidence: "trial", lines: "3+" }],
  ["lines", { lines: "3+", availability: ["eu"] }],
])("of several filters %s is named first", (parameter, query) => {
  expect(reason(bispecific("b", early(series)), query)?.parameter).toBe(parameter);
});

it("a named set leaves out whom it did not pool, by its name, if its cohorts are public", () => {
  const sets = [
    { id: "made-2020", name: "Made 2020", pins: {}, cohorts: ["a"], cohortsPooled: 2 },
    { id: "hidden-2021", name: "Hidden 2021", pins: {}, cohorts: null, cohortsPooled: null },
  ];
  const inSet = (id: string, set: string) => reason(cohort(id), { set }, datasetOf([], { sets }));
  expect(inSet("a", "made-2020")).toBeNull();
  expect(inSet("b", "made-2020")).toEqual({
    parameter: "set",
    reason: { code: "not-in-set", set: "Made 2020" },
  });
  expect(inSet("b", "hidden-2021")).toBeNull();
});
