/** What the reader sees first: the verdict in words, then what makes it doubtful, said once. */
import type { ComponentChildren } from "preact";
import type { Screen } from "#presentation/statement/screen.ts";

interface Props {
  view: Screen;
  /** The verdict is that of the previous question. */
  stale?: boolean;
  /** Ways to the region that the reader chose last. */
  offer?: ComponentChildren;
}

export function Head({ view, stale, offer }: Props) {
  const { verdict, certainty, collected, patients, labels } = view;
  const doubts = [patients, collected, labels].filter(Boolean);
  return (
    <header class="headline" aria-busy={stale || undefined}>
      <h2 class="verdict" part="headline">
        {verdict.lead}
      </h2>
      {verdict.harms && <p class="harms">{verdict.harms}</p>}
      {certainty && <p class="certainty">{certainty}</p>}
      {doubts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {offer && <div class="acts">{offer}</div>}
    </header>
  );
}
