/** What few readers need, behind its name. */
import type { ComponentChildren } from "preact";

interface FoldProps {
  id?: string | undefined;
  title: ComponentChildren;
  count?: number | undefined;
  open?: boolean;
  children: ComponentChildren;
}

export function Fold({ id, title, count, open, children }: FoldProps) {
  return (
    <details id={id} open={open}>
      <summary>
        {title} {count !== undefined && <span class="quiet">{count}</span>}
      </summary>
      {children}
    </details>
  );
}
