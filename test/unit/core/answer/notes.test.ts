/** When each note is said, and where it stands. `other-trials` has a file of its own. */
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
import { dataset } from "#core/dataset.ts";
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

const ofRow = (one: NotedRow, query: Query = usual): Note[] =>
  rowNotes(one, answer({ rows: [one], query }));

const ofAnswer = (one: Asked = {}): Note[] => answerNotes(answer(one));

const codes = (notes: readonly Note[]): NoteCode[] => notes.map(({ code }) => code);

function only<C extends NoteCode>(notes: readonly Note[], code: C): Extract<Note, { code: C }> {
  const [found, another] = notes.filter(
    (one): one is Extract<Note, { code: C }> => one.code === code,
  );
  if (!found || another) throw new Error(`not one ${code}`);
  return found;
}

/** What every answer with CAR-T says. */
const always = ["patients-counted"];

describe("a row", () => {
  it("with nothing to say has no notes", () => {
    expect(ofRow(row())).toEqual([]);
  });

  it("without a figure has none", () => {
    const empty = (id: string) => group(id, [], { pool: numbers(0, 0, 2) });
    expect(ofRow(row({ carT: empty("car-t"), bsab: empty("bsab") }))).toEqual([]);
  });
});

describe("figures-missing", () => {
  const missing = (over: Partial<Group>, of: Outcome = orr) =>
    ofRow(row({ outcome: of, bsab: { ...bispecifics, ...over } }));

  it("is said of trials without a figure, and of the products that the number does not hold", () => {
    expect(missing({ pool: numbers(3, 2, 5), missing: ["deltamab"] })).toEqual([
      {
        code: "figures-missing",
        group: "bsab",
        ...{ k: 3, trials: 2, of: 5, products: ["deltamab"] },
      },
    ]);
  });

  it("is said where all trials are missing, and where only a product is", () => {
    const none = { entries: [], pool: numbers(0, 0, 3), missing: ["betamab"] };
    expect(only(missing(none), "figures-missing")).toMatchObject({ k: 0, trials: 0, of: 3 });
    expect(codes(missing({ missing: ["deltamab"] }))).toEqual(["figures-missing"]);
  });

  it("is not said where nothing is missing, nothing was selected, or the class cannot have it", () => {
    expect(missing({})).toEqual([]);
    expect(missing({ entries: [], pool: numbers(0, 0, 0) })).toEqual([]);
    expect(missing({ entries: [], pool: numbers(0, 0, 4) }, infused)).toEqual([]);
  });
});

describe("follow-up", () => {
  const at = (id: string, months: (number | null)[], classes = [id]) =>
    group(
      id,
      months.map((followUpMonths, index) => ({
        ...(id === "bsab" ? bsab(`${id}${index}`) : entry({ id: `${id}${index}` })),
        followUpMonths,
      })),
      { classes: classes as Group["classes"] },
    );
  const said = (a: Group, b: Group, of = infection) =>
    ofRow(row({ outcome: of, carT: a, bsab: b })).filter(({ code }) => code === "follow-up");

  it("is said of every outcome that accumulates, of both sides", () => {
    expect(said(at("car-t", [12, 12]), at("bsab", [24, 24]))).toEqual([
      {
        code: "follow-up",
        classesDiffer: true,
        groups: [
          { group: "car-t", months: 12 },
          { group: "bsab", months: 24 },
        ],
      },
    ]);
  });

  it("says where it is known for fewer than half", () => {
    const [one] = said(at("car-t", [12, null, null]), at("bsab", [24, 24]));
    expect(one).toMatchObject({ groups: [{ months: null }, { months: 24 }] });
  });

  it("knows groups of one class", () => {
    const one = at("trial", [12], ["car-t"]);
    expect(said(one, at("real-world", [24], ["car-t"]))).toMatchObject([{ classesDiffer: false }]);
  });

  it("is not said of what does not accumulate, or of one side alone", () => {
    expect(said(at("car-t", [12]), at("bsab", [24]), orr)).toEqual([]);
    expect(said(at("car-t", [12]), group("bsab", []))).toEqual([]);
  });
});

