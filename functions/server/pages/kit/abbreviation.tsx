/** Text whose abbreviations are spelled out to whoever points at them. */
import { isAbbreviation, partsOf } from "#presentation/words/abbreviations-in.ts";
import type { Abbreviations } from "#presentation/words/catalogue.ts";

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
