import { chiSquaredTail } from "../special/chi-squared-tail.ts";

/** An estimate on the scale of the linear predictor with its standard error. */
export interface GroupEstimate {
  readonly estimate: number;
  readonly se: number;
}

/**
 * Tests whether estimates of independent groups differ: Q = Σ w (μ − μ̄)² with w = 1/se², against
 * χ² with G − 1 degrees of freedom (Borenstein et al. 2009, ch. 19). `null` for fewer than two
 * groups.
 */
export function betweenGroupsQ(
  groups: readonly GroupEstimate[],
): { q: number; df: number; p: number } | null {
  if (groups.length < 2) return null;
  const weights = groups.map(({ se }) => 1 / (se * se));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const weighted = (value: (group: GroupEstimate) => number) =>
    groups.reduce((total, group, index) => total + (weights[index] ?? 0) * value(group), 0);
  const mean = weighted(({ estimate }) => estimate) / sum;
  const q = weighted(({ estimate }) => (estimate - mean) ** 2);
  const df = groups.length - 1;
  return { q, df, p: chiSquaredTail(q, df) };
}
