import { abbreviations } from "./abbreviations.ts";

type Abbreviation = keyof typeof abbreviations & string;

/** The abbreviations in a text, each once, in the order in which they come: whole words only, no part of a longer name. */
export function abbreviationsIn(text: string): Abbreviation[] {
  const parts = text.split(
    new RegExp(
      `(?<![\\p{L}\\p{N}])(${Object.keys(abbreviations).join("|")})(?![\\p{L}\\p{N}])`,
      "u",
    ),
  );
  return [...new Set(parts)].filter((part) => isAbbreviation(part));
}

function isAbbreviation(part: string): part is Abbreviation {
  return Object.hasOwn(abbreviations, part);
}
