/** Tests when each note of an answer is given, one line for each situation, and where notes stand. */
import { describe, expect, it } from "vitest";
import { areSpreadsDisjoint, findMedianSpread } from "#core/answer/answer-notes.ts";
import type { NoteCode } from "#core/answer/note-values.ts";
import { canNoteBeginRow, chooseNotePlace } from "#core/answer/notes.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bcmaKinds } from "#data/vocabulary.ts";
import { bispecific, cohort, crs, infused } from "../../../support/cohorts.ts";
import { forAnyQuestion } from "./any-question.ts";
import { entry } from "./entries.ts";
import {
  bispecifics,
  bsab,
  carT,
  codes,
  describeNote,
  group,
  noCarT,
  ofAnswer,
  ofOne,
  row,
  usual,
} from "./noted.ts";

type Entry = ReturnType<typeof entry>;
type Population = "randomised" | "leukapheresed";

const searching = row({
  carT: group("car-t", [entry({ id: "s", label: "Searching", doses: "escalation" })]),
});

describeNote("dose-finding", [
  ["in two rows", ofAnswer({ rows: [searching, searching] }), [{ trials: ["Searching"] }]],
  ["none such", ofAnswer(), []],
]);

const counting = (population: Population, ...more: Entry[]) => ({
  carT: group("car-t", [entry({ id: "p", label: "Other" }, { population }), ...more]),
});
const collected = { ...usual, denominator: "collected" } as const;
const derived = entry(
  { id: "q", label: "Derived" },
  { population: "leukapheresed", countFrom: "infused" },
);
const ofInfused = ofOne({ outcome: infused, bsab: group("bsab", []) });

describeNote("patients-counted", [
  ["the infused", ofAnswer(), [{ treated: true, randomised: [], evaluable: [], collected: null }]],
  [
    "both",
    ofOne(counting("randomised", entry({ id: "a" }))),
    [{ treated: true, randomised: ["Other"] }],
  ],
  ["the randomised", ofOne(counting("randomised")), [{ treated: false, randomised: ["Other"] }]],
  ["no CAR-T", ofOne({ carT: noCarT }), []],
  ["no outcome over all patients", ofInfused, []],
  [
    "all with cells collected: printed or derived",
    ofOne(counting("leukapheresed", derived), collected),
    [{ denominator: "collected", collected: { printed: ["Other"], derived: ["Derived"] } }],
  ],
  [
    "the same of a row that is no response",
    ofOne({ outcome: crs, ...counting("leukapheresed", derived) }, collected),
    [{ collected: { printed: [], derived: [] } }],
  ],
]);

function aged(id: string, ages: readonly (number | null)[], field = "medianAge") {
  const make = id === "bsab" ? bispecific : cohort;
  return group(
    id,
    ages.map((value, index) => entry(make(`${id}${index}`, { [field]: value }))),
  );
}
const lines = (id: string, ages: readonly number[]) => aged(id, ages, "medianPriorLines");
const [young, old] = [aged("car-t", [60]), aged("bsab", [70])];
const disjointRows = [
  row({ carT: young, bsab: old }),
  row({ carT: young, bsab: old, outcome: crs }),
];
const closing = row({ carT: aged("car-t", [60, 71]), bsab: old, outcome: crs });
const once = { trials: 1, total: 1 };

describeNote("patients-apart", [
  [
    "no median age of one class reaches the other's",
    ofOne({ carT: aged("car-t", [60, 61, null]), bsab: aged("bsab", [64, 70]) }),
    [
      {
        what: "age",
        groups: [
          { group: "car-t", lowest: 60, highest: 61, trials: 2, total: 3 },
          { group: "bsab", lowest: 64, highest: 70, trials: 2, total: 2 },
        ],
      },
    ],
  ],
  [
    "no median of prior lines",
    ofOne({ carT: lines("car-t", [6, 7]), bsab: lines("bsab", [4, 5]) }),
    [{ what: "prior-lines", groups: [{ lowest: 6 }, { highest: 5 }] }],
  ],
  ["ages that touch", ofOne({ carT: aged("car-t", [60, 64]), bsab: aged("bsab", [64, 70]) }), []],
  ["a class without ages", ofOne({ carT: young, bsab: aged("bsab", [null]) }), []],
  ["trials of two rows, each once", ofAnswer({ rows: disjointRows }), [{ groups: [once, once] }]],
  [
    "a trial of another row that closes the gap",
    ofAnswer({ rows: [...disjointRows, closing] }),
    [],
  ],
  ["one group", ofOne({ groups: [young] }), []],
  ["three groups", ofOne({ groups: [young, old, aged("third", [80])] }), []],
]);

it("patients lie apart by spreads over trials", () => {
  expect(findMedianSpread([entry({ medianAge: null })], (part) => part.medianAge)).toBeNull();
  const parts = ["x", "y"].map((id) => entry({ id, trial: "NCT1", medianAge: 60 }));
  expect(findMedianSpread(parts, (part) => part.medianAge)).toMatchObject(once);
  expect(areSpreadsDisjoint([])).toBe(false);
  expect(areSpreadsDisjoint([{ lowest: 1, highest: 2 }])).toBe(false);
});

const after = (priorBcma: "some" | "required") =>
  ofOne({ bsab: group("bsab", [bsab("c", { priorBcma }), bsab("d")]) });
const everyone = ({ id, entries }: typeof carT) =>
  group(
    id,
    entries.map((member) => ({ ...member, cohort: { ...member.cohort, priorBcma: "required" } })),
  );

