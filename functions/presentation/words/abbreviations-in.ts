import { abbreviations } from "./abbreviations.ts";

type Abbreviation = keyof typeof abbreviations & string;

/** The abbreviations in a text, each once, in the order in which they come. */
export function abbreviationsIn(text: string): Abbreviation[] {
  return [...new Set(partsOf(text))].filter((part) => isAbbreviation(part));
}

/** A text cut before and after each abbreviation. Whole words only: "CRS", not a part of a longer name. */
export function partsOf(text: string): string[] {
  return text.split(
    new RegExp(
      `(?<![\\p{L}\\p{N}])(${Object.keys(abbreviations).join("|")})(?![\\p{L}\\p{N}])`,
      "u",
    ),
  );
}

export function isAbbreviation(part: string): part is Abbreviation {
  return Object.hasOwn(abbreviations, part);
}
