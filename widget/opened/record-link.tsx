interface Props {
  /** Where the cohorts' own records are. */
  apiBase: string;
  cohort: string;
  label: string;
  /** Address of the trial's own publication. */
  publication?: string | null;
}

/** A trial's name, which opens its publication where one is given, else its own record here. */
export function RecordLink({ apiBase, cohort, label, publication }: Props) {
  return (
    <a
      href={publication ?? `${apiBase}/v1/cohorts/${cohort}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      {label}
    </a>
  );
}