/** Returns a kind of earlier therapy that `n` of 20 patients had. */
const kind = (of: (typeof bcmaKinds)[number], n: number, directed = true) => ({
  ...{ kind: of, n, of: 20, directed, responders: null },
});
const [first, second, ...otherKinds] = bcmaKinds;
const all = (...kinds: (typeof bcmaKinds)[number][]) => kinds.map((name) => kind(name, 20));
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
      printing("part", kind(second, 7)),
      printing("none", kind(second, 0)),
      printing("other", kind(first, 7)),
      printing("practice", kind(second, 9), { evidence: "real-world" }),
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
  const rows = [row({ carT: noCarT, bsab: group("bsab", [entry(selectedTrial([]))]) })];
  const query = { ...usual, priorBcma: ["car-t"] } as const;
  expect(codes(ofAnswer({ query, rows, cohorts: [selectedTrial([])] }))).toEqual(["after-kinds"]);
});

const silent = {
  set: null,
  ...{ settingsMixed: false, byMedians: false, unreviewed: false, latest: false },
  ...{ overlapKept: false, confounded: false, classesMixed: [] },
};
const saying = (fields: Partial<Record<keyof typeof silent, unknown>>) => [
  { ...silent, ...fields },
];
const queryWith = (over: Partial<Query>): Query => ({ ...usual, ...over });
const early = { carT: group("car-t", [entry({ id: "e", setting: "early" })]) };
const unreviewed = { carT: group("car-t", [entry({ id: "u" }, { tier: 4 })]) };
const sharing = (cohortId: string) => {
  const overlaps = [{ with: cohortId, kind: "partial" as const, reason: "centres" }];
  return { carT: group("car-t", [entry({ id: "a", overlaps }), entry({ id: "b" })]) };
};
const named = { name: "Made 2020", cohorts: 2, cohortsPooled: 3, modified: true };
const trial = { id: "trial", cohorts: [cohort("a"), bispecific("b")] };
const practice = { id: "real-world", cohorts: [cohort("c")] };
const byEvidence = queryWith({ compare: "evidence" });

describeNote("question", [
  ["the usual one", ofAnswer(), []],
  ["a published set", ofAnswer({ set: { id: "x", ...named } }), saying({ set: named })],
  ["settings that meet", ofOne(early), saying({ settingsMixed: true })],
  [
    "a range of age",
    ofOne({}, queryWith({ age: { min: 60, max: null } })),
    saying({ byMedians: true }),
  ],
  [
    "a range of lines",
    ofOne({}, queryWith({ priorLines: { min: null, max: 4 } })),
    saying({ byMedians: true }),
  ],
  [
    "a threshold of age",
    ofOne({}, queryWith({ compare: "age:62" })),
    saying({ byMedians: true, confounded: true }),
  ],
  [
    "unreviewed sources that count",
    ofOne(unreviewed, queryWith({ sources: "any" })),
    saying({ unreviewed: true }),
  ],
  ["none of them there", ofOne({}, queryWith({ sources: "any" })), []],
  ["none of them asked for", ofOne(unreviewed), []],
  ["the latest cut", ofOne({}, queryWith({ cut: "latest" })), saying({ latest: true })],
  [
    "patients who count twice",
    ofOne(sharing("b"), queryWith({ overlap: "keep" })),
    saying({ overlapKept: true }),
  ],
  ["patients shared with no pooled trial", ofOne(sharing("z"), queryWith({ overlap: "keep" })), []],
  ["patients not asked to count twice", ofOne(sharing("b")), []],
  [
    "groups that differ in more than what they are compared by",
    ofAnswer({ query: byEvidence, groups: [trial, practice] }),
    saying({ confounded: true, classesMixed: ["trial"] }),
  ],
  ["one group of one class", ofAnswer({ query: byEvidence, groups: [practice] }), []],
]);

describe("an answer", () => {
  it("with CAR-T says whose patients count, and nothing else by default", () => {
    expect(codes(ofAnswer())).toEqual(["patients-counted"]);
  });

  it("without any figure has no notes", () => {
    const empty = { carT: noCarT, bsab: group("bsab", []) };
    expect(ofOne(empty, queryWith({ cut: "latest" }))).toEqual([]);
  });
});

describe("the place of a note", () => {
  const selected = queryWith({ priorBcma: ["selected"] });

  it.each<[NoteCode, "row" | "answer", string, Query?]>([
    ["figures-missing", "row", "products"],
    ["patients-counted", "row", "trials"],
    ["patients-counted", "answer", "answer"],
    ["follow-up", "row", "sure"],
    ["patients-apart", "answer", "verdict"],
    ["earlier-therapy", "answer", "answer"],
    ["earlier-therapy", "answer", "verdict", selected],
    ["no-label", "answer", "labels"],
  ])("%s of the %s is %s", (code, of, place, query = usual) => {
    expect(chooseNotePlace(code, of, query)).toBe(place);
  });

  forAnyQuestion("is in an opened row for a row, and on the screen for an answer", (answer) => {
    const { query, outcomes: rows, notes } = answer;
    const parts = ["products", "trials", "sure"];
    const ofRows = rows.flatMap((each) => each.notes);
    return (
      ofRows.every(({ code }) => parts.includes(chooseNotePlace(code, "row", query))) &&
      !notes.some(({ code }) => parts.includes(chooseNotePlace(code, "answer", query)))
    );
  });

  it("is not first in a closed row for what its numbers and names say already", () => {
    const all: NoteCode[] = ["other-trials", "figures-missing", "follow-up", "no-label"];
    expect(all.filter(canNoteBeginRow)).toEqual(["follow-up", "no-label"]);
  });
});