describe("infections", () => {
  const entries = [
    entry({ id: "a", covidVaccines: "before" }),
    entry({ id: "b", covidVaccines: "across" }),
    entry({ id: "c", covidVaccines: "after" }),
    entry({ id: "d", figures: [figure("immunoglobulin-replacement", 3, 10)] }),
  ];
  const said = (of: Outcome) => codes(ofRow(row({ outcome: of, carT: group("car-t", entries) })));

  it("name who was enrolled before and after vaccines, and count what is not stated", () => {
    const notes = ofRow({ outcome: infection, groups: [group("car-t", entries)] });
    expect(only(notes, "infections")).toEqual({
      code: "infections",
      ...{ before: ["A"], across: ["B"], after: ["C"] },
      ...{ notStated: 1, immunoglobulin: 1, cohorts: 4 },
    });
  });

  it("are said of every infection of the data, and of nothing else", () => {
    const infections = dataset.outcomes.filter((one) => said(one).includes("infections"));
    expect(infections.map(({ id }) => id)).toEqual([
      ...["infection", "infection-3", "opportunistic-infection", "death-infection"],
    ]);
  });
});

describe("grading", () => {
  type Grading = NonNullable<Parameters<typeof entry>[1]>;
  const notes = (of: Outcome, ...figures: Grading[]) => {
    const entries = figures.map((one, index) => entry({ id: `g${index}` }, one));
    const found = ofRow({ outcome: of, groups: [group("car-t", entries)] });
    return found.filter(({ code }) => code === "grading");
  };

  it.each<[string, Outcome, Grading[], object]>([
    ["two scales", crs, [{ grading: "lee" }, { grading: "astct" }], { scales: ["astct", "lee"] }],
    ["an older scale alone", crs, [{ grading: "lee" }], { scales: ["lee"], unstated: 0 }],
    [
      "a scale that is not stated beside one that is",
      icans,
      [{ grading: "astct" }, {}],
      { scales: ["astct"], unstated: 1, figures: 2 },
    ],
    [
      "two scales of another outcome",
      infection,
      [{ grading: "astct" }, { grading: "ctcae" }],
      { scales: ["astct", "ctcae"] },
    ],
    [
      "figures without grade 5 beside others",
      infection,
      [{ grades: "3-4" }, { grades: "3-5" }],
      { scales: [], unstated: 0, deaths: "some" },
    ],
    ["figures without grade 5 only", infection, [{ grades: "3-4" }], { deaths: "none" }],
    [
      "neurotoxicity in place of ICANS",
      icans,
      [{ outcome: "neurotoxicity-3", grading: "astct" }],
      { broad: ["G0"], deaths: "all" },
    ],
  ])("is said of %s", (_, of, figures, expected) => {
    expect(notes(of, ...figures)).toMatchObject([{ code: "grading", ...expected }]);
  });

  it.each<[string, Outcome, Grading[]]>([
    ["the scale of today alone", crs, [{ grading: "astct" }, { grading: "astct" }]],
    ["scales that nobody states", crs, [{}, {}]],
    ["one scale of another outcome", infection, [{ grading: "ctcae" }, {}]],
    ["figures with grade 5", infection, [{ grades: "3-5" }]],
  ])("is not said of %s", (_, of, figures) => {
    expect(notes(of, ...figures)).toEqual([]);
  });
});

describe("regimen", () => {
  const combined = (id: string) => bsab(id, { regimen: "combination" });

  it("is said of a group given with other drugs, beside one that was not", () => {
    const notes = ofRow(row({ bsab: group("bsab", [combined("c"), combined("d")]) }));
    expect(notes).toEqual([{ code: "regimen", combined: ["bsab"], alone: ["car-t"] }]);
    const alone = row({ carT: group("car-t", []), bsab: group("bsab", [combined("c")]) });
    expect(ofRow(alone)).toMatchObject([{ combined: ["bsab"], alone: [] }]);
  });

  it("is not said where none was, or only some", () => {
    expect(ofRow(row())).toEqual([]);
    expect(ofRow(row({ bsab: group("bsab", [combined("c"), bsab("d")]) }))).toEqual([]);
  });
});

