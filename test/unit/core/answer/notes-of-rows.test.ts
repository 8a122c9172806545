/** Tests when each note of a row is given, one line for each situation. `other-trials` has a file of its own. */
import { describe, expect, it } from "vitest";
import type { Outcome } from "#data/schema.ts";
import { crs, figure, icans, infection, infused, orr } from "../../../support/cohorts.ts";
import { entry } from "./entries.ts";
import {
  bispecifics,
  bsab,
  carT,
  codes,
  describeNote,
  group,
  noCarT,
  numbers,
  ofRow,
  type RowParts,
  usual,
  vgpr,
} from "./noted.ts";

type Group = ReturnType<typeof group>;

const missing = (over: Partial<Group>, outcome: Outcome = orr) =>
  ofRow({ outcome, bsab: { ...bispecifics, ...over } });
const empty = { entries: [], missing: ["betamab"] };

describeNote("figures-missing", [
  [
    "trials without a figure, and products that the number does not hold",
    missing({ pool: numbers(2, 5), missingProducts: ["deltamab"] }),
    [{ group: "bsab", k: 2, of: 5, products: ["deltamab"] }],
  ],
  ["no figure", missing({ ...empty, pool: numbers(0, 3) }), [{ k: 0, of: 3 }]],
  ["a product alone", missing({ missingProducts: ["deltamab"] }), [{ products: ["deltamab"] }]],
  ["nothing missing", missing({}), []],
  ["nothing selected", missing({ entries: [], pool: numbers(0, 0) }), []],
  ["a class that cannot have it", missing({ entries: [], pool: numbers(0, 4) }, infused), []],
]);

function followed(id: string, months: readonly (number | null)[], over: Partial<Group> = {}) {
  const entryFor = id === "bsab" ? bsab : (name: string) => entry({ id: name });
  const entries = months.map((followUpMonths, index) => ({
    ...entryFor(`${id}${index}`),
    followUpMonths,
  }));
  return group(id, entries, over);
}
const infections = (a: Group, b: Group) => ofRow({ outcome: infection, groups: [a, b] });
const practice = followed("practice", [24], { classes: ["car-t"] });

describeNote("follow-up", [
  [
    "of what accumulates, both sides",
    infections(followed("car-t", [12, 12]), followed("bsab", [24, 24])),
    [{ classesDiffer: true, groups: [{ group: "car-t", months: 12 }, { months: 24 }] }],
  ],
  [
    "known for fewer than half",
    infections(followed("car-t", [12, null, null]), followed("bsab", [24, 24])),
    [{ groups: [{ months: null }, { months: 24 }] }],
  ],
  ["one class", infections(followed("trial", [12]), practice), [{ classesDiffer: false }]],
  ["what does not accumulate", ofRow({ bsab: followed("bsab", [24]) }), []],
  ["one side alone", infections(followed("car-t", [12]), group("bsab", [])), []],
]);

it("infections name who was enrolled before and after vaccines, and count what is not stated", () => {
  const enrolled = (["before", "across", "after"] as const).map((covidVaccines, index) =>
    entry({ id: "abc".charAt(index), covidVaccines }),
  );
  const silent = entry({ id: "d", figures: [figure("immunoglobulin-replacement", 3, 10)] });
  const groups = [group("car-t", [...enrolled, silent])];
  expect(ofRow({ outcome: infection, groups })).toContainEqual({
    code: "infections",
    ...{ before: ["A"], across: ["B"], after: ["C"] },
    ...{ notStated: 1, immunoglobulin: 1, cohorts: 4 },
  });
});

const graded = (outcome: Outcome, ...figures: Parameters<typeof entry>[1][]) => {
  const entries = figures.map((printed, index) => entry({ id: `g${index}` }, printed));
  return ofRow({ outcome, groups: [group("car-t", entries)] });
};
const [astct, lee, ctcae] = (["astct", "lee", "ctcae"] as const).map((grading) => ({ grading }));

