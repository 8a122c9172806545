/** Links out of the element: a host's page stays where it is. */
import type { ComponentChildren } from "preact";

interface LinkProps {
  href: string;
  children: ComponentChildren;
}

export function NewTab({ href, children }: LinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

interface RecordProps {
  /** Where the cohorts' own records are. */
  apiBase: string;
  cohort: string;
  label: string;
  /** Address of the trial's own publication. */
  publication?: string | null;
}

/** A trial's name, which opens its publication where one is given, else its own record here. */
export function RecordLink({ apiBase, cohort, label, publication }: RecordProps) {
  return <NewTab href={publication ?? `${apiBase}/v1/cohorts/${cohort}`}>{label}</NewTab>;
}
