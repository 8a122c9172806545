/** What is folded behind its name, without a script. */
import type { ComponentChildren } from "preact";

interface Props {
  id: string;
  title: ComponentChildren;
  /** How much is in it. */
  count?: number | string;
  /** `screen`: on paper it is open; `narrow`: it is folded on a phone only; else it is folded on paper, too. */
  look?: "screen" | "narrow";
  children: ComponentChildren;
}

export function Fold({ id, title, count, look, children }: Props) {
  return (
    <details id={id} class={look}>
      <summary>
        {title} {count !== undefined && <span class="muted">{count}</span>}
      </summary>
      {children}
    </details>
  );
}
