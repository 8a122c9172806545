/** Words the codes in answers. The table does not compile unless every code has words. */

import type { Note, NoteCode } from "#core/answer/note-values.ts";
import type { StudyWord } from "./names.ts";
import { notes } from "./notes.ts";

export interface GroupName {
  /** The short name is for a label, as in "CAR-T". */
  readonly short: string;
  /** The long name stands before "cohort" in a sentence, as in "bispecific". */
  readonly long: string;
}

export type NameOf = (group: string) => GroupName;

/** Holds a note in a few words, and in sentences. */
interface NoteTexts {
  readonly label: string;
  readonly text: string;
}

export interface NoteInWords extends NoteTexts {
  readonly code: NoteCode;
  /** Names the group that the note is about; `null` for all groups. */
  readonly group: string | null;
}

interface CodedReason {
  readonly code: string;
}

type OfCode<Union extends CodedReason, Code extends Union["code"]> = Extract<
  Union,
  { readonly code: Code }
>;

export type NoteWords<Union extends CodedReason = Note> = {
  readonly [Code in Union["code"]]: (
    note: OfCode<Union, Code>,
    nameOf: NameOf,
    noun: StudyWord,
  ) => NoteTexts;
};

export type ReasonWords<Union extends CodedReason> = {
  readonly [Code in Union["code"]]: (reason: OfCode<Union, Code>) => string;
};

export function makeNoteInWords<Code extends Note["code"]>(
  note: OfCode<Note, Code> & { readonly code: Code },
  nameOf: NameOf,
  noun: StudyWord,
): NoteInWords {
  const group = "group" in note ? note.group : null;
  return { code: note.code, group, ...notes[note.code](note, nameOf, noun) };
}

export function describeCodedReason<Union extends CodedReason, Code extends Union["code"]>(
  reason: OfCode<Union, Code> & { readonly code: Code },
  words: ReasonWords<Union>,
): string {
  return words[reason.code](reason);
}
