import type { Abbreviation, Abbreviations } from "./catalogue.ts";

/** The abbreviations in a text, each once, in the order in which they come. */
export function abbreviationsIn(text: string, names: Abbreviations): Abbreviation[] {
  return [...new Set(partsOf(text, names))].filter((part) => isAbbreviation(part, names));
}

/** A text cut before and after each abbreviation. Whole words only: "CRS", not a part of a longer name. */
export function partsOf(text: string, names: Abbreviations): string[] {
  return text.split(
    new RegExp(`(?<![\\p{L}\\p{N}])(${Object.keys(names).join("|")})(?![\\p{L}\\p{N}])`, "u"),
  );
}

export function isAbbreviation(part: string, names: Abbreviations): part is Abbreviation {
  return Object.hasOwn(names, part);
}
