/** Draws what the reader sees first: what separate trials saw, how sure, and in one box what makes it doubtful. */
import type { ComponentChildren } from "preact";
import type { DoubtBox } from "#presentation/views/doubt-box.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { LabelLine, RandomisedLines } from "../row/randomised.tsx";

interface HeadlineProps {
  view: Screen;
  /** True if the headline is that of the previous question. */
  stale?: boolean;
  /** Draws the choice of regions, where the question names none and labels differ. */
  offer?: ComponentChildren;
}

export function Headline({ view, stale, offer }: HeadlineProps) {
  const { verdict, doubt } = view;
  return (
    <header class="headline" aria-busy={stale || undefined}>
      <h2 class="verdict" part="headline">
        {verdict.lead} {verdict.harms && <span>{keepRanges(verdict.harms)} </span>}
        {verdict.last}
      </h2>
      {doubt && !(view.kind === "classes" && doubt.isOfClasses) && <CertaintyBox doubt={doubt} />}
      {view.label && <LabelLine label={view.label} />}
      {view.kind === "classes" && view.randomised?.tables.length === 0 && (
        <RandomisedLines view={view.randomised} />
      )}
      {offer}
    </header>
  );
}

/** No line ends within a range: a word joiner stands behind its dash. */
const keepRanges = (text: string) => text.replaceAll("–", "–\u2060");

/** Draws the box of certainty: at the headline, or above the rows by class if randomised trials lead the answer. */
export function CertaintyBox({ doubt: { lead, text, more } }: { doubt: DoubtBox }) {
  return (
    <p class="doubt-box">
      <strong>{lead}</strong> {text} {more.length > 0 && <span class="long">{more.join(" ")}</span>}
    </p>
  );
}
