/**
 * Defines when an answer has which note, and where it stands, in one entry for each note, the weightiest first. The
 * values are in `note-values.ts`, what makes them in `row-notes.ts` and `answer-notes.ts`, the words by the same
 * codes in `presentation/words/notes.ts`.
 */
import { type LabelNote, makeLabelSaleAndTherapyNotes } from "../evidence/label-notes.ts";
import { isQuestionAfterTherapy } from "../question/earlier-kinds.ts";
import type { Query } from "../question/query.ts";
import {
  listBcmaKindsOnlyElsewhereNotes,
  listCarTDenominatorNotes,
  listDisjointMedianNotes,
  listDoseFindingNotes,
  listEarlierTherapyNotes,
  listEntriesOfAllRows,
  listQuestionCaveatNotes,
} from "./answer-notes.ts";
import type { noteCodes } from "./note-codes.ts";
import type { Note, NoteCode, NoteValues } from "./note-values.ts";
import {
  listAnalysisPopulationNotes,
  listCombinationNotes,
  listCutAndOverlapNotes,
  listFollowUpNotes,
  listGradingNotes,
  listInfectionNotes,
  listMissingFigureNotes,
  listNotesOnTrialsWithMostEvents,
  listSeparateDeathNotes,
  makeNoterOfTrialsOtherThanWhole,
  type NotedAnswer,
  type NotedRow,
} from "./row-notes.ts";

/**
 * Names the place of a note: next to the verdict, with the labels, below the rows, in the row itself, whose own words say
 * it, or in a part of an opened row.
 */
export type NotePlace = "verdict" | "labels" | "answer" | "row" | "products" | "trials" | "sure";

type Place = NotePlace | ((query: Query) => NotePlace);

interface NoteRule<Values> {
  readonly place: Place;
  /**
   * `isImpliedByRow` is set if the number of the collapsed row already implies the note, which is then not repeated
   * there.
   */
  readonly isImpliedByRow?: true;
  /** `ofRow` returns the values of each note of a row, `ofAnswer` those of each note of the whole answer. */
  readonly ofRow?: (row: NotedRow, answer: NotedAnswer) => readonly Values[];
  readonly ofAnswer?: (answer: NotedAnswer) => readonly Values[];
}

const noteRules: { readonly [Code in keyof NoteValues]: NoteRule<NoteValues[Code]> } = {
  "patients-apart": { place: "verdict", ofAnswer: listDisjointMedianNotes },
  "one-trial-carries": { place: "row", ofRow: listNotesOnTrialsWithMostEvents },
  "other-trials": { place: "row", ofRow: makeNoterOfTrialsOtherThanWhole(false) },
  "above-whole": { place: "row", ofRow: makeNoterOfTrialsOtherThanWhole(true) },
  "figures-missing": { place: "products", isImpliedByRow: true, ofRow: listMissingFigureNotes },
  "follow-up": { place: "sure", ofRow: listFollowUpNotes },
  infections: { place: "sure", ofRow: listInfectionNotes },
  grading: { place: "trials", ofRow: listGradingNotes },
  "deaths-apart": { place: "trials", isImpliedByRow: true, ofRow: listSeparateDeathNotes },
  regimen: { place: "products", ofRow: listCombinationNotes },
  "patients-counted": {
    place: "trials",
    ofRow: listAnalysisPopulationNotes,
    ofAnswer: listCarTDenominatorNotes,
  },
  "earlier-therapy": {
    place: (query) => (isQuestionAfterTherapy(query) ? "verdict" : "answer"),
    ofAnswer: listEarlierTherapyNotes,
  },
  "earlier-therapy-elsewhere": { place: "answer", ofAnswer: listBcmaKindsOnlyElsewhereNotes },
  "dose-finding": { place: "answer", ofAnswer: listDoseFindingNotes },
  "cuts-and-overlap": { place: "trials", ofRow: listCutAndOverlapNotes },
  question: { place: "answer", ofAnswer: listQuestionCaveatNotes },
};

/** Notes of labels are found together, because they rest on the same labels. */
const labelNoteRules: { readonly [Code in LabelNote["code"]]: { readonly place: NotePlace } } = {
  "labels-in-part": { place: "labels" },
  "labelled-without-trial": { place: "labels" },
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
  ...labelNoteRules,
};

const codes = Object.keys(noteRules) as (keyof NoteValues)[];

/** Returns the place of a row's note in the opened row, or of an answer's note on the first screen. */
export function chooseNotePlace(code: NoteCode, of: "row" | "answer", query: Query): NotePlace {
  const { place } = rules[code];
  const placed = typeof place === "function" ? place(query) : place;
  const isOfParts = ["row", "products", "trials", "sure"].includes(placed);
  return of === "answer" && isOfParts ? "answer" : placed;
}

/** Returns whether a closed row, which has room for one note, may begin with it. */
export function canNoteBeginRow(code: NoteCode): boolean {
  return !rules[code].isImpliedByRow && rules[code].place !== "row";
}

/** Builds one note per value. The type of `noteRules` guarantees that values match their code. */
function makeNotes<Code extends keyof NoteValues>(
  code: Code,
  values: readonly NoteValues[Code][] = [],
): Note[] {
  return values.map((value) => ({ code, ...value }) as Note);
}

/** Returns the notes of one row. A note of the whole answer is not repeated. */
export function makeRowNotes(row: NotedRow, answer: NotedAnswer): Note[] {
  if (row.groups.every(({ entries }) => entries.length === 0)) return [];
  return codes.flatMap((code) => makeNotes(code, noteRules[code].ofRow?.(row, answer)));
}

/** Returns the notes of the whole answer; those of labels come last. */
export function makeAnswerNotes(answer: NotedAnswer): Note[] {
  const { query, groups, dataset } = answer;
  const selected = groups.flatMap(({ cohorts }) => cohorts);
  return [
    ...(listEntriesOfAllRows(answer).length === 0
      ? []
      : codes.flatMap((code) => makeNotes(code, noteRules[code].ofAnswer?.(answer)))),
    ...makeLabelSaleAndTherapyNotes(query, selected, dataset),
  ];
}
