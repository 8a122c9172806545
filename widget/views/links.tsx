/** Links: out of the element, in a new tab, so that the page of the host stays open; and to what is drawn in place. */
import type { ComponentChildren } from "preact";

export function NewTab({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** For a link whose page is drawn here, unless another tab or window was asked for: then without a referrer. */
export function inPlace(go: () => void) {
  return (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go();
  };
}
