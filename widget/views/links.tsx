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

/** Opens a report at the address; see `Surroundings`. */
export type OpenReport = (address: string) => void;

interface ReportLinkProps {
  href: string;
  /** It is absent or `null` while the address has the numbers on screen. */
  open: OpenReport | null | undefined;
  children: ComponentChildren;
}

/**
 * Leads to the report on the answer. While the numbers count what the reader added it is a button, because whoever
 * opens an address in another way, as in a new tab, would see other numbers without being told.
 */
export function ReportLink({ href, open, children }: ReportLinkProps) {
  if (!open) return <NewTab href={href}>{children}</NewTab>;
  return (
    <button type="button" onClick={() => open(href)}>
      {children}
    </button>
  );
}

interface InPlaceProps {
  /** Holds the address of a page with the same content; `null` if no address has it. */
  href: string | null;
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
  if (href === null) {
    return (
      <button type="button" aria-current={isCurrent || undefined} onClick={go}>
        {children}
      </button>
    );
  }
  return (
    <a href={href} rel="noreferrer" aria-current={isCurrent || undefined} onClick={go && follow}>
      {children}
    </a>
  );
}
