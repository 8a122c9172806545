/** Text whose abbreviations are spelled out to whoever points at them. */

import { abbreviations, isAbbreviation, partsOf } from "#presentation/words/abbreviations.ts";

export function Abbreviated({ text }: { text: string }) {
  return (
    <>
      {partsOf(text).map((part, index) =>
        isAbbreviation(part) ? (
          <abbr key={index} title={abbreviations[part]}>
            {part}
          </abbr>
        ) : (
          part
        ),
      )}
    </>
  );
}
