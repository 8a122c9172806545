/** Ways to copy an answer or a row: as text for a note, as a table, or as a link. */
import { useState } from "preact/hooks";
import type { DetailWords } from "#presentation/words/catalogue.ts";
import type { Copied, Copying } from "./copying.tsx";

interface Props {
  words: DetailWords;
  copy: Copying;
  ways?: readonly Parameters<Copying>[0][];
}

export function Share({ words, copy, ways = ["summary", "table", "link"] }: Props) {
  const [copied, setCopied] = useState<Copied>({});
  return (
    <>
      {ways.map((what) => (
        <button
          key={what}
          type="button"
          onClick={() => {
            // Emptied first: a screen reader does not announce the same text twice.
            setCopied({});
            copy(what).then(setCopied);
          }}
        >
          {words.copy[what]}
        </button>
      ))}
      <span aria-live="polite">{copied.said}</span>
      {copied.byHand}
    </>
  );
}
