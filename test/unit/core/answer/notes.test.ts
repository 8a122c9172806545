/** Tests when each note of a row or an answer is given, one line for each situation. */
import { describe, expect, it } from "vitest";
import type { Note, NoteCode } from "#core/answer/note-values.ts";
import { makeAnswerNotes, makeRowNotes } from "#core/answer/notes.ts";
import type { NotedAnswer, NotedRow } from "#core/answer/row-notes.ts";
import type { Entry } from "#core/evidence/gather.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { bcmaKinds } from "#data/vocabulary.ts";
import {
  bispecific,
  cohort,
  crs,
  datasetOf,
  icans,
  infection,
  infused,
  orr,
  widestBut,
} from "../../../support/cohorts.ts";
import { countsOf, entry } from "./entries.ts";

type Group = NotedRow["groups"][number];

const outcomes = [orr, crs, infection, infused];

const usual = widestBut({ lines: "3+", evidence: "trial", priorBcma: ["not-selected"] });

const numbers = (k: number, selectedTrials: number): Group["pool"] => ({
  ...{ k, selectedTrials, estimate: k === 0 ? null : 0.5, events: k === 0 ? null : 50 * k },
});

/** Returns a bispecific with its chosen figure. */
const bsab = (id: string, over: Partial<ComputeCohort> = {}) => entry(bispecific(id, over));

/** A group whose selected trials all have a figure. */
function group(id: string, entries: readonly Entry[], over: Partial<Group> = {}): Group {
  const trials = new Set(entries.map((member) => member.cohort.trial)).size;
  return {
    id,
    classes: [id === "bsab" ? "bsab" : "car-t"],
    entries,
    missingProducts: [],
    pool: numbers(trials, trials),
    dropped: 0,
    settled: true,
    ...over,
  };
}

/** Two trials a side of which there is nothing to say. */
const carT = group("car-t", [entry({ id: "a" }), entry({ id: "b" })]);
const bispecifics = group("bsab", [bsab("c"), bsab("d")]);
const noCarT = group("car-t", []);

type RowParts = Partial<NotedRow> & { carT?: Group; bsab?: Group };

function row(over: RowParts = {}): NotedRow {
  const { carT: a = carT, bsab: b = bispecifics, ...rest } = over;
  return { outcome: orr, grades: null, groups: [a, b], ...rest };
}

type Asked = Partial<Omit<NotedAnswer, "dataset">> & { cohorts?: readonly ComputeCohort[] };

/** @param cohorts Those of the data; without them, those that are selected. */
function answer({ query = usual, rows = [row()], set = null, ...more }: Asked = {}): NotedAnswer {
  const cohortsOf = (entries: readonly Entry[]) => entries.map((member) => member.cohort);
  const sides = rows[0]?.groups ?? [];
  const selected = sides.map(({ id, entries }) => ({ id, cohorts: cohortsOf(entries) }));
  const { groups = selected } = more;
  const cohorts = [...(more.cohorts ?? groups.flatMap((side) => side.cohorts))];
  return { query, rows, groups, set, dataset: datasetOf(cohorts, { outcomes }) };
}

function ofRow(over: RowParts = {}, query: Query = usual): Note[] {
  const noted = row(over);
  return makeRowNotes(noted, answer({ rows: [noted], query }));
}

const ofAnswer = (made: Asked = {}): Note[] => makeAnswerNotes(answer(made));

/** The notes of an answer with this one row. */
const ofOne = (over: RowParts, query: Query = usual): Note[] =>
  ofAnswer({ rows: [row(over)], query });

/** The notes in a situation, and the values of those with the code: none where it is not said. */
type Situation = [situation: string, notes: Note[], values: readonly object[]];

function describeNote(code: NoteCode, situations: readonly Situation[]): void {
  describe(code, () => {
    it.each(situations)("%s", (_, notes, values) => {
      expect(notes.filter((note) => note.code === code)).toMatchObject(values);
    });
  });
}

