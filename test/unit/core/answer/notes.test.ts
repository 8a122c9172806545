/** When each note is said, one line a situation, and where it stands. `other-trials` has a file of its own. */
import { describe, expect, it } from "vitest";
import type { Note, NoteCode } from "#core/answer/note-values.ts";
import {
  answerNotes,
  areApart,
  maySayFirst,
  type NotedAnswer,
  type NotedRow,
  placeOfNote,
  rowNotes,
  spreadOf,
} from "#core/answer/notes.ts";
import type { Entry } from "#core/evidence/gather.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bcmaKinds } from "#data/earlier-kinds.ts";
import type { Outcome } from "#data/schema.ts";
import { entry } from "../../../support/answers.ts";
import {
  bispecific,
  cohort,
  crs,
  datasetOf,
  figure,
  icans,
  infection,
  infused,
  orr,
  outcome,
  widestBut,
} from "../../../support/cohorts.ts";
import { forAnyQuestion } from "./any-question.ts";

type Group = NotedRow["groups"][number];

const others: Partial<Query> = { lines: "3+", evidence: "trial", priorBcma: ["not-selected"] };
const usual = widestBut(others);

/** A bispecific with its figure. */
const bsab = (id: string, over: Partial<ComputeCohort> = {}, ...more: Measured) =>
  entry(bispecific(id, over), ...more);

type Measured = [Parameters<typeof entry>[1]?];

function numbers(k: number, trials: number, of: number): Group["pool"] {
  return { k, trials, of, estimate: k === 0 ? null : 0.5 };
}

/** A group whose selected trials all have a figure. */
function group(id: string, entries: readonly Entry[], over: Partial<Group> = {}): Group {
  const trials = new Set(entries.map((one) => one.cohort.trial)).size;
  return {
    id,
    classes: [id === "bsab" ? "bsab" : "car-t"],
    entries,
    missing: [],
    pool: numbers(entries.length, trials, trials),
    dropped: 0,
    settled: true,
    ...over,
  };
}

/** Two trials a side of which there is nothing to say. */
const carT = group("car-t", [entry({ id: "a" }), entry({ id: "b" })]);
const bispecifics = group("bsab", [bsab("c"), bsab("d")]);

function row(over: Partial<NotedRow> & { carT?: Group; bsab?: Group } = {}): NotedRow {
  const { carT: a = carT, bsab: b = bispecifics, ...rest } = over;
  return { outcome: orr, groups: [a, b], ...rest };
}

const outcomes = [orr, crs, infection, infused, outcome("vgpr", { partOf: "orr" })];

type Asked = Partial<Omit<NotedAnswer, "dataset">> & { cohorts?: readonly ComputeCohort[] };

/** @param cohorts Those of the data; without them, those that are selected. */
function answer({ query = usual, rows = [row()], set = null, ...more }: Asked = {}): NotedAnswer {
  const {
    groups = (rows[0]?.groups ?? []).map(({ id, entries }) => ({
      id,
      cohorts: entries.map((one) => one.cohort),
    })),
  } = more;
  const cohorts = [...(more.cohorts ?? groups.flatMap((one) => one.cohorts))];
  return { query, rows, groups, set, dataset: datasetOf(cohorts, { outcomes }) };
}

const ofRow = (over: Parameters<typeof row>[0] = {}, query: Query = usual): Note[] => {
  const one = row(over);
  return rowNotes(one, answer({ rows: [one], query }));
};

const ofAnswer = (one: Asked = {}): Note[] => answerNotes(answer(one));

/** The notes of an answer with this one row. */
const ofOne = (over: Parameters<typeof row>[0], query: Query = usual): Note[] =>
  ofAnswer({ rows: [row(over)], query });

const codes = (notes: readonly Note[]): NoteCode[] => notes.map(({ code }) => code);

/** The notes in a situation, and the values of those with the code: none where it is not said. */
type Situation = [situation: string, notes: Note[], said: readonly object[]];

function describeNote(code: NoteCode, situations: readonly Situation[]): void {
  describe(code, () => {
    it.each(situations)("%s", (_, notes, said) => {
      expect(notes.filter((one) => one.code === code)).toMatchObject(said);
    });
  });
}

