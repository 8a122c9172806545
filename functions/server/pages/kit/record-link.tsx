/** A cohort by its name, which leads to its record, or to a place there. */
interface RecordLinkProps {
  cohort: string;
  label: string;
  /** The id of what it leads to in the record. */
  place?: string;
}

export function RecordLink({ cohort, label, place }: RecordLinkProps) {
  return <a href={`/v1/cohorts/${cohort}${place ? `#${place}` : ""}`}>{label}</a>;
}
