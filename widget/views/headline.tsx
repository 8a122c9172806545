/** Draws what the reader sees first: what separate trials saw, how sure, and in one box what makes it doubtful. */
import type { ComponentChildren } from "preact";
import type { Screen } from "#presentation/views/screen.ts";

interface HeadlineProps {
  view: Screen;
  /** The headline is that of the previous question. */
  stale?: boolean;
  /** Ways to the regions, where the question names none and labels differ. */
  offer?: ComponentChildren;
}

export function Headline({ view, stale, offer }: HeadlineProps) {
  const { verdict, doubt } = view;
  return (
    <header class="headline" aria-busy={stale || undefined}>
      <h2 class="verdict" part="headline">
        {verdict.lead} {verdict.harms && <span>{verdict.harms}</span>}
      </h2>
      {doubt && (
        <p class="doubt-box">
          {doubt.label && (
            <>
              <strong>{doubt.label.lead}</strong> {doubt.label.text}{" "}
            </>
          )}
          {doubt.lead && (
            <>
              <strong>{doubt.lead}</strong> {doubt.text}{" "}
            </>
          )}
          {doubt.more.length > 0 && <span class="long">{doubt.more.join(" ")}</span>}
        </p>
      )}
      {offer}
    </header>
  );
}