const missing = (over: Partial<Group>, outcome: Outcome = orr) =>
  ofRow({ outcome, bsab: { ...bispecifics, ...over } });

describeNote("figures-missing", [
  [
    "trials without a figure, and products that the number does not hold",
    missing({ pool: numbers(3, 2, 5), missing: ["deltamab"] }),
    [{ group: "bsab", k: 3, trials: 2, of: 5, products: ["deltamab"] }],
  ],
  [
    "no trial with a figure",
    missing({ entries: [], pool: numbers(0, 0, 3), missing: ["betamab"] }),
    [{ k: 0, trials: 0, of: 3 }],
  ],
  ["a product alone", missing({ missing: ["deltamab"] }), [{ products: ["deltamab"] }]],
  ["nothing missing", missing({}), []],
  ["nothing selected", missing({ entries: [], pool: numbers(0, 0, 0) }), []],
  ["a class that cannot have it", missing({ entries: [], pool: numbers(0, 0, 4) }, infused), []],
]);

const followed = (id: string, months: readonly (number | null)[], over: Partial<Group> = {}) =>
  group(
    id,
    months.map((followUpMonths, index) => ({
      ...(id === "bsab" ? bsab(`${id}${index}`) : entry({ id: `${id}${index}` })),
      followUpMonths,
    })),
    over,
  );
const infectionsOf = (a: Group, b: Group) => ofRow({ outcome: infection, carT: a, bsab: b });

describeNote("follow-up", [
  [
    "of what accumulates, both sides",
    infectionsOf(followed("car-t", [12, 12]), followed("bsab", [24, 24])),
    [
      {
        classesDiffer: true,
        groups: [
          { group: "car-t", months: 12 },
          { group: "bsab", months: 24 },
        ],
      },
    ],
  ],
  [
    "known for fewer than half",
    infectionsOf(followed("car-t", [12, null, null]), followed("bsab", [24, 24])),
    [{ groups: [{ months: null }, { months: 24 }] }],
  ],
  [
    "groups of one class",
    infectionsOf(
      followed("trial", [12]),
      followed("real-world", [24], { classes: ["car-t"] as const }),
    ),
    [{ classesDiffer: false }],
  ],
  [
    "what does not accumulate",
    ofRow({ carT: followed("car-t", [12]), bsab: followed("bsab", [24]) }),
    [],
  ],
  ["one side alone", infectionsOf(followed("car-t", [12]), group("bsab", [])), []],
]);

describe("infections", () => {
  const carT = group("car-t", [
    entry({ id: "a", covidVaccines: "before" }),
    entry({ id: "b", covidVaccines: "across" }),
    entry({ id: "c", covidVaccines: "after" }),
    entry({ id: "d", figures: [figure("immunoglobulin-replacement", 3, 10)] }),
  ]);

  it("name who was enrolled before and after vaccines, and count what is not stated", () => {
    expect(ofRow({ outcome: infection, groups: [carT] })).toContainEqual({
      code: "infections",
      ...{ before: ["A"], across: ["B"], after: ["C"] },
      ...{ notStated: 1, immunoglobulin: 1, cohorts: 4 },
    });
  });
});

const graded = (outcome: Outcome, ...figures: Measured[0][]) => {
  const entries = figures.map((one, index) => entry({ id: `g${index}` }, one));
  return ofRow({ outcome, groups: [group("car-t", entries)] });
};

