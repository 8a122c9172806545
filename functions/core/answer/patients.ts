/** Computes summaries over cohorts, weighted by their numbers of patients. */
import type { FollowUp } from "./answer.ts";

interface PatientFields {
  /** `n` is `null` if the cohort does not report its number of patients. */
  readonly n: number | null;
}

interface FollowedCohort extends PatientFields {
  readonly followUpMonths: number | null;
}

/**
 * Returns the sum of all patients; `null` without cohorts, or if one number is unknown, because a partial sum
 * misleads.
 */
export function sumPatientsIfKnown(cohorts: readonly PatientFields[]): number | null {
  if (cohorts.length === 0) return null;
  return cohorts.reduce<number | null>(
    (sum, { n }) => (sum === null || n === null ? null : sum + n),
    0,
  );
}

/** The least share of patients with a known follow-up; below it, that of a few would be read as that of all. */
const leastShare = 1 / 2;

/**
 * Returns the patient-weighted median follow-up of pooled figures: the lowest that half of the patients with a
 * known one do not exceed. `null` months where it is known for fewer than half of the patients, and `null` without
 * figures.
 */
export function summariseFollowUp(entries: readonly FollowedCohort[]): FollowUp | null {
  if (entries.length === 0) return null;
  // All cohorts weigh the same if one number of patients is unknown.
  const areAllReported = sumPatientsIfKnown(entries) !== null;
  const weightOf = (part: readonly FollowedCohort[]) =>
    part.reduce((sum, { n }) => sum + (areAllReported ? (n ?? 0) : 1), 0);
  const unknown = entries.filter(({ followUpMonths }) => followUpMonths === null);
  const followed = entries
    .filter((entry) => !unknown.includes(entry))
    .sort((a, b) => (a.followUpMonths ?? 0) - (b.followUpMonths ?? 0));
  const median = followed.find(
    (_, at) => 2 * weightOf(followed.slice(0, at + 1)) >= weightOf(followed),
  );
  const unknownShare = weightOf(unknown) / weightOf(entries);
  const isReported = 1 - unknownShare >= leastShare;
  return { months: isReported ? (median?.followUpMonths ?? null) : null, unknownShare };
}
