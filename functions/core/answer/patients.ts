/** Summaries over cohorts, weighted by their numbers of patients. */
import type { FollowUp } from "./answer.ts";

export interface Weighted {
  value: number | null;
  /** `null` if a cohort does not report its number of patients. */
  patients: number | null;
}

/** Sum of all patients; `null` without cohorts, or if one is unknown: a partial sum misleads. */
export function totalPatients(items: readonly { patients: number | null }[]): number | null {
  if (items.length === 0) return null;
  return items.reduce<number | null>(
    (sum, { patients }) => (sum === null || patients === null ? null : sum + patients),
    0,
  );
}

/** The lowest known value that half of the patients with one do not exceed; `null` without. */
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

/** Of more of the patients it must be known, or that of a few would be read as that of all. */
const leastKnown = 1 / 2;

/**
 * Patient-weighted median follow-up of pooled figures; `null` months where it is known for fewer than
 * half of the patients, and `null` without figures.
 */
export function followUpOf(
  entries: readonly { readonly followUpMonths: number | null; readonly n: number | null }[],
): FollowUp | null {
  if (entries.length === 0) return null;
  const items = entries.map(({ followUpMonths, n }) => ({ value: followUpMonths, patients: n }));
  const unknown = unknownShare(items);
  return { months: 1 - unknown < leastKnown ? null : weightedMedian(items), unknownShare: unknown };
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

/** Weights by patients. If one number of patients is unknown, all cohorts weigh the same. */
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