describeNote("grading", [
  [
    "two scales",
    graded(crs, { grading: "lee" }, { grading: "astct" }),
    [{ scales: ["astct", "lee"] }],
  ],
  ["an older scale alone", graded(crs, { grading: "lee" }), [{ scales: ["lee"], unstated: 0 }]],
  [
    "a scale that is not stated beside one that is",
    graded(icans, { grading: "astct" }, {}),
    [{ scales: ["astct"], unstated: 1, figures: 2 }],
  ],
  [
    "two scales of another outcome",
    graded(infection, { grading: "astct" }, { grading: "ctcae" }),
    [{ scales: ["astct", "ctcae"] }],
  ],
  [
    "figures without grade 5 beside others",
    graded(infection, { grades: "3-4" }, { grades: "3-5" }),
    [{ scales: [], unstated: 0, deaths: "some" }],
  ],
  ["figures without grade 5 only", graded(infection, { grades: "3-4" }), [{ deaths: "none" }]],
  [
    "neurotoxicity in place of ICANS",
    graded(icans, { outcome: "neurotoxicity-3", grading: "astct" }),
    [{ broad: ["G0"], deaths: "all" }],
  ],
  ["the scale of today alone", graded(crs, { grading: "astct" }, { grading: "astct" }), []],
  ["scales that nobody states", graded(crs, {}, {}), []],
  ["one scale of another outcome", graded(infection, { grading: "ctcae" }, {}), []],
  ["figures with grade 5", graded(infection, { grades: "3-5" }), []],
]);

const combined = (id: string) => bsab(id, { regimen: "combination" });

describeNote("regimen", [
  [
    "a group given with other drugs beside one that was not",
    ofRow({ bsab: group("bsab", [combined("c"), combined("d")]) }),
    [{ combined: ["bsab"], alone: ["car-t"] }],
  ],
  [
    "such a group by itself",
    ofRow({ carT: group("car-t", []), bsab: group("bsab", [combined("c")]) }),
    [{ combined: ["bsab"], alone: [] }],
  ],
  ["none such", ofRow(), []],
  ["some of a group", ofRow({ bsab: group("bsab", [combined("c"), bsab("d")]) }), []],
]);

const searching = row({
  carT: group("car-t", [entry({ id: "s", label: "Searching", doses: "escalation" })]),
});

describeNote("dose-finding", [
  [
    "a trial that still searched a dose, in two rows",
    ofAnswer({ rows: [searching, searching] }),
    [{ trials: ["Searching"] }],
  ],
  ["none such", ofAnswer(), []],
]);

type Counted = "randomised" | "efficacy-evaluable" | "safety" | "leukapheresed";

const counting = (population: Counted, ...more: Entry[]) => ({
  carT: group("car-t", [entry({ id: "p", label: "Other" }, { population }), ...more]),
});
const nobody = { denominator: "treated", randomised: [], evaluable: [], collected: null };
const collected = { ...usual, denominator: "collected" } as const;
const derived = entry(
  { id: "q", label: "Derived" },
  { population: "leukapheresed", derived: true },
);

describeNote("patients-counted", [
  [
    "a row over the randomised",
    ofRow(counting("randomised")),
    [{ ...nobody, treated: false, randomised: ["Other"] }],
  ],
  [
    "a row over the evaluable",
    ofRow(counting("efficacy-evaluable")),
    [{ ...nobody, treated: false, evaluable: ["Other"] }],
  ],
  ["a row over the treated", ofRow(counting("safety")), []],
  [
    "a row whose outcome names its own patients",
    ofRow({ outcome: infused, ...counting("leukapheresed") }),
    [],
  ],
  ["an answer over the infused", ofAnswer(), [{ ...nobody, treated: true }]],
  [
    "an answer over both",
    ofOne(counting("randomised", entry({ id: "a" }))),
    [{ treated: true, randomised: ["Other"] }],
  ],
  [
    "an answer over the randomised",
    ofOne(counting("randomised")),
    [{ treated: false, randomised: ["Other"] }],
  ],
  ["an answer without CAR-T", ofOne({ carT: group("car-t", []) }), []],
  [
    "an answer without an outcome over all patients",
    ofOne({ outcome: infused, bsab: group("bsab", []) }),
    [],
  ],
  [
    "an answer over all with cells collected: printed or derived",
    ofOne(counting("leukapheresed", derived), collected),
    [{ denominator: "collected", collected: { printed: ["Other"], derived: ["Derived"] } }],
  ],
  [
    "the same of a row that is no response",
    ofOne({ outcome: crs, ...counting("leukapheresed", derived) }, collected),
    [{ collected: { printed: [], derived: [] } }],
  ],
]);

