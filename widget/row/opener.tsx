/**
 * Draws a button that opens or closes the row of an outcome, and in one line the outcomes of which nothing is reported.
 */
import type { ComponentChildren } from "preact";
import { divideGaps } from "#presentation/words/names.ts";
import type { ViewProps } from "../views/shell.tsx";

interface OpenerProps {
  class?: string;
  outcome: string;
  open: boolean;
  /** It is absent on the server, because without a script a row cannot be opened. */
  onToggle: (() => void) | undefined;
  children: ComponentChildren;
}

export function Opener({ class: kind, outcome, open, onToggle, children }: OpenerProps) {
  return (
    <button
      type="button"
      class={kind}
      aria-expanded={open}
      aria-haspopup="dialog"
      aria-controls={open ? `row-${outcome}` : undefined}
      data-opens={outcome}
      disabled={!onToggle}
      onClick={
        onToggle &&
        (({ currentTarget }) => {
          // Safari does not focus a pressed button, so it is focused here: the focus returns to it when the row is
          // closed.
          currentTarget.focus({ preventScroll: true });
          onToggle();
        })
      }
    >
      {children}
    </button>
  );
}

// Draws the outcomes of which no trial reports anything in one line at the end. Each opens its row, which says why.

interface UnreportedProps extends Pick<ViewProps, "openRow" | "act"> {
  view: Pick<ViewProps["view"], "unreported">;
}

export function UnreportedOutcomes({ view, openRow, act }: UnreportedProps) {
  const { unreported } = view;
  if (unreported.length === 0) return null;
  return (
    <p class="unreported muted">
      {divideGaps(unreported).flatMap(({ heading, of }) => [
        `${heading} `,
        ...of.flatMap(({ outcome, name }, index) => [
          index > 0 && " · ",
          <Opener
            key={outcome}
            outcome={outcome}
            open={outcome === openRow}
            onToggle={act && (() => act.toggleRow(outcome))}
          >
            {name}
          </Opener>,
        ]),
        " ",
      ])}
    </p>
  );
}
