/** The button that copies an opened row as a few lines. */

import { useState } from "preact/hooks";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import type { Copied, Copying } from "../views/compare/copying.tsx";

interface Props {
  copy: Copying;
  strings: DrawnWords;
}

export function CopyRow({ copy, strings }: Props) {
  const [copied, setCopied] = useState<Copied>({});
  const press = () => {
    // Emptied first: a screen reader does not announce the same text twice.
    setCopied({});
    copy("summary").then(setCopied);
  };
  return (
    <div class="take-along">
      <button type="button" onClick={press}>
        {strings.footer.copy.summary}
      </button>
      <span aria-live="polite">{copied.said}</span>
      {copied.byHand}
    </div>
  );
}
