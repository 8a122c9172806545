/**
 * Prevents patients from being counted twice when cohorts share them. For one outcome, of all sets of cohorts without
 * overlap, the one with the most patients is pooled (a maximum-weight independent set of the overlap graph). Ties go
 * to the set with the longer follow-up (patient-months), then to the set with more cohorts, then to the first ids. An
 * unknown number of patients counts as 0. The result therefore depends neither on the order of the files nor on that
 * of the query.
 *
 * Of one cohort there is at most one candidate. The search is exact. It handles each connected part of the graph
 * separately, and again the parts into which it falls when a cohort is taken or left out. A registry network may link
 * dozens of cohorts in one part; most of them share patients with each other, so the upper bound of a branch
 * (`limitOf`) is tight. If a search needs too many steps, the best set found so far is kept, and the answer says so.
 */
import type { ComputeCohort, Overlap } from "#data/compute-set.ts";

export interface Candidate {
  cohort: ComputeCohort;
  n: number | null;
  followUpMonths: number | null;
}

export interface Dropped<C extends Candidate> extends Omit<Overlap, "with"> {
  candidate: C;
  /** `rival` is the largest pooled cohort with which the dropped cohort shares patients. */
  rival: ComputeCohort;
}

/**
 * The search stops after looking at this many cohorts, repeats included; five times as many cohorts as today need a
 * fifth of these steps.
 */
const mostSteps = 10_000;

/**
 * Returns the candidates to pool, in their order, and the dropped ones, each with the largest pooled cohort that
 * shares its patients. `settled` is `false` if another set may hold more patients than the selected one.
 *
 * @param budget The search stops after looking at this many cohorts.
 */
export function selectWithoutOverlap<C extends Candidate>(
  candidates: readonly C[],
  budget = mostSteps,
): { selection: C[]; dropped: Dropped<C>[]; settled: boolean } {
  const near = mapOverlapNeighbours(candidates);
  const sharing = candidates.filter((candidate) => near.get(candidate)?.size);
  const { selection, settled } = selectHeaviestSet(sharing, near, budget);
  const isSelected = (candidate: C) => selection.has(candidate) || !near.get(candidate)?.size;
  const selected = candidates.filter(isSelected);
  const dropped = candidates.flatMap((candidate): Dropped<C>[] => {
    if (isSelected(candidate)) return [];
    const rivals = selected.filter((neighbour) => near.get(candidate)?.has(neighbour));
    const [rival] = rivals
      .sort(compareCohortIds)
      .sort((a, b) => countCandidatePatients(b) - countCandidatePatients(a));
    const edge = rival && near.get(rival)?.get(candidate);
    // There always is an edge: a dropped cohort without an overlap to a selected one could have been selected, too.
    return edge ? [{ candidate, rival: rival.cohort, ...edge }] : [];
  });
  return { selection: selected, dropped, settled };
}

type Neighbours<C> = ReadonlyMap<C, ReadonlyMap<C, Overlap>>;

/**
 * Returns the overlaps of each cohort that has any. The data list every overlap at both cohorts. Both are read, so that one
 * entry is enough.
 */
function mapOverlapNeighbours<C extends Candidate>(candidates: readonly C[]): Neighbours<C> {
  // Only candidates that share patients with another one have a map: making one for each costs more than the search.
  const near = new Map<C, Map<C, Overlap>>();
  const neighboursOf = (candidate: C): Map<C, Overlap> => {
    const neighbours = near.get(candidate) ?? new Map<C, Overlap>();
    near.set(candidate, neighbours);
    return neighbours;
  };
  const byId = new Map(candidates.map((candidate) => [candidate.cohort.id, candidate]));
  for (const candidate of candidates) {
    for (const edge of candidate.cohort.overlaps) {
      const neighbour = byId.get(edge.with);
      if (!neighbour) continue;
      neighboursOf(candidate).set(neighbour, edge);
      const back = neighboursOf(neighbour);
      if (!back.has(candidate)) back.set(candidate, edge);
    }
  }
  return near;
}

/** Returns the connected parts of the overlap graph of `open`, each in the order of `open`. */
function splitConnectedParts<C>(open: readonly C[], near: Neighbours<C>): C[][] {
  const unvisited = new Set(open);
  return open.flatMap((first): C[][] => {
    if (!unvisited.delete(first)) return [];
    const part = new Set([first]);
    // `part` grows during the loop, until no further cohort can be reached.
    for (const member of part) {
      for (const neighbour of near.get(member)?.keys() ?? [])
        if (unvisited.delete(neighbour)) part.add(neighbour);
    }
    return [part.size < 2 ? [first] : open.filter((candidate) => part.has(candidate))];
  });
}

