/** A button in a line of text that opens or closes the row of an outcome. */
import type { ComponentChildren } from "preact";

interface Props {
  outcome: string;
  open: boolean;
  onToggleRow: ((outcome: string) => void) | undefined;
  children: ComponentChildren;
}

export function Opener({ outcome, open, onToggleRow, children }: Props) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-haspopup="dialog"
      aria-controls={`row-${outcome}`}
      disabled={!onToggleRow}
      onClick={() => onToggleRow?.(outcome)}
    >
      {children}
    </button>
  );
}
