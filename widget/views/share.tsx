/** Draws the ways to copy an answer or a row, as text for a note, as a table or as a link, or to send it. */
import { useState } from "preact/hooks";
import type { Copier, CopyOutcome, CopyWay } from "../copying.tsx";

const buttonTexts: Readonly<Record<CopyWay, string>> = {
  short: "Copy 3 lines",
  summary: "Copy text",
  table: "Copy table",
  link: "Copy link",
  share: "Share",
};

interface ShareProps {
  copy: Copier;
  ways: readonly CopyWay[];
}

export function Share({ copy, ways }: ShareProps) {
  const [copied, setCopied] = useState<CopyOutcome>({});
  return (
    <>
      {ways.map((way) => (
        <button
          key={way}
          type="button"
          onClick={() => {
            // The message is emptied first, because a screen reader does not announce the same text twice.
            setCopied({});
            copy(way).then(setCopied);
          }}
        >
          {buttonTexts[way]}
        </button>
      ))}
      <span aria-live="polite">{copied.message}</span>
      {copied.byHand}
    </>
  );
}
