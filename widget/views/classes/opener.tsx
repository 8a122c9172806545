/** A button that opens or closes the row of an outcome. */
import type { ComponentChildren } from "preact";

interface Props {
  class?: string;
  outcome: string;
  open: boolean;
  /** Absent on the server, because without a script a row cannot be opened. */
  onToggle: (() => void) | undefined;
  children: ComponentChildren;
}

export function Opener({ class: kind, outcome, open, onToggle, children }: Props) {
  return (
    <button
      type="button"
      class={kind}
      aria-expanded={open}
      aria-haspopup="dialog"
      aria-controls={`row-${outcome}`}
      disabled={!onToggle}
      onClick={onToggle}
    >
      {children}
    </button>
  );
}
