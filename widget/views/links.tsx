/**
 * Draws links that leave the element, in a new tab so that the host page stays open, and links to what the element
 * draws itself.
 */
import type { ComponentChildren } from "preact";

interface NewTabProps {
  /** `null` draws the text without a link. */
  href: string | null;
  children: ComponentChildren;
}

export function NewTab({ href, children }: NewTabProps) {
  if (href === null) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

interface InPlaceProps {
  /** Holds the address of a page with the same content. */
  href: string;
  isCurrent?: boolean;
  /** Draws the content in the element; absent without a script. */
  go: (() => void) | undefined;
  children: ComponentChildren;
}

/**
 * Draws the content in the element. If the reader asks for another tab or window, the page opens there, without a
 * referrer.
 */
export function InPlaceLink({ href, isCurrent, go, children }: InPlaceProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go?.();
  };
  return (
    <a href={href} rel="noreferrer" aria-current={isCurrent || undefined} onClick={go && follow}>
      {children}
    </a>
  );
}
