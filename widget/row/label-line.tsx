/** Draws what a label requires beyond prior lines. */
import type { LabelText } from "#presentation/words/labels.ts";

export function LabelLine({ label: { lead, text } }: { label: LabelText }) {
  return (
    <p class="label">
      <strong>{lead}</strong> {text}
    </p>
  );
}