const missing = (over: Partial<Group>, outcome: Outcome = orr) =>
  ofRow({ outcome, bsab: { ...bispecifics, ...over } });

describeNote("figures-missing", [
  ["a product alone", missing({ missingProducts: ["deltamab"] }), [{ products: ["deltamab"] }]],
  ["a class that cannot have it", missing({ entries: [], pool: numbers(0, 4) }, infused), []],
]);

/** Returns the notes of a row with these counts, each of a trial of its own unless its trial is given. */
function carried(counts: string, of: { readonly trial?: string } = {}) {
  const entries = countsOf(counts).figures.map((printed, index) =>
    entry({ id: "abcd".charAt(index), ...(index < 2 ? of : {}) }, printed),
  );
  const events = entries.reduce((sum, { figure }) => sum + figure.events, 0);
  return ofRow({ carT: group("car-t", entries, { pool: { ...numbers(3, 3), events } }) });
}

describeNote("one-trial-carries", [
  [
    "more than half of five events of three trials",
    carried("3/100 1/100 1/100"),
    [{ group: "car-t", trial: "A", events: 3, of: 5 }],
  ],
  ["half of the events", carried("3/100 2/100 1/100"), []],
  ["of four events", carried("3/100 1/100 0/100"), []],
  ["of two trials", carried("4/100 1/100"), []],
  ["at 1.5 times its share of patients", carried("6/50 1/25 1/25"), [{ events: 6, of: 8 }]],
  ["below 1.5 times its share of patients", carried("6/60 1/25 1/25"), []],
  ["in two cohorts", carried("2/50 2/50 1/100 1/100", { trial: "NCT1" }), [{ events: 4, of: 6 }]],
]);

const graded = (outcome: Outcome, ...figures: Parameters<typeof entry>[1][]) => {
  const entries = figures.map((printed, index) => entry({ id: `g${index}` }, printed));
  return ofRow({ outcome, groups: [group("car-t", entries)] });
};
const [astct, lee, ctcae] = (["astct", "lee", "ctcae"] as const).map((grading) => ({ grading }));

const broad = { outcome: "neurotoxicity-3", grading: "astct" } as const;

describeNote("grading", [
  ["two scales", graded(crs, lee, astct), [{ scales: ["astct", "lee"] }]],
  ["an older scale alone", graded(crs, lee), [{ scales: ["lee"], unstated: 0 }]],
  ["two of another outcome", graded(infection, astct, ctcae), [{ scales: ["astct", "ctcae"] }]],
  ["neurotoxicity in place of ICANS", graded(icans, broad), [{ broad: ["G0"] }]],
]);

describeNote("cuts-and-overlap", [
  [
    "an unsettled search for overlaps",
    ofRow({ carT: { ...carT, settled: false } }),
    [{ settled: false }],
  ],
]);

// Tests when each note of an answer is given, one line for each situation, and where notes stand.

const collected = { ...usual, denominator: "collected" } as const;
const counted = { population: "leukapheresed" } as const;
const derived = entry({ id: "q" }, { ...counted, countFrom: "infused" });
const someCollected = group("car-t", [entry({ id: "p" }, counted), derived]);

describeNote("patients-counted", [
  ["no outcome over all patients", ofOne({ outcome: infused, bsab: group("bsab", []) }), []],
  [
    "all with cells collected, of a row that is no response",
    ofOne({ outcome: crs, carT: someCollected }, collected),
    [{ collected: { printed: [], derived: [] } }],
  ],
]);

const aged = (id: string, ...medianAges: number[]) =>
  group(
    id,
    medianAges.map((medianAge) => entry(cohort(`${id}-${medianAge}`, { medianAge }))),
  );

describeNote("patients-apart", [
  ["ages that touch", ofOne({ carT: aged("car-t", 60, 64), bsab: aged("bsab", 64, 70) }), []],
]);

