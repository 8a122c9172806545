/** Links: out of the element, in a new tab, so that the page of the host stays open; and to what is drawn in place. */
import type { ComponentChildren } from "preact";

interface NewTabProps {
  /** `null`: it leads nowhere. */
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

interface TrialLinkProps {
  cohort?: string | null | undefined;
  label: string;
  /** Address of the trial's own publication, or of the figure beside it. */
  publication?: string | null | undefined;
  /** Origin of the service; empty on its own pages. */
  site: string;
}

/** A trial's name, linked to its publication, else to its own record here; plain where it has neither. */
export function TrialLink({ cohort, label, publication, site }: TrialLinkProps) {
  const record = cohort ? `${site}/v1/cohorts/${cohort}` : null;
  return <NewTab href={publication ?? record}>{label}</NewTab>;
}

interface InPlaceProps {
  /** A page that shows the same. */
  href: string;
  isCurrent?: boolean;
  /** Draws it here; absent without a script. */
  go: (() => void) | undefined;
  children: ComponentChildren;
}

/** Leads to what is drawn here, unless another tab or window was asked for: then without a referrer. */
export function InPlace({ href, isCurrent, go, children }: InPlaceProps) {
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
