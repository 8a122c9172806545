/** Links out of the element; they open a new tab, so that the host's page stays open. */
import type { ComponentChildren } from "preact";

export function NewTab({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

interface RecordProps {
  /** Origin of the pages with the cohorts' records. */
  apiBase: string;
  cohort: string;
  label: string;
  /** Address of the trial's own publication. */
  publication?: string | null;
}

/** A trial's name, linked to its publication or, if there is none, to its own record here. */
export function RecordLink({ apiBase, cohort, label, publication }: RecordProps) {
  return <NewTab href={publication ?? `${apiBase}/v1/cohorts/${cohort}`}>{label}</NewTab>;
}