it("dose-finding names who was still searching a dose, once", () => {
  const searching = entry({ id: "s", label: "Searching", doses: "escalation" });
  const one = row({ carT: group("car-t", [searching]) });
  expect(only(ofAnswer({ rows: [one, one] }), "dose-finding").trials).toEqual(["Searching"]);
  expect(codes(ofAnswer())).not.toContain("dose-finding");
});

describe("patients-counted", () => {
  const of = (population: "randomised" | "efficacy-evaluable" | "safety" | "leukapheresed") =>
    entry({ id: "p", label: "Other" }, { population });
  const rowWith = (one: Entry, more: readonly Entry[] = [], of_ = orr) =>
    row({ outcome: of_, carT: group("car-t", [one, ...more]) });

  it.each([
    ["randomised", { randomised: ["Other"], evaluable: [] }],
    ["efficacy-evaluable", { randomised: [], evaluable: ["Other"] }],
  ] as const)("of a row names those that count %s", (population, expected) => {
    expect(ofRow(rowWith(of(population)))).toEqual([
      {
        code: "patients-counted",
        denominator: "treated",
        treated: false,
        collected: null,
        ...expected,
      },
    ]);
  });

  it("of a row is not said of the treated, or of an outcome that names its own patients", () => {
    expect(ofRow(rowWith(of("safety")))).toEqual([]);
    const own = rowWith(of("leukapheresed"), [], infused);
    expect(codes(ofRow(own))).not.toContain("patients-counted");
  });

  it("of an answer says whether the infused are counted, and who is randomised", () => {
    expect(ofAnswer()).toEqual([
      {
        code: "patients-counted",
        ...{
          denominator: "treated",
          treated: true,
          randomised: [],
          evaluable: [],
          collected: null,
        },
      },
    ]);
    const mixed = ofAnswer({ rows: [rowWith(of("randomised"), [entry({ id: "a" })])] });
    expect(mixed).toMatchObject([{ treated: true, randomised: ["Other"] }]);
    const all = ofAnswer({ rows: [rowWith(of("randomised"))] });
    expect(all).toMatchObject([{ treated: false, randomised: ["Other"] }]);
  });

  it("of an answer is not said without CAR-T, or without an outcome over all patients", () => {
    expect(codes(ofAnswer({ rows: [row({ carT: group("car-t", []) })] }))).toEqual([]);
    const own = row({ outcome: infused, bsab: group("bsab", []) });
    expect(codes(ofAnswer({ rows: [own] }))).toEqual([]);
  });

  it("of an answer over all with cells collected says where these are printed, where derived", () => {
    const query = { ...usual, denominator: "collected" } as const;
    const derived = entry(
      { id: "q", label: "Derived" },
      { population: "leukapheresed", derived: true },
    );
    const rows = [rowWith(of("leukapheresed"), [derived])];
    expect(only(ofAnswer({ query, rows }), "patients-counted")).toMatchObject({
      denominator: "collected",
      collected: { printed: ["Other"], derived: ["Derived"] },
    });
    // Not those of a row that is no response.
    const harm = [rowWith(of("leukapheresed"), [derived], crs)];
    expect(only(ofAnswer({ query, rows: harm }), "patients-counted").collected).toEqual({
      printed: [],
      derived: [],
    });
  });
});