describeNote("grading", [
  ["two scales", graded(crs, lee, astct), [{ scales: ["astct", "lee"] }]],
  ["an older scale alone", graded(crs, lee), [{ scales: ["lee"], unstated: 0 }]],
  [
    "a scale that is not stated beside one that is",
    graded(icans, astct, {}),
    [{ scales: ["astct"], unstated: 1, figures: 2 }],
  ],
  ["two of another outcome", graded(infection, astct, ctcae), [{ scales: ["astct", "ctcae"] }]],
  [
    "neurotoxicity in place of ICANS",
    graded(icans, { outcome: "neurotoxicity-3", grading: "astct" }),
    [{ broad: ["G0"] }],
  ],
  ["the scale of today alone", graded(crs, astct, astct), []],
  ["scales that nobody states", graded(crs, {}, {}), []],
  ["one scale of another outcome", graded(infection, ctcae), []],
]);

const fatalApart = {
  ...{ outcome: "death-infection", label: "Death from infection", studies: [] },
  notReported: [{ cohort: "b", label: "B", product: "alpha-cel" }],
};
const counting = (fatal: typeof fatalApart | null) =>
  ofRow({
    grades: { trials: 1, withoutDeaths: 1, withDeaths: 0, notReported: 0, ungraded: 0, fatal },
  });

describeNote("deaths-apart", [
  [
    "of trials without deaths among their counts",
    counting(fatalApart),
    [{ label: "Death from infection", reported: [], notReported: ["B"] }],
  ],
  ["where none are counted anywhere", counting(null), []],
  ["of any grade", ofRow(), []],
]);

const combined = (...ids: string[]) =>
  group(
    "bsab",
    ids.map((id) => bsab(id, { regimen: "combination" })),
  );
const some = group("bsab", [...combined("c").entries, bsab("d")]);

describeNote("regimen", [
  [
    "beside one alone",
    ofRow({ bsab: combined("c", "d") }),
    [{ combined: ["bsab"], alone: ["car-t"] }],
  ],
  ["by itself", ofRow({ carT: noCarT, bsab: combined("c") }), [{ combined: ["bsab"], alone: [] }]],
  ["none such", ofRow(), []],
  ["some of a group", ofRow({ bsab: some }), []],
]);

type Counted = "randomised" | "efficacy-evaluable" | "safety" | "leukapheresed";
const over = (population: Counted, more: RowParts = {}) =>
  ofRow({ carT: group("car-t", [entry({ id: "p", label: "Other" }, { population })]), ...more });
const nobody = { denominator: "treated", treated: false, randomised: [], evaluable: [] };

describeNote("patients-counted", [
  ["the randomised", over("randomised"), [{ ...nobody, randomised: ["Other"], collected: null }]],
  ["the evaluable", over("efficacy-evaluable"), [{ ...nobody, evaluable: ["Other"] }]],
  ["the treated", over("safety"), []],
  ["an outcome that names its patients", over("leukapheresed", { outcome: infused }), []],
]);

const cutOf = (cut: string, query = usual) => {
  const counted = entry({ id: "v", figures: [figure("orr", 60, 100)] }, { outcome: "vgpr", cut });
  return ofRow({ outcome: vgpr, carT: group("car-t", [counted]) }, query);
};

describeNote("cuts-and-overlap", [
  [
    "trials that share patients with pooled ones",
    ofRow({ bsab: { ...bispecifics, dropped: 2 } }),
    [{ cuts: [], dropped: [{ group: "bsab", cohorts: 2 }], settled: true }],
  ],
  [
    "others may hold more patients",
    ofRow({ carT: { ...carT, settled: false } }),
    [{ settled: false }],
  ],
  ["a figure of another cut than its whole", cutOf("later"), [{ cuts: ["V"], dropped: [] }]],
  ["a figure of the same cut", cutOf("primary"), []],
  ["a set that names its cuts", cutOf("later", { ...usual, cut: "as-published" }), []],
  ["nothing left out", ofRow(), []],
]);

describe("a row", () => {
  it("with nothing to say, or without a figure, has no notes", () => {
    const none = (id: string) => group(id, [], { pool: numbers(0, 2) });
    expect(ofRow()).toEqual([]);
    expect(ofRow({ carT: none("car-t"), bsab: none("bsab") })).toEqual([]);
  });

  it("says what weighs most first", () => {
    const notes = ofRow({
      outcome: infection,
      carT: { ...carT, missingProducts: ["gamma-cel"], dropped: 1 },
      bsab: combined("c"),
    });
    const order = ["figures-missing", "follow-up", "infections", "regimen", "cuts-and-overlap"];
    expect(codes(notes)).toEqual(order);
  });
});
