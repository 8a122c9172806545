/** A link of a report: out of the site in a new tab, so that the page that is read stays. */
import type { ComponentChildren } from "preact";

interface Props {
  /** `null`: it leads nowhere. */
  href: string | null;
  class?: string;
  children: ComponentChildren;
}

/** Only `http` and `https` addresses of other sites become links, because a browser would run a `javascript:` URL. */
export function Link({ href, class: look, children }: Props) {
  if (href === null) return <>{children}</>;
  if (/^https?:\/\//.test(href)) {
    return (
      <a href={href} class={look} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    );
  }
  if (!/^[/#?]/.test(href)) return <>{children}</>;
  return (
    <a href={href} class={look}>
      {children}
    </a>
  );
}

/** The record of a cohort. */
export function RecordLink({ cohort, label }: { cohort: string; label: string }) {
  return <a href={`/v1/cohorts/${cohort}`}>{label}</a>;
}
