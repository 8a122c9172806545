/**
 * Prevents patients from being counted twice when cohorts share them. For one outcome, of all sets
 * of cohorts without overlap, the one with the most patients is pooled (a maximum-weight
 * independent set of the overlap graph). Ties go to the set with the longer follow-up
 * (patient-months), then to the set with more cohorts, then to the first ids. An unknown number of
 * patients counts as 0. The result therefore depends neither on the order of the files nor on that
 * of the query.
 *
 * Of one cohort there is at most one candidate. The search is exact. It handles each connected part of the graph separately and tries every
 * cohort in and out. A branch is abandoned if even all remaining cohorts could not make it the
 * best. In practice a part has at most a dozen members.
 */
import type { ComputeCohort, Overlap } from "#data/compute-set.ts";

export interface Candidate {
  cohort: ComputeCohort;
  n: number | null;
  followUpMonths: number | null;
}

export interface Dropped<C extends Candidate> extends Omit<Overlap, "with"> {
  candidate: C;
  /** The largest pooled cohort with which it shares patients. */
  keptFor: ComputeCohort;
}

export function dropOverlaps<C extends Candidate>(
  candidates: readonly C[],
): { kept: C[]; dropped: Dropped<C>[] } {
  const near = neighbours(candidates);
  const chosen = new Set(connectedParts(near).flatMap((part) => heaviestSet(part, near)));
  const kept = candidates.filter((candidate) => chosen.has(candidate));
  const dropped = candidates.flatMap((candidate): Dropped<C>[] => {
    if (chosen.has(candidate)) return [];
    const rivals = kept.filter((other) => near.get(candidate)?.has(other));
    const [rival] = rivals.sort(byId).sort((a, b) => patients(b) - patients(a));
    const edge = rival && near.get(rival)?.get(candidate);
    // Never empty: a dropped cohort without an overlap to a kept one could have been kept, too.
    return edge ? [{ candidate, keptFor: rival.cohort, ...edge }] : [];
  });
  return { kept, dropped };
}

/** The overlaps of each candidate, by the other one. */
type Neighbours<C> = ReadonlyMap<C, ReadonlyMap<C, Overlap>>;

/** The data lists every overlap at both cohorts. Both are read, so that one entry is enough. */
function neighbours<C extends Candidate>(candidates: readonly C[]): Neighbours<C> {
  const near = new Map(candidates.map((one) => [one, new Map<C, Overlap>()]));
  const named = new Map(candidates.map((one) => [one.cohort.id, one]));
  for (const [one, own] of near) {
    for (const edge of one.cohort.overlaps) {
      const other = named.get(edge.with);
      const back = other && near.get(other);
      if (!back) continue;
      own.set(other, edge);
      if (!back.has(one)) back.set(one, edge);
    }
  }
  return near;
}

/** The connected parts of the overlap graph; the members of each are sorted by id. */
function connectedParts<C extends Candidate>(near: Neighbours<C>): C[][] {
  const left = new Set(near.keys());
  const parts: C[][] = [];
  for (const first of left) {
    const part: C[] = [first];
    left.delete(first);
    // `part` grows during the loop, until no further cohort can be reached.
    for (const member of part) {
      for (const other of near.get(member)?.keys() ?? []) if (left.delete(other)) part.push(other);
    }
    parts.push(part.sort(byId));
  }
  return parts;
}

interface Best<C> {
  members: readonly C[];
  patients: number;
  patientMonths: number;
}

function heaviestSet<C extends Candidate>(part: readonly C[], near: Neighbours<C>): readonly C[] {
  let best: Best<C> = { members: [], patients: -1, patientMonths: -1 };

  function extend(chosen: Best<C>, open: readonly C[]): void {
    const reachable = open.reduce((sum, candidate) => sum + patients(candidate), chosen.patients);
    if (reachable < best.patients) return;
    const [next, ...rest] = open;
    if (next === undefined) {
      if (beats(chosen, best)) best = chosen;
      return;
    }
    const apart = rest.filter((one) => !near.get(next)?.has(one));
    extend(
      {
        members: [...chosen.members, next],
        patients: chosen.patients + patients(next),
        patientMonths: chosen.patientMonths + patients(next) * (next.followUpMonths ?? 0),
      },
      apart,
    );
    // If `next` overlaps with none of the rest, leaving it out cannot give a better set.
    if (apart.length < rest.length) extend(chosen, rest);
  }

  extend({ members: [], patients: 0, patientMonths: 0 }, part);
  return best.members;
}

/** Of equal sets the one found first stays. It has the first ids, because these are tried first. */
function beats<C>(a: Best<C>, b: Best<C>): boolean {
  if (a.patients !== b.patients) return a.patients > b.patients;
  if (a.patientMonths !== b.patientMonths) return a.patientMonths > b.patientMonths;
  return a.members.length > b.members.length;
}

function patients({ n }: Candidate): number {
  return n ?? 0;
}

function byId(a: Candidate, b: Candidate): number {
  return a.cohort.id < b.cohort.id ? -1 : 1;
}
