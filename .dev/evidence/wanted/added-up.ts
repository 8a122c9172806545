/** Cohorts with counts, as if they were one. */
interface Counted {
  readonly events: number | null;
  readonly n: number | null;
}

/** The share of their patients with the event, of 1; `null` if none has a count. */
export function addedUp(studies: readonly Counted[]): number | null {
  const counted = studies.flatMap(({ events, n }) =>
    events === null || n === null ? [] : [{ events, n }],
  );
  const patients = counted.reduce((sum, { n }) => sum + n, 0);
  return patients === 0 ? null : counted.reduce((sum, { events }) => sum + events, 0) / patients;
}