const cutOf = (cut: string, query = usual) => {
  const vgpr = outcome("vgpr", { partOf: "orr" });
  const one = entry({ id: "v", figures: [figure("orr", 60, 100)] }, { outcome: "vgpr", cut });
  return ofRow({ outcome: vgpr, carT: group("car-t", [one]) }, query);
};

describeNote("cuts-and-overlap", [
  [
    "trials that share patients with pooled ones",
    ofRow({ bsab: { ...bispecifics, dropped: 2 } }),
    [{ cuts: [], dropped: [{ group: "bsab", cohorts: 2 }], settled: true }],
  ],
  [
    "other trials that may hold more patients",
    ofRow({ carT: { ...carT, settled: false } }),
    [{ settled: false }],
  ],
  ["a figure of another cut than its whole", cutOf("later"), [{ cuts: ["V"], dropped: [] }]],
  ["a figure of the same cut", cutOf("primary"), []],
  ["a set that names its cuts", cutOf("later", { ...usual, cut: "as-published" }), []],
  ["nothing left out", ofRow(), []],
]);

const aged = (id: string, ages: readonly (number | null)[], field = "medianAge") =>
  group(
    id,
    ages.map((value, index) => {
      const over = { id: `${id}${index}`, [field]: value };
      return id === "bsab" ? entry(bispecific(over.id, over)) : entry(over);
    }),
  );
const [young, old] = [aged("car-t", [60]), aged("bsab", [70])];
const apart = [row({ carT: young, bsab: old }), row({ carT: young, bsab: old, outcome: crs })];
const once = { trials: 1, of: 1 };

describeNote("patients-apart", [
  [
    "no median age of one class reaches the other's",
    ofOne({ carT: aged("car-t", [60, 61, null]), bsab: aged("bsab", [64, 70]) }),
    [
      {
        what: "age",
        groups: [
          { group: "car-t", lowest: 60, highest: 61, trials: 2, of: 3 },
          { group: "bsab", lowest: 64, highest: 70, trials: 2, of: 2 },
        ],
      },
    ],
  ],
  [
    "no median of prior lines",
    ofOne({
      carT: aged("car-t", [6, 7], "medianPriorLines"),
      bsab: aged("bsab", [4, 5], "medianPriorLines"),
    }),
    [{ what: "prior-lines", groups: [{ lowest: 6 }, { highest: 5 }] }],
  ],
  ["ages that touch", ofOne({ carT: aged("car-t", [60, 64]), bsab: aged("bsab", [64, 70]) }), []],
  ["a class without ages", ofOne({ carT: young, bsab: aged("bsab", [null]) }), []],
  ["trials of two rows, each once", ofAnswer({ rows: apart }), [{ groups: [once, once] }]],
  [
    "a trial of another row that closes the gap",
    ofAnswer({ rows: [...apart, row({ carT: aged("car-t", [60, 71]), bsab: old, outcome: crs })] }),
    [],
  ],
  ["one group", ofOne({ groups: [young] }), []],
  ["three groups", ofOne({ groups: [young, old, aged("third", [80])] }), []],
]);

it("patients lie apart by spreads over trials", () => {
  expect(spreadOf([entry({ medianAge: null })], (one) => one.medianAge)).toBeNull();
  const parts = ["x", "y"].map((id) => entry({ id, trial: "NCT1", medianAge: 60 }));
  expect(spreadOf(parts, (one) => one.medianAge)).toMatchObject(once);
  expect(areApart([])).toBe(false);
  expect(areApart([{ lowest: 1, highest: 2 }])).toBe(false);
});

const after = (priorBcma: "some" | "required" | "unknown") =>
  ofOne({ bsab: group("bsab", [bsab("c", { priorBcma }), bsab("d")]) });
const everyone = ({ id, entries }: Group) => {
  const required = { priorBcma: "required" } as const;
  return group(
    id,
    entries.map((one) => ({ ...one, cohort: { ...one.cohort, ...required } })),
  );
};

