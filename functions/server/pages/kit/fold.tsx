/** What few readers need, behind its name. */
import type { ComponentChildren } from "preact";

interface FoldProps {
  id?: string | undefined;
  title: ComponentChildren;
  aside?: string | undefined;
  /** Where it is folded; everywhere, if not said. */
  folded?: true | "narrow" | "screen";
  open?: boolean;
  children: ComponentChildren;
}

export function Fold({ id, title, aside, folded = true, open, children }: FoldProps) {
  return (
    <details id={id} open={open} class={folded === true ? undefined : folded}>
      <summary>
        {title} {aside !== undefined && <span class="quiet">{aside}</span>}
      </summary>
      {children}
    </details>
  );
}
