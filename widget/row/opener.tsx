/** Draws a button that opens or closes the row of an outcome. */
import type { ComponentChildren } from "preact";

interface OpenerProps {
  class?: string;
  outcome: string;
  open: boolean;
  /** Absent on the server, because without a script a row cannot be opened. */
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
          // Safari focuses no button that is pressed, and the focus returns to what had it.
          currentTarget.focus({ preventScroll: true });
          onToggle();
        })
      }
    >
      {children}
    </button>
  );
}