function selectHeaviestSet<C extends Candidate>(
  sharing: readonly C[],
  near: Neighbours<C>,
  budget: number,
): { selection: ReadonlySet<C>; settled: boolean } {
  const weights = weighCohorts(sharing);
  const weight = (candidate: C) => weights.get(candidate) ?? 0n;
  const total = (set: readonly C[]) => set.reduce((sum, candidate) => sum + weight(candidate), 0n);
  const share = (a: C, b: C) => near.get(a)?.has(b) ?? false;
  let steps = 0;
  let settled = true;
  const heaviestFirst = [...sharing].sort((a, b) => (weight(a) > weight(b) ? -1 : 1));
  return { selection: new Set(bestOf(heaviestFirst)), settled };

  function bestOf(open: readonly C[]): C[] {
    return splitConnectedParts(open, near).flatMap(bestOfPart);
  }

  function bestOfPart(part: C[]): C[] {
    if (part.length === 1) return part;
    steps += part.length;
    if (steps > budget) {
      settled = false;
      return heaviestOneByOne(part);
    }
    const all = new Map(
      part.map((candidate) => [candidate, part.filter((neighbour) => share(candidate, neighbour))]),
    );
    const rivals = (candidate: C) => all.get(candidate) ?? [];
    // A cohort is needless if a heavier one that excludes no others could take its place in any set.
    const isNeedless = (candidate: C) =>
      rivals(candidate).some(
        (heavier) =>
          weight(heavier) > weight(candidate) &&
          rivals(heavier).every((rival) => rival === candidate || share(rival, candidate)),
      );
    const needed = part.filter((candidate) => !isNeedless(candidate));
    if (needed.length < part.length) return bestOf(needed);
    // A cohort that is heavier than all cohorts it excludes belongs to the best set.
    const sure = part.find((candidate) => weight(candidate) > total(rivals(candidate)));
    const next = sure ?? part.reduce((a, b) => (rivals(b).length > rivals(a).length ? b : a));
    const remaining = part.filter((candidate) => candidate !== next);
    const withNext = [next, ...bestOf(remaining.filter((candidate) => !share(next, candidate)))];
    if (sure || limitOf(remaining) <= total(withNext)) return withNext;
    const without = bestOf(remaining);
    return total(without) > total(withNext) ? without : withNext;
  }

  /**
   * Returns an upper bound of the weight of a set: of cohorts that all share patients with each other, it holds
   * at most the heaviest.
   */
  function limitOf(open: readonly C[]): bigint {
    const cliques: C[][] = [];
    for (const candidate of open) {
      const clique = cliques.find((members) => members.every((member) => share(member, candidate)));
      if (clique) clique.push(candidate);
      else cliques.push([candidate]);
    }
    return total(cliques.flatMap(([heaviest]) => heaviest ?? []));
  }

  function heaviestOneByOne(part: readonly C[]): C[] {
    const members: C[] = [];
    for (const candidate of part)
      if (!members.some((member) => share(member, candidate))) members.push(candidate);
    return members;
  }
}

/**
 * Returns the weight of each cohort. It is the whole rule as one number, so that a set is worth the sum of its
 * members: patients, then patient-months (in hundredths), then the number of cohorts, then a bit for each cohort, the
 * first id the highest. No two sets have the same sum, so the order of the search decides nothing.
 */
function weighCohorts<C extends Candidate>(sharing: readonly C[]): ReadonlyMap<C, bigint> {
  const bits = BigInt(sharing.length);
  return new Map(
    [...sharing].sort(compareCohortIds).map((candidate, index) => {
      const months = Math.round(
        100 * countCandidatePatients(candidate) * (candidate.followUpMonths ?? 0),
      );
      const size = (BigInt(countCandidatePatients(candidate)) << 64n) + BigInt(months);
      return [candidate, (((size << 32n) + 1n) << bits) + (1n << (bits - 1n - BigInt(index)))];
    }),
  );
}

function countCandidatePatients({ n }: Candidate): number {
  return n ?? 0;
}

function compareCohortIds(a: Candidate, b: Candidate): number {
  return a.cohort.id < b.cohort.id ? -1 : 1;
}
