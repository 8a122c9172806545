/**
 * When an answer says which note, and where it stands: one row a note, the weightiest first. The values
 * are in `note-values.ts`, what makes them in `row-notes.ts` and `answer-notes.ts`, the words by the same codes in
 * `presentation/words/notes.ts`.
 */
import { type LabelNote, labelNotes } from "../evidence/label-notes.ts";
import { isAfterTherapy } from "../question/earlier-kinds.ts";
import type { Query } from "../question/query.ts";
import {
  doseFinding,
  earlierTherapy,
  earlierTherapyElsewhere,
  entriesIn,
  patientsApart,
  patientsCounted,
  questionSettings,
} from "./answer-notes.ts";
import type { noteCodes } from "./note-codes.ts";
import type { Note, NoteCode, NoteValues } from "./note-values.ts";
import {
  cutsAndOverlap,
  deathsApart,
  figuresMissing,
  followUp,
  grading,
  infections,
  type NotedAnswer,
  type NotedRow,
  oneTrialCarries,
  onOtherTrials,
  populations,
  regimens,
} from "./row-notes.ts";

/** Names the place of a note: next to the verdict, with the labels, below the rows, or in a part of an opened row. */
export type NotePlace = "verdict" | "labels" | "answer" | "products" | "trials" | "sure";

type Place = NotePlace | ((query: Query) => NotePlace);

interface NoteRule<Values> {
  readonly place: Place;
  /** The collapsed row already implies this note by its displayed number, so the note is not repeated there. */
  readonly isImpliedByRow?: true;
  /** `ofRow` returns the values of each note of a row, `ofAnswer` those of each note of the whole answer. */
  readonly ofRow?: (row: NotedRow, answer: NotedAnswer) => readonly Values[];
  readonly ofAnswer?: (answer: NotedAnswer) => readonly Values[];
}

const noteRules: { readonly [Code in keyof NoteValues]: NoteRule<NoteValues[Code]> } = {
  "patients-apart": { place: "verdict", ofAnswer: patientsApart },
  "one-trial-carries": { place: "products", ofRow: oneTrialCarries },
  "other-trials": { place: "products", isImpliedByRow: true, ofRow: onOtherTrials(false) },
  "above-whole": { place: "products", isImpliedByRow: true, ofRow: onOtherTrials(true) },
  "figures-missing": { place: "products", isImpliedByRow: true, ofRow: figuresMissing },
  "follow-up": { place: "sure", ofRow: followUp },
  infections: { place: "sure", ofRow: infections },
  grading: { place: "trials", ofRow: grading },
  "deaths-apart": { place: "trials", isImpliedByRow: true, ofRow: deathsApart },
  regimen: { place: "products", ofRow: regimens },
  "patients-counted": { place: "trials", ofRow: populations, ofAnswer: patientsCounted },
  "earlier-therapy": {
    place: (query) => (isAfterTherapy(query) ? "verdict" : "answer"),
    ofAnswer: earlierTherapy,
  },
  "earlier-therapy-elsewhere": { place: "answer", ofAnswer: earlierTherapyElsewhere },
  "dose-finding": { place: "answer", ofAnswer: doseFinding },
  "cuts-and-overlap": { place: "trials", ofRow: cutsAndOverlap },
  question: { place: "answer", ofAnswer: questionSettings },
};

/** Notes of labels are found together, because they rest on the same labels. */
const ofLabels: { readonly [Code in LabelNote["code"]]: { readonly place: NotePlace } } = {
  "labels-in-part": { place: "labels" },
  "no-label": { place: "labels" },
  "counted-without-label": { place: "answer" },
  "label-from-line": { place: "labels" },
  "label-condition": { place: "labels" },
  "left-out-for-label": { place: "answer" },
  "sold-elsewhere": { place: "answer" },
  "lines-unknown": { place: "answer" },
  "early-after-three": { place: "answer" },
  "after-kinds": { place: "verdict" },
};

const rules: {
  readonly [Code in (typeof noteCodes)[number]]: Pick<NoteRule<never>, "place" | "isImpliedByRow">;
} = {
  ...noteRules,
  ...ofLabels,
};

const codes = Object.keys(noteRules) as (keyof NoteValues)[];

/** Returns the place of a row's note in the opened row, or of an answer's note on the first screen. */
export function placeOfNote(code: NoteCode, of: "row" | "answer", query: Query): NotePlace {
  const { place } = rules[code];
  const placed = typeof place === "function" ? place(query) : place;
  const isOfParts = placed === "products" || placed === "trials" || placed === "sure";
  return of === "answer" && isOfParts ? "answer" : placed;
}

/** Returns whether a closed row, which has room for one note, may begin with it. */
export function maySayFirst(code: NoteCode): boolean {
  return !rules[code].isImpliedByRow;
}

/** Builds one note per value. The type of `made` guarantees that values match their code. */
function notesOf<Code extends keyof NoteValues>(
  code: Code,
  values: readonly NoteValues[Code][] = [],
): Note[] {
  return values.map((value) => ({ code, ...value }) as Note);
}

/** Returns the notes of one row. A note of the whole answer is not repeated. */
export function rowNotes(row: NotedRow, answer: NotedAnswer): Note[] {
  if (row.groups.every(({ entries }) => entries.length === 0)) return [];
  return codes.flatMap((code) => notesOf(code, noteRules[code].ofRow?.(row, answer)));
}

/** Returns the notes of the whole answer; those of labels come last. */
export function answerNotes(answer: NotedAnswer): Note[] {
  const { query, groups, dataset } = answer;
  const selected = groups.flatMap(({ cohorts }) => cohorts);
  return [
    ...(entriesIn(answer).length === 0
      ? []
      : codes.flatMap((code) => notesOf(code, noteRules[code].ofAnswer?.(answer)))),
    ...labelNotes(query, selected, dataset),
  ];
}