/** So many of all patients had a therapy of this kind. */
const kind = (of: (typeof bcmaKinds)[number], n: number, directed = true) => ({
  ...{ kind: of, n, of: 20, directed, responders: null },
});
const [first, second, ...otherKinds] = bcmaKinds;
const all = (...kinds: (typeof bcmaKinds)[number][]) => kinds.map((one) => kind(one, 20));
const own = (kinds: ComputeCohort["priorBcmaKinds"]) =>
  bispecific("own", { priorBcma: "required", priorBcmaKinds: kinds });
/** Of the question after BCMA therapy, with one trial selected that prints these kinds. */
const selected = (kinds: ComputeCohort["priorBcmaKinds"], ...elsewhere: ComputeCohort[]) => {
  const of = own(kinds);
  return ofAnswer({
    query: { ...usual, priorBcma: ["selected"] },
    rows: [row({ carT: group("car-t", []), bsab: group("bsab", [entry(of)]) })],
    cohorts: [of, ...elsewhere],
  });
};

describeNote("earlier-therapy", [
  ["some had it beside none", after("some"), [{ cohorts: null }]],
  ["all of a trial had it beside none", after("required"), [{ cohorts: null }]],
  ["no one had it", ofAnswer(), []],
  ["everyone had it", ofOne({ carT: everyone(carT), bsab: everyone(bispecifics) }), []],
  ["asked for: the cohorts selected", selected(all(...bcmaKinds)), [{ cohorts: [{ id: "own" }] }]],
]);

describeNote("earlier-therapy-elsewhere", [
  ["every kind recruited for", selected(all(...bcmaKinds)), []],
  [
    "a kind for which no trial recruited: what other trials count",
    selected(
      all(first, ...otherKinds),
      bispecific("part", { label: "Part", priorBcmaKinds: [kind(second, 7)] }),
      bispecific("none", { priorBcmaKinds: [kind(second, 0)] }),
      bispecific("other", { priorBcmaKinds: [kind(first, 7)] }),
      bispecific("practice", { evidence: "real-world", priorBcmaKinds: [kind(second, 9)] }),
    ),
    [{ kinds: [{ kind: second, elsewhere: [{ ...kind(second, 7), trial: "Part" }] }] }],
  ],
  [
    "a kind that not all had",
    selected([kind(first, 19), ...all(second, ...otherKinds)]),
    [{ kinds: [{ kind: first }] }],
  ],
  [
    "a kind that was not directed at BCMA",
    selected([kind(first, 20, false), ...all(second, ...otherKinds)]),
    [{ kinds: [{ kind: first }] }],
  ],
]);

it("a kind of earlier therapy is said by the note of labels and kinds alone", () => {
  const rows = [row({ carT: group("car-t", []), bsab: group("bsab", [entry(own([]))]) })];
  const query = { ...usual, priorBcma: ["car-t"] } as const;
  expect(codes(ofAnswer({ query, rows, cohorts: [own([])] }))).toEqual(["after-kinds"]);
});

const silent = {
  set: null,
  ...{ settingsMixed: false, byMedians: false, unreviewed: false, latest: false },
  ...{ overlapKept: false, confounded: false, classesMixed: [] },
};
const byMedians = [{ ...silent, byMedians: true }];
const asked = (over: Partial<Query>): Query => ({ ...usual, ...over });
const unreviewed = { carT: group("car-t", [entry({ id: "u" }, { tier: 4 })]) };
const sharing = (other: string) => ({
  carT: group("car-t", [
    entry({ id: "a", overlaps: [{ with: other, kind: "partial", reason: "centres" }] }),
    entry({ id: "b" }),
  ]),
});
const named = { name: "Made 2020", cohorts: 2, used: 3, modified: true };
const grouped = [
  { id: "trial", cohorts: [cohort("a"), bispecific("b")] },
  { id: "real-world", cohorts: [cohort("c")] },
];

