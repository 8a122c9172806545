/** What few readers need, behind its name. */
import type { ComponentChildren } from "preact";

interface FoldProps {
  id?: string | undefined;
  title: ComponentChildren;
  aside?: string | undefined;
  open?: boolean;
  children: ComponentChildren;
}

export function Fold({ id, title, aside, open, children }: FoldProps) {
  return (
    <details id={id} open={open}>
      <summary>
        {title} {aside !== undefined && <span class="quiet">{aside}</span>}
      </summary>
      {children}
    </details>
  );
}
