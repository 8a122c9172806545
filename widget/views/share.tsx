/** Ways to copy an answer or a row: as text for a note, as a table, or as a link. */
import { useState } from "preact/hooks";
import { opened as words } from "#words/opened-row.ts";
import type { Copied, Copying, Form } from "../copying.tsx";

interface Props {
  copy: Copying;
  ways: readonly Form[];
}

export function Share({ copy, ways }: Props) {
  const [copied, setCopied] = useState<Copied>({});
  return (
    <>
      {ways.map((form) => (
        <button
          key={form}
          type="button"
          onClick={() => {
            // Emptied first: a screen reader does not announce the same text twice.
            setCopied({});
            copy(form).then(setCopied);
          }}
        >
          {words.copy[form]}
        </button>
      ))}
      <span aria-live="polite">{copied.said}</span>
      {copied.byHand}
    </>
  );
}
