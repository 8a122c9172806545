/** Explains, below the rows of a screen, the abbreviations and short names that occur in the rows. */
import { abbreviations, abbreviationsIn } from "../words/abbreviations.ts";
import { shortenedIn, shortName } from "../words/product-name.ts";
import type { RowView } from "./row-view.ts";
import type { SideView } from "./side-view.ts";

/** Everybody who prescribes these drugs knows these abbreviations; an opened row spells them out. */
const familiar = ["CRS", "ICANS"];

/** Returns text such as "HLH: haemophagocytic …; tec: teclistamab."; empty if nothing is abbreviated. */
export function legendOf(rows: readonly Pick<RowView, "label" | "sides">[]): string {
  const sides = rows.flatMap((row) => Object.values(row.sides).flatMap(linesOf));
  const names = [...new Set(sides.flatMap(textsOf).flatMap(shortenedIn))].sort();
  const inShort = [
    ...abbreviationsIn(rows.map(({ label }) => label).join(" "))
      .filter((name) => !familiar.includes(name))
      .map((name) => `${name}: ${abbreviations[name]}`),
    ...names.map((name) => `${shortName(name)}: ${name}`),
  ];
  return inShort.length > 0 ? `${inShort.join("; ")}.` : "";
}

/** Returns a side and the lines beneath it. */
function linesOf(side: SideView | null | undefined): SideView[] {
  return side ? [side, ...linesOf(side.other)] : [];
}

function textsOf({ above = "", under, labels = [] }: SideView): string[] {
  return [above, under, ...labels.map(({ text }) => text)];
}
