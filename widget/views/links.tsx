/** Links out of the element; they open a new tab, so that the host's page stays open. */
import type { ComponentChildren } from "preact";

export function NewTab({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
