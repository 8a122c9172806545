/**
 * Cohorts that share patients must not be counted twice. For one outcome, the
 * cohort with more patients stays and those it overlaps with give way; ties go to
 * the longer follow-up, then to the id (an unknown number gives way), so the answer never depends on file order.
 */
import type { ComputeCohort } from "../../data/compute-set.ts";
import { largestFirst } from "./largest-first.ts";

export interface Candidate {
  cohort: ComputeCohort;
  n: number | null;
  followUpMonths: number | null;
}

export interface Dropped<C extends Candidate> {
  candidate: C;
  /** The cohort that stayed in its place. */
  keptFor: ComputeCohort;
}

export function dropOverlaps<C extends Candidate>(
  candidates: readonly C[],
): { kept: C[]; dropped: Dropped<C>[] } {
  const kept: C[] = [];
  const dropped: Dropped<C>[] = [];
  for (const candidate of [...candidates].sort(byWeight)) {
    const rival = kept.find(({ cohort }) => overlaps(cohort, candidate.cohort));
    if (rival) dropped.push({ candidate, keptFor: rival.cohort });
    else kept.push(candidate);
  }
  const order = new Map(candidates.map((candidate, index) => [candidate, index]));
  kept.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { kept, dropped };
}

function byWeight(a: Candidate, b: Candidate): number {
  return (
    largestFirst(a.n, b.n) ||
    largestFirst(a.followUpMonths, b.followUpMonths) ||
    (a.cohort.id < b.cohort.id ? -1 : 1)
  );
}

/** Edges are symmetric; reading both ends keeps that true even for a one-sided entry. */
function overlaps(a: ComputeCohort, b: ComputeCohort): boolean {
  return (
    a.overlaps.some((edge) => edge.with === b.id) || b.overlaps.some((edge) => edge.with === a.id)
  );
}
