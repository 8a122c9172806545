/** Ways to copy an answer or a row, as text for a note, as a table or as a link, or to send it. */
import { useState } from "preact/hooks";
import type { Copied, Copying, Way } from "../copying.tsx";

const names: Readonly<Record<Way, string>> = {
  summary: "Copy text",
  table: "Copy table",
  link: "Copy link",
  share: "Share",
};

interface Props {
  copy: Copying;
  ways: readonly Way[];
}

export function Share({ copy, ways }: Props) {
  const [copied, setCopied] = useState<Copied>({});
  return (
    <>
      {ways.map((way) => (
        <button
          key={way}
          type="button"
          onClick={() => {
            // Emptied first: a screen reader does not announce the same text twice.
            setCopied({});
            copy(way).then(setCopied);
          }}
        >
          {names[way]}
        </button>
      ))}
      <span aria-live="polite">{copied.said}</span>
      {copied.byHand}
    </>
  );
}
