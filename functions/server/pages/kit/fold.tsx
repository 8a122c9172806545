/** What few readers need, behind its name, without a script. */
import type { ComponentChildren } from "preact";

interface FoldProps {
  id?: string | undefined;
  title: ComponentChildren;
  /** How much is in it. */
  aside?: number | string | undefined;
  open?: boolean;
  /** `narrow`: it is folded on a phone only; `folded`: paper has nothing of it. Else paper has it open. */
  look?: "narrow" | "folded" | undefined;
  children: ComponentChildren;
}

export function Fold({ id, title, aside, open, look, children }: FoldProps) {
  return (
    <details id={id} open={open} class={look}>
      <summary>
        {title} {aside !== undefined && <span class="quiet">{aside}</span>}
      </summary>
      {children}
    </details>
  );
}