describeNote("question", [
  ["the usual one", ofAnswer(), []],
  ["a published set", ofAnswer({ set: { id: "x", ...named } }), [{ ...silent, set: named }]],
  [
    "settings that meet",
    ofOne({ carT: group("car-t", [entry({ id: "e", setting: "early" })]) }),
    [{ ...silent, settingsMixed: true }],
  ],
  ["a range of age", ofOne({}, asked({ age: { min: 60, max: null } })), byMedians],
  ["a range of lines", ofOne({}, asked({ priorLines: { min: null, max: 4 } })), byMedians],
  [
    "a threshold of age",
    ofOne({}, asked({ compare: "age:62" })),
    [{ ...silent, byMedians: true, confounded: true }],
  ],
  [
    "unreviewed sources that count",
    ofOne(unreviewed, asked({ sources: "any" })),
    [{ ...silent, unreviewed: true }],
  ],
  ["none of them there", ofOne({}, asked({ sources: "any" })), []],
  ["none of them asked for", ofOne(unreviewed), []],
  ["the latest cut", ofOne({}, asked({ cut: "latest" })), [{ ...silent, latest: true }]],
  [
    "patients who count twice",
    ofOne(sharing("b"), asked({ overlap: "keep" })),
    [{ ...silent, overlapKept: true }],
  ],
  [
    "patients shared with no pooled trial",
    ofOne(sharing("elsewhere"), asked({ overlap: "keep" })),
    [],
  ],
  ["patients not asked to count twice", ofOne(sharing("b")), []],
  [
    "groups that differ in more than what they are compared by",
    ofAnswer({ query: asked({ compare: "evidence" }), groups: grouped }),
    [{ ...silent, confounded: true, classesMixed: ["trial"] }],
  ],
  [
    "one such group",
    ofAnswer({
      query: asked({ compare: "evidence" }),
      groups: [{ id: "trial", cohorts: [cohort("a")] }],
    }),
    [],
  ],
]);

describe("a row", () => {
  it("with nothing to say has no notes", () => {
    expect(ofRow()).toEqual([]);
  });

  it("without a figure has none", () => {
    const empty = (id: string) => group(id, [], { pool: numbers(0, 0, 2) });
    expect(ofRow({ carT: empty("car-t"), bsab: empty("bsab") })).toEqual([]);
  });

  it("says what weighs most first", () => {
    const notes = ofRow({
      outcome: infection,
      carT: { ...carT, missing: ["gamma-cel"], dropped: 1 },
      bsab: group("bsab", [combined("c")]),
    });
    const order = ["figures-missing", "follow-up", "infections", "regimen", "cuts-and-overlap"];
    expect(codes(notes)).toEqual(order);
  });
});

describe("an answer", () => {
  it("with CAR-T says whose patients count, and nothing else by default", () => {
    expect(codes(ofAnswer())).toEqual(["patients-counted"]);
  });

  it("without any figure has no notes", () => {
    const empty = { carT: group("car-t", []), bsab: group("bsab", []) };
    expect(ofOne(empty, asked({ cut: "latest" }))).toEqual([]);
  });
});

describe("the place of a note", () => {
  it.each<[NoteCode, "row" | "answer", string]>([
    ["figures-missing", "row", "products"],
    ["patients-counted", "row", "trials"],
    ["patients-counted", "answer", "answer"],
    ["follow-up", "row", "sure"],
    ["patients-apart", "answer", "verdict"],
    ["earlier-therapy", "answer", "answer"],
    ["no-label", "answer", "labels"],
  ])("%s of the %s is %s", (code, of, place) => {
    expect(placeOfNote(code, of, usual)).toBe(place);
  });

  it("is beside the verdict for earlier therapy that was asked for", () => {
    const after = { ...usual, priorBcma: ["selected"] } as const;
    expect(placeOfNote("earlier-therapy", "answer", after)).toBe("verdict");
  });

  forAnyQuestion("is in an opened row for a row, and on the screen for an answer", (one) => {
    const { query, outcomes: rows, notes } = one;
    const parts = ["products", "trials", "sure"];
    const ofRows = rows.flatMap((each) => each.notes);
    return (
      ofRows.every(({ code }) => parts.includes(placeOfNote(code, "row", query))) &&
      !notes.some(({ code }) => parts.includes(placeOfNote(code, "answer", query)))
    );
  });

  it("is not first in a closed row for what its numbers and names say already", () => {
    const all: NoteCode[] = ["other-trials", "figures-missing", "follow-up", "no-label"];
    expect(all.filter(maySayFirst)).toEqual(["follow-up", "no-label"]);
  });
});
