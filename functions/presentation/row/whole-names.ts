/** What stands below the rows of a screen on which drugs are called in short. */
import { shortenedIn, shortName } from "../words/product-name.ts";
import type { SideView } from "./side-view.ts";

/** "elra: elranatamab; tec: teclistamab." of the names beside the marks of these sides; empty without a short name. */
export function namesSpelledOut(sides: readonly (SideView | null | undefined)[]): string {
  const names = new Set(sides.flatMap(textsOf).flatMap(shortenedIn));
  const each = [...names].sort().map((name) => `${shortName(name)}: ${name}`);
  return each.length === 0 ? "" : `${each.join("; ")}.`;
}

/** What is written on a side and on the other regimen beneath it. */
function textsOf(side: SideView | null | undefined): string[] {
  if (!side) return [];
  const { above = "", under, names = "", listed = "", labels = [], other } = side;
  return [above, under, names, listed, ...labels.map(({ text }) => text), ...textsOf(other)];
}
