/** What stands below the rows of a screen: what is written there in short, and what a dashed mark is. */
import { abbreviations, abbreviationsIn } from "../words/abbreviations.ts";
import { shortenedIn, shortName } from "../words/product-name.ts";
import { withSpaces } from "../words/sentences.ts";
import type { RowView } from "./row-view.ts";
import type { SideView } from "./side-view.ts";

/** Who gives these drugs knows them; an opened row spells them out. */
const wellKnown = ["CRS", "ICANS"];

/** "Dashed: another outcome. HLH: haemophagocytic …; tec: teclistamab."; empty without any of it. */
export function legendOf(rows: readonly Pick<RowView, "label" | "sides">[]): string {
  const sides = rows.flatMap((row) => Object.values(row.sides));
  const isDashed = sides.some((side) => side?.marks.some(({ kind }) => kind === "other"));
  const names = [...new Set(sides.flatMap(textsOf).flatMap(shortenedIn))].sort();
  const inShort = [
    ...abbreviationsIn(rows.map(({ label }) => label).join(" "))
      .filter((name) => !wellKnown.includes(name))
      .map((name) => `${name}: ${abbreviations[name]}`),
    ...names.map((name) => `${shortName(name)}: ${name}`),
  ];
  return withSpaces([
    isDashed && "Dashed: another outcome.",
    inShort.length > 0 && `${inShort.join("; ")}.`,
  ]);
}

/** What is written on a side and on the other regimen beneath it. */
function textsOf(side: SideView | null | undefined): string[] {
  if (!side) return [];
  const { above = "", under, names = "", listed = "", labels = [], other } = side;
  return [above, under, names, listed, ...labels.map(({ text }) => text), ...textsOf(other)];
}
