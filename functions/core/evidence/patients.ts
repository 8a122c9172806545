/** Adds up patients of cohorts, of figures, or of studies in an answer. */

interface Patients {
  /** `n` is `null` if the number of patients is not known. */
  readonly n: number | null;
}

/** Returns the sum of patients; an unknown number counts as 0. */
export function sumPatients(parts: readonly Patients[]): number {
  return parts.reduce((sum, { n }) => sum + (n ?? 0), 0);
}

/** Returns the sum of patients times their months of follow-up; an unknown number or follow-up counts as 0. */
export function sumPatientMonths(
  parts: readonly (Patients & { readonly followUpMonths: number | null })[],
): number {
  return parts.reduce((sum, { n, followUpMonths }) => sum + (n ?? 0) * (followUpMonths ?? 0), 0);
}
