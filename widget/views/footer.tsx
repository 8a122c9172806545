/** Below the rows: limitations, intended readers, and where the numbers come from. */
import type { ComponentChildren } from "preact";
import type { Screen } from "#presentation/views/screen.ts";
import { dateText } from "#presentation/words/dates.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { permalinkOf, withRegion } from "../question.ts";
import { NewTab, type OpenReport, ReportLink } from "./links.tsx";

interface FooterProps {
  view: Screen;
  /** Holds the origin of the service; empty on its own pages. */
  site: string;
  openReport?: OpenReport | null | undefined;
  /** Ways to copy the answer. */
  share?: ComponentChildren;
}

export function Footer({ view, site, openReport, share }: FooterProps) {
  const { canonical, notes, dataDate, dataVersion } = view;
  const { footer } = elementTexts;
  // The link has the version of the data: after a later release the page says that they are others.
  const dataParameter = `data=${dataVersion}`;
  return (
    <footer class="foot" part="footer">
      <p>
        {view.review} {footer.audience} {elementTexts.dataDate(dataDate && dateText(dataDate))}.
      </p>
      <div class="links">
        {share && (
          <details
            onToggle={({ currentTarget }) => {
              // The buttons open below the window.
              currentTarget.scrollIntoView({ block: "center" });
            }}
          >
            <summary>Copy</summary>
            <div class="acts">{share}</div>
          </details>
        )}
        <ReportLink
          href={`${site}/report?${canonical && `${canonical}&`}${dataParameter}`}
          open={openReport}
        >
          Report
        </ReportLink>
        {notes.length > 0 && (
          <details>
            <summary>Limits</summary>
            <ul>
              {notes.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        )}
        <NewTab href={`${site}/glossary`}>Glossary</NewTab>
        <NewTab href={permalinkOf(site, withRegion(canonical), dataVersion)}>
          {openReport ? "Link, without your counts" : "Link"}
        </NewTab>
      </div>
      <p>{footer.version(view.answerVersion)}</p>
      {/* The host's own line, which may have another direction. */}
      <slot name="footer" dir="auto" />
    </footer>
  );
}
