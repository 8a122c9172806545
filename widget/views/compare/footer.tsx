/**
 * Below the rows: limitations, intended readers, where the numbers come from, and how to copy them.
 */

import type { ComponentChildren } from "preact";
import type { CompareView } from "#presentation/view/compare-view.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { permalinkOf } from "../../page/standalone-page.ts";
import { NewTab } from "../links.tsx";

interface Props {
  view: CompareView;
  strings: DrawnWords;
  /** Origin of the service; empty on its own pages. */
  site: string;
  /** The buttons that copy, a part of the script that is loaded right after the first view. */
  copy?: ComponentChildren;
}

export function Footer({ view, strings, site, copy }: Props) {
  const { canonical } = view;
  const { footer } = strings;
  const permalink = permalinkOf(site, canonical);
  return (
    <footer class="foot" part="footer">
      {view.cautions.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        <strong>{footer.audience}</strong> {view.review}
      </p>
      <div class="take-along">
        <NewTab href={`${site}/v1/comparison${canonical && `?${canonical}`}`}>{footer.data}</NewTab>
        <NewTab href={permalink}>{footer.permalink}</NewTab>
        <NewTab href={`${site}/glossary`}>{footer.glossary}</NewTab>
        {copy ??
          [footer.copyLink, footer.copyTable].map((label) => (
            <button key={label} type="button" disabled>
              {label}
            </button>
          ))}
      </div>
      <p>{footer.version(view.answerVersion)}</p>
      {/* The host's own line, which may have another direction. */}
      <slot name="footer" dir="auto" />
    </footer>
  );
}
