/** Explains, below the rows of a screen, the marks, words and abbreviations that occur in the rows, and no others. */
import { abbreviations, findAbbreviations } from "../words/abbreviations.ts";
import { severe } from "../words/element.ts";
import { listKeysOfGaps } from "../words/names.ts";
import { listAbbreviatedDrugs, shortenDrugName } from "../words/product-name.ts";
import { joinBySpaces } from "../words/sentences.ts";
import type { MarkView } from "./plotted.ts";
import type { RowView } from "./row-view.ts";
import type { SideView } from "./side-view.ts";

/**
 * Returns text such as "Bar: 95 % interval. Ticks: trials. … HLH: haemophagocytic …; tec: teclistamab."; empty without
 * rows.
 *
 * @param isBrief True leaves out abbreviations in names of rows, which stand elsewhere.
 */
export function describeKeyToMarks(rows: readonly RowView[], isBrief = false): string {
  const sides = listDrawnSides(rows);
  const hasMark = (isMeant: (kind: MarkView["kind"], side: SideView) => boolean) =>
    sides.some((side) => side.marks.some(({ kind }) => isMeant(kind, side)));
  return joinBySpaces([
    rows.some(({ status }) => status.difference) && "Differences: model estimates, not subtracted.",
    sides.some(({ bar }) => bar) && "Bar: 95 % interval.",
    sides.some(({ ticks }) => ticks) && "Ticks: trials.",
    hasMark((kind, { filled }) => !filled && kind !== "other") && "Hollow: not pooled.",
    hasMark((kind) => kind === "other") && "Dashed: another outcome.",
    ...listKeysOfGaps([
      ...rows.map(({ status }) => status.text),
      ...sides.flatMap(listSideTextsExceptNumber),
    ]),
    rows.some(({ label, brief }) => label.startsWith("Severe") && !brief) && `Severe: ${severe}.`,
    describeAbbreviations(isBrief ? rows.map((row) => ({ ...row, label: "" })) : rows),
  ]);
}

/** Everybody who prescribes these drugs knows these abbreviations; an opened row spells them out. */
const familiar = ["CRS", "ICANS"];

/** Returns text such as "HLH: haemophagocytic …; tec: teclistamab."; empty if nothing is abbreviated. */
export function describeAbbreviations(rows: readonly RowView[]): string {
  const names = [
    ...new Set(
      listDrawnSides(rows).flatMap(listSideTextsExceptNumber).flatMap(listAbbreviatedDrugs),
    ),
  ].sort();
  const inShort = [
    ...findAbbreviations(rows.map(({ label }) => label).join(" "))
      .filter((name) => !familiar.includes(name))
      .map((name) => `${name}: ${abbreviations[name]}`),
    ...names.map((name) => `${shortenDrugName(name)}: ${name}`),
  ];
  return inShort.length > 0 ? `${inShort.join("; ")}.` : "";
}

/** Lists all that is drawn in rows: both classes, the other regimen of each, and all apheresed. */
function listDrawnSides(rows: readonly RowView[]): SideView[] {
  return rows.flatMap(({ sides, apheresed }) =>
    [...Object.values(sides), apheresed].flatMap(listSideAndSidesBeneath),
  );
}

/** Returns a side and the lines beneath it. */
export function listSideAndSidesBeneath(side: SideView | null | undefined): SideView[] {
  return side ? [side, ...listSideAndSidesBeneath(side.other)] : [];
}

/** Returns the texts of a side that stand above its axis, under its number and along its axis. */
function listSideTextsExceptNumber({ above = "", under, labels = [] }: SideView): string[] {
  return [above, under, ...labels.map(({ text }) => text)];
}
