/** A link to another site, beside the page. */
import type { ComponentChildren } from "preact";

interface OutwardProps {
  /** Without an address the name stands alone. */
  href: string | null;
  children: ComponentChildren;
}

/** Only `http` and `https` addresses become links, because a browser would run a `javascript:` URL. */
export function Outward({ href, children }: OutwardProps) {
  if (href === null || !/^https?:\/\//.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
