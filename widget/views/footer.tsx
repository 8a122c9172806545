/** Draws what stands below the rows: limitations, intended readers, and where the numbers come from. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Screen } from "#presentation/views/screen.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { addUsAndEuIfNoRegionOrSet, makePermalink } from "../question.ts";
import { useSurface } from "../row/surface.tsx";
import { NewTab } from "./links.tsx";

interface FooterProps {
  view: Screen;
  /** Draws the ways to copy the answer. */
  share?: ComponentChildren;
}

export function Footer({ view, share }: FooterProps) {
  const { canonical, notes, dataDate, dataVersion } = view;
  const { footer } = elementTexts;
  const { site } = useSurface();
  const [opened, setOpened] = useState<FootPart | null>(null);
  // The link has the version of the data: after a later release the page says that they are others.
  const dataParameter = `data=${dataVersion}`;
  const opener = (part: FootPart, text: string) => (
    <button
      type="button"
      aria-expanded={opened === part}
      onClick={() => setOpened(opened === part ? null : part)}
    >
      {text}
    </button>
  );
  return (
    <footer class="foot" part="footer">
      <p>
        {view.review && <NewTab href={`${site}/review`}>{view.review}</NewTab>}{" "}
        {elementTexts.dataDate(dataDate && formatDate(dataDate))}. {footer.audience}
      </p>
      <div class="links">
        {share && opener("copy", "Copy")}
        <NewTab href={`${site}/report?${canonical && `${canonical}&`}${dataParameter}`}>
          Report
        </NewTab>
        {notes.length > 0 && opener("limits", "Limits")}
        <NewTab href={`${site}/glossary`}>Glossary</NewTab>
        <NewTab href={makePermalink(site, addUsAndEuIfNoRegionOrSet(canonical), dataVersion)}>
          Link
        </NewTab>
      </div>
      {opened === "copy" && (
        <div class="acts" ref={scrollIntoSight}>
          {share}
        </div>
      )}
      {/* The list is always there, because without a script it stands open. */}
      <ul
        class="limits"
        hidden={opened !== "limits"}
        ref={opened === "limits" ? scrollIntoSight : null}
      >
        {notes.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>{footer.version(view.answerVersion)}</p>
      {/* This is the host's own line, which may have another direction. */}
      <slot name="footer" dir="auto" />
    </footer>
  );
}

/** Names the parts that open below the links, so that no link moves when it is pressed. */
type FootPart = "copy" | "limits";

const scrollIntoSight = (part: HTMLElement | null) => part?.scrollIntoView({ block: "nearest" });
