/** A button that opens or closes a row, which then stands below it. */
import type { ComponentChildren } from "preact";

interface Props {
  outcome: string;
  open: boolean;
  onToggleRow: ((outcome: string) => void) | undefined;
  children: ComponentChildren;
}

export function Opener({ outcome, open, onToggleRow, children }: Props) {
  const toggle = ({ currentTarget }: { currentTarget: Element }) => {
    onToggleRow?.(outcome);
    if (!open) showRow(currentTarget, outcome);
  };
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={`detail-${outcome}`}
      disabled={!onToggleRow}
      onClick={toggle}
    >
      {children}
    </button>
  );
}

/** Scrolls to a row that was opened low on the screen or below it: what it holds is still on its way. */
function showRow(from: Element, outcome: string): void {
  requestAnimationFrame(() => {
    const row = from.closest(".survival")?.querySelector(`li[data-outcome="${outcome}"]`);
    if (row && row.getBoundingClientRect().top > innerHeight / 2) row.scrollIntoView();
  });
}
