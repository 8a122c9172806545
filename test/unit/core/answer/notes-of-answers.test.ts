/** Tests when each note of an answer is given, one line for each situation, and where notes stand. */
import { describe, expect, it } from "vitest";
import type { NoteCode } from "#core/answer/note-values.ts";
import { canNoteBeginRow, chooseNotePlace } from "#core/answer/notes.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bcmaKinds } from "#data/vocabulary.ts";
import { bispecific, cohort, crs, infused } from "../../../support/cohorts.ts";
import { forAnyQuestion } from "./any-question.ts";
import { entry } from "./entries.ts";
import { bsab, describeNote, group, noCarT, ofAnswer, ofOne, row, usual } from "./noted.ts";

const collected = { ...usual, denominator: "collected" } as const;
const counted = { population: "leukapheresed" } as const;
const someCollected = group("car-t", [
  entry({ id: "p" }, counted),
  entry({ id: "q" }, { ...counted, countFrom: "infused" }),
]);

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
  [
    "all of a trial had it beside none",
    ofOne({ bsab: group("bsab", [bsab("c", { priorBcma: "required" }), bsab("d")]) }),
    [{ cohorts: null }],
  ],
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

const silent = {
  set: null,
  ...{ settingsMixed: false, byMedians: false, unreviewed: false, latest: false },
  ...{ overlapKept: false, confounded: false, classesMixed: [] },
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

describeNote("question", [
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
  ["unreviewed sources that were not asked for", ofOne(unreviewed), []],
  [
    "patients who count twice",
    ofOne(sharing("b"), queryWith({ overlap: "keep" })),
    saying({ overlapKept: true }),
  ],
  [
    "groups that differ in more than what they are compared by",
    ofAnswer({ query: byEvidence, groups: [trial, practice] }),
    saying({ confounded: true, classesMixed: ["trial"] }),
  ],
  ["one group of one class", ofAnswer({ query: byEvidence, groups: [practice] }), []],
]);

describe("the place of a note", () => {
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
