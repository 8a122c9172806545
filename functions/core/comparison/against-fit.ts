import type { Compared, Fit, Fitting, Measured } from "./fit.ts";

/**
 * A reference that fell back to the default model cannot be compared with fits of the requested one,
 * which would then have no contrast either. If two or more groups have such a fit, the largest of them
 * stands in.
 */
export function againstFit<T extends Measured & Compared>(
  groups: readonly T[],
  reference: string | null,
  contrast: Fitting["contrast"],
  hasFit: (fit: Fit) => boolean,
): readonly T[] {
  const fellBack = groups.some(({ id, fit }) => id === reference && fit.status === "fallback");
  const [largest, ...others] = groups
    .filter(({ fit }) => hasFit(fit))
    .sort((a, b) => patientsOf(b) - patientsOf(a));
  if (!fellBack || largest === undefined || others.length === 0) return groups;
  return groups.map((group) =>
    group === largest
      ? { ...group, contrast: null, standsIn: true }
      : { ...group, contrast: contrast(group.fit, largest.fit) },
  );
}

function patientsOf({ figures: { figures } }: Measured): number {
  return figures.reduce((sum, { n }) => sum + (n ?? 0), 0);
}
