import type { Design } from "../linear/design.ts";
import { hasFullRank } from "../linear/full-rank.ts";
import { isDegenerate, type Study } from "../study.ts";

/**
 * Why the exact likelihood has no maximum to report:
 *
 * - `no-cohorts`;
 * - `all-zero`, `all-events`: it increases as the rate approaches 0 or 1;
 * - `rank-deficient`: coefficients cannot be told apart (a covariate without variation);
 * - `separation`: it increases as a coefficient goes to infinity (a group without events or
 *   non-events);
 * - `tau-not-identified`: there are no more studies than coefficients, or only studies of one
 *   patient; these determine the average rate but not how rates vary;
 * - `tau-diverges`: every study has no events or only events; it increases as τ goes to infinity;
 * - `flat-likelihood`: its maximum is so flat that no standard error can be given;
 * - `not-converged`: the search did not find a maximum.
 */
export type GlmmFailure =
  | "no-cohorts"
  | "all-zero"
  | "all-events"
  | "rank-deficient"
  | "separation"
  | "tau-not-identified"
  | "tau-diverges"
  | "flat-likelihood"
  | "not-converged";

/**
 * The failure that counts and design alone show. `separation` is found only by the fit without
 * random effects.
 */
export function failureOf(studies: readonly Study[], design: Design): GlmmFailure | null {
  if (studies.length === 0) return "no-cohorts";
  if (studies.every(({ events }) => events === 0)) return "all-zero";
  if (studies.every(({ events, n }) => events === n)) return "all-events";
  if (!hasFullRank(design)) return "rank-deficient";
  return null;
}

/** Whether τ has no finite maximum. Must be called only after separation has been excluded. */
export function tauFailureOf(studies: readonly Study[], design: Design): GlmmFailure | null {
  if (studies.length <= design.p || studies.every(({ n }) => n === 1)) return "tau-not-identified";
  if (studies.every(isDegenerate)) return "tau-diverges";
  return null;
}
