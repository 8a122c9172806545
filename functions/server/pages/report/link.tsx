/** The record of a cohort. */
export function RecordLink({ cohort, label }: { cohort: string; label: string }) {
  return <a href={`/v1/cohorts/${cohort}`}>{label}</a>;
}
