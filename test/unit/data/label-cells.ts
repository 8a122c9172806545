/** Lists what the labels say of every regimen and region, copied a second time from their sources. */
import type { Label } from "#core/evidence/labels.ts";
import { labelRegions } from "#data/vocabulary.ts";

type Status = Label["status"];
/**
 * Holds after how many prior lines a label allows the regimen, or why it allows none; beside a status, the fewest lines
 * that were applied for.
 */
type Printed = number | Status | readonly [Status, number];

const none = "no-label-found";
const refused = "not-labelled";

/** Lists the entries of each regimen in the order of the regions: us, eu, ch, cn, jp. */
const table: Readonly<Record<string, readonly Printed[]>> = {
  "ide-cel": [2, 2, 2, none, 2],
  "cilta-cel": [1, 1, 2, 3, 3],
  teclistamab: [4, 3, 3, 3, 3],
  "teclistamab + daratumumab": [1, ["pending", 1], none, none, none],
  elranatamab: [4, 3, 3, 3, 3],
  talquetamab: [4, 3, 3, none, "not-known"],
  "talquetamab + daratumumab": [none, none, none, none, none],
  "talquetamab + daratumumab + pomalidomide": [none, none, none, none, none],
  linvoseltamab: [4, 3, none, none, none],
  "eque-cel": [none, none, none, 3, none],
  "zevor-cel": [refused, refused, none, 3, none],
  "anito-cel": ["pending", none, none, none, none],
};

/** After one line, two lines, and three or more: late patients are those of a later line, too. */
function statuses(printed: Printed): Status[] {
  if (typeof printed !== "number") return Array(3).fill([printed].flat()[0]);
  const isLabelled = (lines: number) => lines >= Math.min(printed, 3);
  return [1, 2, 3].map((lines) => (isLabelled(lines) ? "labelled" : "labelled-from-line"));
}

export const labelCells = Object.entries(table).flatMap(([regimen, row]) => {
  const [product = "", ...partners] = regimen.split(" + ");
  return row.map((printed, index) => ({
    product,
    partners,
    region: labelRegions[index] ?? "us",
    least: [printed].flat().find((value) => typeof value === "number") ?? null,
    statuses: statuses(printed),
  }));
});
