/** The notes of a row: the one that leads, and where each stands in the opened row. */

import type { NoteCode } from "#core/answer/notes.ts";
import type { ApiNote, ApiRow } from "#presentation/words/api-answer.ts";

type NotePlace = "products" | "trials" | "sure";

/** Where a note of a row stands. */
const placed: Readonly<Partial<Record<NoteCode, NotePlace>>> = {
  "figures-missing": "products",
  "regimen-and-dose": "products",
  "other-trials": "products",
  "patients-counted": "trials",
  grading: "trials",
  "cuts-and-overlap": "trials",
};

/** The notes of a row, each where it belongs. */
export function notesOf({
  notes,
}: Pick<ApiRow, "notes">): Readonly<Record<NotePlace, readonly ApiNote[]>> {
  const placeOf = ({ code }: ApiNote) =>
    Object.entries(placed).find(([name]) => name === code)?.[1] ?? "sure";
  const at = (place: NotePlace) => notes.filter((note) => placeOf(note) === place);
  return { products: at("products"), trials: at("trials"), sure: at("sure") };
}

/** The number on the row says the same. */
const onTheRow: readonly NoteCode[] = ["figures-missing", "other-trials"];

/** The note that stands on a closed row, where only one has room; `null` if there is none. */
export function leadOf({ notes }: Pick<ApiRow, "notes">): ApiNote | null {
  return notes.find(({ code }) => onTheRow.every((one) => one !== code)) ?? null;
}