describe("cuts-and-overlap", () => {
  const said = (one: NotedRow, query = usual) =>
    ofRow(one, query).filter(({ code }) => code === "cuts-and-overlap");

  it("is said of trials that share patients with pooled ones", () => {
    expect(said(row({ bsab: { ...bispecifics, dropped: 2 } }))).toEqual([
      {
        code: "cuts-and-overlap",
        ...{ cuts: [], dropped: [{ group: "bsab", cohorts: 2 }], settled: true },
      },
    ]);
  });

  it("is said where other trials may hold more patients", () => {
    expect(said(row({ carT: { ...carT, settled: false } }))).toMatchObject([{ settled: false }]);
  });

  it("is said of a figure of another cut than that of its whole", () => {
    const vgpr = outcomes.find(({ id }) => id === "vgpr");
    if (!vgpr) throw new Error("no outcome");
    const whole = figure("orr", 60, 100);
    const of = (cut: string) =>
      row({
        outcome: vgpr,
        carT: group("car-t", [entry({ id: "v", figures: [whole] }, { outcome: "vgpr", cut })]),
      });
    expect(said(of("later"))).toMatchObject([{ cuts: ["V"], dropped: [] }]);
    expect(said(of("primary"))).toEqual([]);
    // A set that names its cuts is pooled as it was.
    expect(said(of("later"), { ...usual, cut: "as-published" })).toEqual([]);
  });

  it("is not said where nothing was left out", () => {
    expect(said(row())).toEqual([]);
  });
});

describe("patients-apart", () => {
  const aged = (id: string, ages: (number | null)[], field = "medianAge") =>
    group(
      id,
      ages.map((value, index) => {
        const over = { id: `${id}${index}`, [field]: value };
        return id === "bsab" ? entry(bispecific(`${id}${index}`, over)) : entry(over);
      }),
    );
  const said = (a: Group, b: Group) =>
    ofAnswer({ rows: [row({ carT: a, bsab: b })] }).filter(({ code }) => code === "patients-apart");

  it("is said where no median age of one class reaches the other's", () => {
    expect(said(aged("car-t", [60, 61, null]), aged("bsab", [64, 70]))).toEqual([
      {
        code: "patients-apart",
        what: "age",
        groups: [
          { group: "car-t", lowest: 60, highest: 61, trials: 2, of: 3 },
          { group: "bsab", lowest: 64, highest: 70, trials: 2, of: 2 },
        ],
      },
    ]);
  });

  it("is said of prior lines likewise", () => {
    const lines = (id: string, ...values: number[]) => aged(id, values, "medianPriorLines");
    expect(said(lines("car-t", 6, 7), lines("bsab", 4, 5))).toMatchObject([
      { what: "prior-lines", groups: [{ lowest: 6 }, { highest: 5 }] },
    ]);
  });

  it("is not said where they touch, or where a class prints none", () => {
    expect(said(aged("car-t", [60, 64]), aged("bsab", [64, 70]))).toEqual([]);
    expect(said(aged("car-t", [60, 61]), aged("bsab", [null]))).toEqual([]);
  });

  it("counts the trials of all rows, each once", () => {
    const [young, old] = [aged("car-t", [60]), aged("bsab", [70])];
    const rows = [row({ carT: young, bsab: old }), row({ carT: young, bsab: old, outcome: crs })];
    expect(only(ofAnswer({ rows }), "patients-apart").groups).toMatchObject([
      { trials: 1, of: 1 },
      { trials: 1, of: 1 },
    ]);
    // One of another row closes the gap.
    const other = row({ carT: aged("car-t", [60, 71]), bsab: old, outcome: crs });
    expect(codes(ofAnswer({ rows: [...rows, other] }))).not.toContain("patients-apart");
  });

  it("is not said of one group or of three", () => {
    const groups = [aged("car-t", [60]), aged("bsab", [70]), aged("third", [80])];
    for (const some of [groups, groups.slice(0, 1)]) {
      expect(codes(ofAnswer({ rows: [{ outcome: orr, groups: some }] }))).not.toContain(
        "patients-apart",
      );
    }
  });

  it("rests on spreads over trials", () => {
    expect(spreadOf([entry({ medianAge: null })], (one) => one.medianAge)).toBeNull();
    const parts = ["x", "y"].map((id) => entry({ id, trial: "NCT1", medianAge: 60 }));
    expect(spreadOf(parts, (one) => one.medianAge)).toMatchObject({ trials: 1, of: 1 });
    expect(areApart([])).toBe(false);
    expect(areApart([{ lowest: 1, highest: 2 }])).toBe(false);
  });
});

