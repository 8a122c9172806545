/** Summaries over cohorts in which every cohort counts by its patients. */

export interface Weighted {
  value: number | null;
  patients: number;
}

export function totalPatients(items: readonly { patients: number }[]): number {
  return items.reduce((sum, { patients }) => sum + patients, 0);
}

/** The lowest value that half of the patients with a known value do not exceed; `null` when none is known. */
export function weightedMedian(items: readonly Weighted[]): number | null {
  const known = items
    .filter((item): item is { value: number; patients: number } => item.value !== null)
    .sort((a, b) => a.value - b.value);
  const half = totalPatients(known) / 2;
  let seen = 0;
  for (const { value, patients } of known) {
    seen += patients;
    if (seen >= half) return value;
  }
  return null;
}

/** Share of patients in cohorts that do not report the value; 0 when there are no patients. */
export function unknownShare(items: readonly Weighted[]): number {
  const all = totalPatients(items);
  return all === 0 ? 0 : totalPatients(items.filter(({ value }) => value === null)) / all;
}
