/** Puts the notes of an answer in words, each with its place from the table in `core/answer/notes.ts`. */

import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import type { Note, NoteCode } from "#core/answer/note-values.ts";
import { canNoteBeginRow, chooseNotePlace, type NotePlace } from "#core/answer/notes.ts";
import { makeNoteInWords, type NoteInWords } from "../words/codes.ts";
import { makeShortAndLongGroupName } from "../words/groups.ts";
import { chooseStudyWord } from "../words/names.ts";
import { formatRangeWithDash, makeDifferenceTexts } from "../words/rates.ts";
import { describeFewEvents } from "./extent.ts";
import { describeSeparateDeaths } from "./separate-deaths.ts";

/** Holds a note with its place: `label` in a few words, `text` in sentences. */
export interface PlacedNote extends NoteInWords {
  readonly place: NotePlace;
}

type WithQuery = Pick<Answer<string>, "query">;

export function listRowNotes(
  { notes }: Pick<Row<string>, "notes">,
  answer: WithQuery,
): PlacedNote[] {
  return makePlacedNotes(notes, "row", answer);
}

export function listAnswerNotes(answer: WithQuery & Pick<Answer<string>, "notes">): PlacedNote[] {
  return makePlacedNotes(answer.notes, "answer", answer);
}

function makePlacedNotes(
  notes: readonly Note[],
  of: "row" | "answer",
  { query }: WithQuery,
): PlacedNote[] {
  const nameOf = (group: string) => makeShortAndLongGroupName(group, query.compare);
  return notes.map((note) => ({
    ...makeNoteInWords(note, nameOf, chooseStudyWord(query)),
    place: chooseNotePlace(note.code, of, query),
  }));
}

export function listNoteTextsAtPlace(notes: readonly PlacedNote[], place: NotePlace): string[] {
  return notes.filter((note) => note.place === place).map(({ text }) => text);
}

/** Returns the note for a closed row, which has room for a single one; `undefined` if there is none. */
export function findFirstNoteForClosedRow(notes: readonly PlacedNote[]): PlacedNote | undefined {
  return notes.find(({ code }) => canNoteBeginRow(code));
}

/**
 * Returns the label of a note on a group, as in "17 of 31 events: CARTIFAN-1", "other trials than …"; `undefined`
 * without such a note.
 */
export function findShortTextOfGroupNote(
  code: NoteCode,
  notes: readonly PlacedNote[],
  group: string,
): string | undefined {
  return notes.find((note) => note.code === code && note.group === group)?.label;
}

/**
 * Names the trial that carries a side, with the difference without it: "17 of 31 events: CARTIFAN-1; without it 5 more
 * (1–12)"; only the trial where no difference is left, or where this difference is what decides the row, and empty
 * without such a trial.
 */
export function describeDominantTrial(
  group: string,
  row: Row<string>,
  notes: readonly PlacedNote[],
): string {
  const label = findShortTextOfGroupNote("one-trial-carries", notes, group);
  const carrying = row.notes.find(
    (note) => note.code === "one-trial-carries" && note.group === group,
  );
  if (label === undefined || carrying?.code !== "one-trial-carries") return "";
  const omissions = row.contrasts.flatMap(({ analyses }) =>
    (analyses ?? []).flatMap((analysis) => analysis.omissions ?? []),
  );
  const without = omissions.find(({ trial }) => trial === carrying.trial);
  if (row.status?.reason?.variant === carrying.trial) return label;
  if (!without || without.differencePer100 === null || without.differenceInterval === null)
    return label;
  const { amount, range } = makeDifferenceTexts(
    without.differencePer100,
    without.differenceInterval,
  );
  return `${label}; without it ${amount} (${formatRangeWithDash(range)})`;
}

/**
 * Lists the remarks that belong to the number of a group, in the order of reading: "2 events: size depends on the
 * model", "cilta-cel 0 of 176 fatal".
 *
 * @param group A class, a product or another group of the answer.
 * @param notes The notes of the row.
 */
export function listGroupRemarks(
  group: string,
  pool: Pool,
  row: Row<string>,
  notes: readonly PlacedNote[],
): string[] {
  const texts = [
    describeFewEvents(pool),
    describeDominantTrial(group, row, notes),
    ...listGroupRemarksWithoutFixedPlace(group, pool, row, notes),
  ];
  return texts.filter((text) => text !== "");
}

/**
 * Lists the remarks on a group apart from those that a row states in fixed places: few events, and a trial that carries
 * the number.
 */
export function listGroupRemarksWithoutFixedPlace(
  group: string,
  pool: Pool,
  row: Row<string>,
  notes: readonly PlacedNote[],
): string[] {
  const texts = [
    describeSeparateDeaths(pool, row),
    findShortTextOfGroupNote("above-whole", notes, group),
    findShortTextOfGroupNote("other-trials", notes, group),
  ];
  return texts.flatMap((text) => text || []);
}