describe("earlier-therapy", () => {
  const after = (over: Partial<ComputeCohort>) =>
    row({ bsab: group("bsab", [bsab("c", over), bsab("d")]) });

  it.each(["some", "required"] as const)("is said where %s had it beside none", (priorBcma) => {
    expect(only(ofAnswer({ rows: [after({ priorBcma })] }), "earlier-therapy").cohorts).toBeNull();
  });

  it("is not said where no one had it, everyone had, or it is not stated", () => {
    expect(codes(ofAnswer())).toEqual(always);
    const all = (entries: readonly Entry[]) =>
      entries.map((one) => ({ ...one, cohort: { ...one.cohort, priorBcma: "required" as const } }));
    const every = row({
      carT: group("car-t", all(carT.entries)),
      bsab: group("bsab", all(bispecifics.entries)),
    });
    expect(codes(ofAnswer({ rows: [every] }))).toEqual(always);
  });

  describe("asked for", () => {
    const query = { ...usual, priorBcma: ["selected"] } as const;
    const kind = (of: (typeof bcmaKinds)[number], n: number | null, all = 20, directed = true) => ({
      ...{ kind: of, n, of: all, directed, responders: null },
    });
    const everyKind = bcmaKinds.map((one) => kind(one, 20));
    const selected = (priorBcmaKinds: ComputeCohort["priorBcmaKinds"]) => {
      const own = bispecific("own", { label: "Own", priorBcma: "required", priorBcmaKinds });
      return { rows: [row({ carT: group("car-t", []), bsab: group("bsab", [entry(own)]) })], own };
    };

    it("names the cohorts that were selected, with the kinds they print", () => {
      const { rows, own } = selected(everyKind);
      const notes = ofAnswer({ query, rows });
      expect(only(notes, "earlier-therapy").cohorts).toEqual([
        expect.objectContaining({ id: own.id }),
      ]);
      expect(codes(notes)).not.toContain("earlier-therapy-elsewhere");
    });

    it("by kind, is said by the note of labels and kinds alone", () => {
      const { rows, own } = selected([]);
      const of = (priorBcma: Query["priorBcma"]) =>
        codes(ofAnswer({ query: { ...usual, priorBcma }, rows, cohorts: [own] }));
      expect(of(["selected"])).toEqual(["earlier-therapy", "earlier-therapy-elsewhere"]);
      expect(of(["car-t"])).toEqual(["after-kinds"]);
    });

    it("names the kinds for which no trial recruited, and what other trials count", () => {
      const [first, second, ...rest] = bcmaKinds;
      if (!first || !second) throw new Error("no kinds");
      const { rows, own } = selected([kind(first, 20), ...rest.map((one) => kind(one, 20))]);
      const elsewhere = [
        bispecific("part", { label: "Part", priorBcmaKinds: [kind(second, 7)] }),
        bispecific("none", { priorBcmaKinds: [kind(second, 0)] }),
        bispecific("other", { priorBcmaKinds: [kind(first, 7)] }),
        bispecific("practice", { evidence: "real-world", priorBcmaKinds: [kind(second, 9)] }),
      ];
      const notes = ofAnswer({ query, rows, cohorts: [own, ...elsewhere] });
      expect(only(notes, "earlier-therapy-elsewhere").kinds).toEqual([
        { kind: second, elsewhere: [{ ...kind(second, 7), trial: "Part" }] },
      ]);
    });

    it("counts a trial as recruiting for a kind only if all had it, and it was directed", () => {
      const [first, ...rest] = bcmaKinds;
      if (!first) throw new Error("no kinds");
      for (const partly of [kind(first, 19), kind(first, 20, 20, false)]) {
        const { rows } = selected([partly, ...rest.map((one) => kind(one, 20))]);
        const found = only(ofAnswer({ query, rows }), "earlier-therapy-elsewhere");
        expect(found.kinds.map((one) => one.kind)).toEqual([first]);
      }
    });
  });
});

