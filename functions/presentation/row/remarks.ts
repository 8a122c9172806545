/** What must be said beside the number of a group in a row, in the order in which it is said. */

import type { Pool, Row } from "#core/answer/answer.ts";
import { deathsApartText } from "./deaths-apart.ts";
import { fewEventsText } from "./extent.ts";
import { aboveWhole, otherTrials, type StatedNote } from "./notes.ts";

/**
 * "2 events: size depends on the model", "deaths apart: cilta-cel 0 of 176"; empty where nothing need be said.
 *
 * @param group a class, a product or another group of the answer
 * @param notes those of the row
 */
export function remarksOf(
  group: string,
  pool: Pool,
  row: Row<string>,
  notes: readonly StatedNote[],
): string[] {
  const texts = [
    fewEventsText(pool),
    deathsApartText(pool, row),
    aboveWhole(notes, group),
    otherTrials(notes, group),
  ];
  return texts.flatMap((text) => text || []);
}
