/**
 * Below the rows: limitations, intended readers, where the numbers come from, and how to copy them.
 */

import { useState } from "preact/hooks";
import type { Statement } from "#presentation/statement/statement.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { NewTab } from "../links.tsx";
import type { Copied, Copying } from "./copying.tsx";

interface Props {
  view: Statement;
  strings: DrawnWords;
  /** Origin of the service; empty on its own pages. */
  site: string;
  /** What the buttons do; a part of the script that is loaded right after the first view. */
  copy?: Copying | undefined;
}

export function Footer({ view, strings, site, copy }: Props) {
  const { canonical } = view;
  const { footer } = strings;
  // With the version of the data: after a later release the page says what changed.
  const asked = `?${canonical && `${canonical}&`}as-of=${view.dataVersion}`;
  const [copied, setCopied] = useState<Copied>({});
  return (
    <footer class="foot" part="footer">
      {view.cautions.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        <strong>{footer.audience}</strong> {view.review}
      </p>
      <div class="take-along">
        <NewTab href={`${site}/report${asked}`}>{footer.data}</NewTab>
        <NewTab href={`${site}/embed${asked}`}>{footer.permalink}</NewTab>
        <NewTab href={`${site}/glossary`}>{footer.glossary}</NewTab>
        {(["summary", "table", "link"] as const).map((what) => (
          <button
            key={what}
            type="button"
            disabled={!copy}
            onClick={() => {
              // Emptied first: a screen reader does not announce the same text twice.
              setCopied({});
              copy?.(what).then(setCopied);
            }}
          >
            {footer.copy[what]}
          </button>
        ))}
        <span aria-live="polite">{copied.said}</span>
        {copied.byHand}
      </div>
      <p>{footer.version(view.answerVersion)}</p>
      {/* The host's own line, which may have another direction. */}
      <slot name="footer" dir="auto" />
    </footer>
  );
}