describe("question", () => {
  const silent = {
    code: "question",
    set: null,
    ...{ settingsMixed: false, byMedians: false, unreviewed: false, latest: false },
    ...{ overlapKept: false, confounded: false, classesMixed: [] },
  };
  const said = (asked: Asked) => ofAnswer(asked).find(({ code }) => code === "question");

  it("has nothing to say by default", () => {
    expect(said({})).toBeUndefined();
  });

  it("names a published set, how much of it is known, and a change", () => {
    const set = { id: "x", name: "Made 2020", cohorts: 2, used: 3, modified: true };
    const { id: _, ...named } = set;
    expect(said({ set })).toEqual({ ...silent, set: named });
  });

  it("says that settings meet", () => {
    const early = row({ carT: group("car-t", [entry({ id: "e", setting: "early" })]) });
    expect(said({ rows: [early] })).toEqual({ ...silent, settingsMixed: true });
  });

  it.each<[string, Partial<Query>]>([
    ["age", { age: { min: 60, max: null } }],
    ["prior lines", { priorLines: { min: null, max: 4 } }],
    ["a threshold", { compare: "age:62" }],
  ])("says that medians choose trials: %s", (_, over) => {
    expect(said({ query: { ...usual, ...over } })).toMatchObject({ byMedians: true });
  });

  it("says that unreviewed sources count, where they do", () => {
    const query = { ...usual, sources: "any" } as const;
    const rows = [row({ carT: group("car-t", [entry({ id: "u" }, { tier: 4 })]) })];
    expect(said({ query, rows })).toEqual({ ...silent, unreviewed: true });
    expect(said({ query })).toBeUndefined();
    expect(said({ rows })).toBeUndefined();
  });

  it("says that the latest cut was asked for", () => {
    expect(said({ query: { ...usual, cut: "latest" } })).toEqual({ ...silent, latest: true });
  });

  it("says that patients may count twice, where both trials are pooled", () => {
    const query = { ...usual, overlap: "keep" } as const;
    const sharing = (other: string) =>
      row({
        carT: group("car-t", [
          entry({ id: "a", overlaps: [{ with: other, kind: "partial", reason: "centres" }] }),
          entry({ id: "b" }),
        ]),
      });
    expect(said({ query, rows: [sharing("b")] })).toEqual({ ...silent, overlapKept: true });
    expect(said({ query, rows: [sharing("elsewhere")] })).toBeUndefined();
    expect(said({ rows: [sharing("b")] })).toBeUndefined();
  });

  it("says that other groups differ in more than what they are compared by", () => {
    const query = { ...usual, compare: "evidence" };
    const groups = [
      { id: "trial", cohorts: [cohort("a"), bispecific("b")] },
      { id: "real-world", cohorts: [cohort("c")] },
    ];
    expect(said({ query, groups })).toEqual({
      ...silent,
      confounded: true,
      classesMixed: ["trial"],
    });
    expect(said({ query, groups: [{ id: "trial", cohorts: [cohort("a")] }] })).toBeUndefined();
  });
});

it("a row says what weighs most first", () => {
  const one = row({
    outcome: infection,
    carT: { ...carT, missing: ["gamma-cel"], dropped: 1 },
    bsab: group("bsab", [bsab("c", { regimen: "combination" })]),
  });
  const order = ["figures-missing", "follow-up", "infections", "regimen", "cuts-and-overlap"];
  expect(codes(ofRow(one))).toEqual(order);
});

describe("an answer", () => {
  it("without any figure has no notes", () => {
    const rows = [row({ carT: group("car-t", []), bsab: group("bsab", []) })];
    expect(ofAnswer({ rows, query: { ...usual, cut: "latest" } })).toEqual([]);
  });

  it("says each of its notes once, however many rows it has", () => {
    const one = row({
      carT: group("car-t", [
        entry({ id: "e", setting: "early", doses: "escalation", priorBcma: "some" }),
        entry({ id: "f" }),
      ]),
    });
    const said = codes(ofAnswer({ rows: [one, { ...one, outcome: crs }, one] }));
    expect(new Set(said).size).toBe(said.length);
    expect(said).toEqual(expect.arrayContaining(["earlier-therapy", "dose-finding", "question"]));
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
