/** Summaries over cohorts in which every cohort counts by its patients. */

export interface Weighted {
  value: number | null;
  /** `null` where a cohort does not say how many patients it counted. */
  patients: number | null;
}

/** All patients; `null` without cohorts, and where one does not say how many it counted: the sum is then unknown, not smaller. */
export function totalPatients(items: readonly { patients: number | null }[]): number | null {
  if (items.length === 0) return null;
  return items.reduce<number | null>(
    (sum, { patients }) => (sum === null || patients === null ? null : sum + patients),
    0,
  );
}

/** The lowest value that half of the patients with a known value do not exceed; `null` when none is known. */
export function weightedMedian(items: readonly Weighted[]): number | null {
  const known = weighed(items).filter(hasValue);
  known.sort((a, b) => a.value - b.value);
  const half = sumOfWeights(known) / 2;
  let seen = 0;
  for (const { value, weight } of known) {
    seen += weight;
    if (seen >= half) return value;
  }
  return null;
}

/** Share of patients in cohorts that do not report the value; 0 when there are no patients. */
export function unknownShare(items: readonly Weighted[]): number {
  const all = weighed(items);
  const total = sumOfWeights(all);
  return total === 0 ? 0 : sumOfWeights(all.filter((item) => !hasValue(item))) / total;
}

interface Weighed {
  value: number | null;
  weight: number;
}

/** By patients; each cohort once where a number of patients is unknown, since no share can be told then. */
function weighed(items: readonly Weighted[]): Weighed[] {
  const byPatients = totalPatients(items) !== null;
  return items.map(({ value, patients }) => ({
    value,
    weight: byPatients && patients !== null ? patients : 1,
  }));
}

function hasValue(item: Weighed): item is Weighed & { value: number } {
  return item.value !== null;
}

function sumOfWeights(items: readonly Weighed[]): number {
  return items.reduce((sum, { weight }) => sum + weight, 0);
}
