/**
 * Defines when an answer has which note, the weightiest first. The values are in `note-values.ts`, what makes them in
 * `row-notes.ts` and `answer-notes.ts`; by the same codes `presentation/words` has the words in `notes.ts` and the
 * places in `places.ts`.
 */
import { type LabelNote, makeLabelSaleAndTherapyNotes } from "../evidence/label-notes.ts";
import {
  listBcmaKindsOnlyElsewhereNotes,
  listCarTDenominatorNotes,
  listDisjointMedianNotes,
  listDoseFindingNotes,
  listEarlierTherapyNotes,
  listEntriesOfAllRows,
  listQuestionCaveatNotes,
} from "./answer-notes.ts";
import type { Note, NoteValues } from "./note-values.ts";
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

type Lists<Of extends readonly unknown[]> = {
  readonly [Code in keyof NoteValues]?: (...of: Of) => readonly NoteValues[Code][];
};

/** Returns the values of each note of a row. */
const ofRow = {
  "one-trial-carries": listNotesOnTrialsWithMostEvents,
  "other-trials": makeNoterOfTrialsOtherThanWhole(false),
  "above-whole": makeNoterOfTrialsOtherThanWhole(true),
  "figures-missing": listMissingFigureNotes,
  "follow-up": listFollowUpNotes,
  infections: listInfectionNotes,
  grading: listGradingNotes,
  "deaths-apart": listSeparateDeathNotes,
  regimen: listCombinationNotes,
  "patients-counted": listAnalysisPopulationNotes,
  "cuts-and-overlap": listCutAndOverlapNotes,
} satisfies Lists<[NotedRow, NotedAnswer]>;

/** Returns the values of each note of the whole answer; notes of labels are found together. */
const ofAnswer = {
  "patients-apart": listDisjointMedianNotes,
  "patients-counted": listCarTDenominatorNotes,
  "earlier-therapy": listEarlierTherapyNotes,
  "earlier-therapy-elsewhere": listBcmaKindsOnlyElsewhereNotes,
  "dose-finding": listDoseFindingNotes,
  question: listQuestionCaveatNotes,
} satisfies Lists<[NotedAnswer]>;

export type RowNoteCode = keyof typeof ofRow;
export type AnswerNoteCode = keyof typeof ofAnswer | LabelNote["code"];

/** Builds a note of each value. The types of the tables guarantee that values match their code. */
function makeNotes<Of extends readonly unknown[]>(
  table: Readonly<Record<string, (...of: Of) => readonly object[]>>,
  ...of: Of
): Note[] {
  return Object.entries(table).flatMap(([code, list]) =>
    list(...of).map((values) => ({ code, ...values }) as Note),
  );
}

/** Returns the notes of one row. A note of the whole answer is not repeated. */
export function makeRowNotes(row: NotedRow, answer: NotedAnswer): Note[] {
  if (row.groups.every(({ entries }) => entries.length === 0)) return [];
  return makeNotes(ofRow, row, answer);
}

/** Returns the notes of the whole answer; those of labels come last. */
export function makeAnswerNotes(answer: NotedAnswer): Note[] {
  const { query, groups, dataset } = answer;
  const selected = groups.flatMap(({ cohorts }) => cohorts);
  return [
    ...(listEntriesOfAllRows(answer).length === 0 ? [] : makeNotes(ofAnswer, answer)),
    ...makeLabelSaleAndTherapyNotes(query, selected, dataset),
  ];
}
