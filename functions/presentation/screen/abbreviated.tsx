/** Text whose abbreviations are spelled out to whoever points at them. */
import type { Abbreviation, Abbreviations } from "../words/catalogue.ts";

export function Abbreviated({ text, names }: { text: string; names: Abbreviations }) {
  return (
    <>
      {partsOf(text, names).map((part, index) =>
        isAbbreviation(part, names) ? (
          <abbr key={index} title={names[part]}>
            {part}
          </abbr>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** The abbreviations in a text, each once, in the order in which they come. */
export function abbreviationsIn(text: string, names: Abbreviations): Abbreviation[] {
  return [...new Set(partsOf(text, names))].filter((part) => isAbbreviation(part, names));
}

/** Whole words only: "CRS", not a part of a longer name. */
function partsOf(text: string, names: Abbreviations): string[] {
  return text.split(
    new RegExp(`(?<![\\p{L}\\p{N}])(${Object.keys(names).join("|")})(?![\\p{L}\\p{N}])`, "u"),
  );
}

function isAbbreviation(part: string, names: Abbreviations): part is Abbreviation {
  return Object.hasOwn(names, part);
}
