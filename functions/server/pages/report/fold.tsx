/** What is folded behind its name, without a script. */
import type { ComponentChildren } from "preact";

interface Props {
  id: string;
  title: ComponentChildren;
  /** How much is in it. */
  count?: number | string | undefined;
  /** `screen`: on paper it is open; `narrow`: it is folded on a phone only; `folded`: paper has nothing of it. */
  look: "screen" | "narrow" | "folded";
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
