/** Summaries over cohorts, weighted by their numbers of patients. */
import type { FollowUp, MedianAges } from "./answer.ts";

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

/** The lowest and the highest median age; `null` if fewer than half of the cohorts print one. */
export function medianAgesOf(
  cohorts: readonly { readonly medianAge: number | null }[],
): MedianAges | null {
  const known = cohorts.flatMap(({ medianAge }) => medianAge ?? []);
  return known.length === 0 || 2 * known.length < cohorts.length
    ? null
    : { lowest: Math.min(...known), highest: Math.max(...known) };
}

/** Of the pooled figures of a class; `null` if there are none. */
export function followUpOf(
  entries: readonly { readonly followUpMonths: number | null; readonly n: number | null }[],
): FollowUp | null {
  if (entries.length === 0) return null;
  const items = entries.map(({ followUpMonths, n }) => ({ value: followUpMonths, patients: n }));
  return { months: weightedMedian(items), unknownShare: unknownShare(items) };
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
