/** Puts the notes of an answer in words, and says what belongs to the number of a group. */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { NoteCode } from "#core/answer/note-values.ts";
import { makeNoteInWords, type NoteInWords } from "../words/codes.ts";
import { makeShortAndLongGroupName } from "../words/groups.ts";
import { chooseStudyWord } from "../words/names.ts";
import { type Fact, placeFacts } from "../words/places.ts";
import { formatRangeWithDash, makeDifferenceTexts } from "../words/rates.ts";
import { describeFewEvents } from "./extent.ts";
import { describeSeparateDeaths } from "./separate-deaths.ts";

type WithQuery = Pick<Answer<string>, "query">;

/** Returns the notes of a row or of an answer in words. */
export function listNotes(
  { notes }: Pick<Row<string>, "notes">,
  { query }: WithQuery,
): NoteInWords[] {
  const nameOf = (group: string) => makeShortAndLongGroupName(group, query.compare);
  return notes.map((note) => makeNoteInWords(note, nameOf, chooseStudyWord(query)));
}

/**
 * Lists what belongs to the number of a group, in the order of reading: "2 events: size depends on the model",
 * "cilta-cel 0 of 176 fatal"; the text of what is not so is empty.
 *
 * @param group A class, a product or another group of the answer.
 */
export function listGroupFacts(
  group: string,
  row: Row<string>,
  answer: WithQuery,
  notes = listNotes(row, answer),
): Fact[] {
  const pool = row.pools[group];
  if (!pool) return [];
  const labelOf = (code: NoteCode) =>
    notes.find((note) => note.code === code && note.group === group)?.label ?? "";
  return [
    { code: "few-events", text: describeFewEvents(pool) },
    {
      code: "one-trial-carries",
      text: addDifferenceWithoutTrial(group, row, labelOf("one-trial-carries")),
    },
    {
      code: "deaths-beside",
      text: describeSeparateDeaths(pool, row),
      brief: describeSeparateDeaths(pool, row, true),
    },
    { code: "above-whole", text: labelOf("above-whole") },
    { code: "other-trials", text: labelOf("other-trials") },
  ];
}

/** Lists what stands at the number of a group on a surface. */
export function listGroupRemarks(
  surface: "drug" | "group",
  ...of: Parameters<typeof listGroupFacts>
) {
  return placeFacts(surface, listGroupFacts(...of))("line");
}

/**
 * Names the trial that carries a side, with the difference without it: "17 of 31 events: CARTIFAN-1; without it 5 more
 * (1–12)"; only the trial where no difference is left, or where this difference is what decides the row.
 */
function addDifferenceWithoutTrial(group: string, row: Row<string>, label: string): string {
  const carrying = findCarrying(group, row);
  if (!carrying) return label;
  const omissions = row.contrasts.flatMap(({ analyses }) =>
    (analyses ?? []).flatMap((analysis) => analysis.omissions ?? []),
  );
  const without = omissions.find(({ trial }) => trial === carrying.trial);
  if (row.status?.changedBy?.variant === carrying.trial) return label;
  if (!without || without.differencePer100 === null || without.differenceInterval === null)
    return label;
  const { amount, range } = makeDifferenceTexts(
    without.differencePer100,
    without.differenceInterval,
  );
  return `${label}; without it ${amount} (${formatRangeWithDash(range)})`;
}

/** Returns the note on the trial that carries a side; `undefined` if none does. */
export function findCarrying(group: string, { notes }: Pick<Row<string>, "notes">) {
  return notes.flatMap((note) =>
    note.code === "one-trial-carries" && note.group === group ? note : [],
  )[0];
}