/** Returns a kind of earlier therapy that `n` of 20 patients had. */
const kind = (of: (typeof bcmaKinds)[number], n: number, directed = true) => ({
  ...{ kind: of, n, of: 20, directed, responders: null },
});
const [first, second, ...otherKinds] = bcmaKinds;
const all = (...kinds: (typeof bcmaKinds)[number][]) => kinds.map((name) => kind(name, 20));
const allElse = all(second, ...otherKinds);
const ofFirst = [{ kinds: [{ kind: first }] }];
const selectedTrial = (kinds: ComputeCohort["priorBcmaKinds"]) =>
  bispecific("own", { priorBcma: "required", priorBcmaKinds: kinds });
/** Makes the answer to the question after BCMA therapy, with one selected trial that prints these kinds. */
const selected = (kinds: ComputeCohort["priorBcmaKinds"], ...elsewhere: ComputeCohort[]) => {
  const of = selectedTrial(kinds);
  return ofAnswer({
    query: { ...usual, priorBcma: ["selected"] },
    rows: [row({ carT: noCarT, bsab: group("bsab", [entry(of)]) })],
    cohorts: [of, ...elsewhere],
  });
};
const printing = (
  id: string,
  printedKind: ReturnType<typeof kind>,
  over: Partial<ComputeCohort> = {},
) => bispecific(id, { label: "Part", priorBcmaKinds: [printedKind], ...over });

const oneAfter = group("bsab", [bsab("c", { priorBcma: "required" }), bsab("d")]);

describeNote("earlier-therapy", [
  ["all of a trial had it beside none", ofOne({ bsab: oneAfter }), [{ cohorts: null }]],
]);

describeNote("earlier-therapy-elsewhere", [
  ["every kind recruited for", selected(all(...bcmaKinds)), []],
  [
    "a kind for which no trial recruited: what other trials count",
    selected(
      all(first, ...otherKinds),
      printing("part", kind(second, 7)),
      printing("none", kind(second, 0)),
      printing("other", kind(first, 7)),
      printing("practice", kind(second, 9), { evidence: "real-world" }),
    ),
    [{ kinds: [{ kind: second, elsewhere: [{ ...kind(second, 7), trial: "Part" }] }] }],
  ],
  ["a kind that not all had", selected([kind(first, 19), ...allElse]), ofFirst],
  ["a kind not directed at BCMA", selected([kind(first, 20, false), ...allElse]), ofFirst],
]);

const silent = {
  set: null,
  ...{ settingsMixed: false, byMedians: false, unreviewed: false, latest: false },
  ...{ overlapKept: false, confounded: false },
};
const saying = (fields: Partial<Record<keyof typeof silent, unknown>>) => [
  { ...silent, ...fields },
];
const queryWith = (over: Partial<Query>): Query => ({ ...usual, ...over });
const unreviewed = { carT: group("car-t", [entry({ id: "u" }, { tier: 4 })]) };
const sharing = (cohortId: string) => {
  const overlaps = [{ with: cohortId, kind: "partial" as const, reason: "centres" }];
  return { carT: group("car-t", [entry({ id: "a", overlaps }), entry({ id: "b" })]) };
};
const trial = { id: "trial", cohorts: [cohort("a"), bispecific("b")] };
const practice = { id: "real-world", cohorts: [cohort("c")] };
const byEvidence = queryWith({ compare: "evidence" });
const byAge = queryWith({ compare: "age:62" });
const anySource = queryWith({ sources: "any" });
const keeping = queryWith({ overlap: "keep" });

describeNote("question", [
  ["a threshold of age", ofOne({}, byAge), saying({ byMedians: true, confounded: true })],
  ["unreviewed sources that count", ofOne(unreviewed, anySource), saying({ unreviewed: true })],
  ["unreviewed sources that were not asked for", ofOne(unreviewed), []],
  ["patients who count twice", ofOne(sharing("b"), keeping), saying({ overlapKept: true })],
  [
    "groups that differ in more than what they are compared by",
    ofAnswer({ query: byEvidence, groups: [trial, practice] }),
    saying({ confounded: true }),
  ],
  ["one group of one class", ofAnswer({ query: byEvidence, groups: [practice] }), []],
]);
