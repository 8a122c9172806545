/**
 * Patients who received a product alone and patients who received it with other drugs are never one
 * pool. The class stands for the kind with more patients; the other kind stands beside it.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Gathered, Poolable } from "./gather.ts";

export type Regimen = ComputeCohort["regimen"];

const kinds: readonly Regimen[] = ["monotherapy", "combination"];

export interface OfRegimen<F extends Poolable> {
  /** `null` if nothing is pooled, or if the kinds are not told apart. */
  regimen: Regimen | null;
  /** The selected cohorts of this kind. */
  cohorts: readonly ComputeCohort[];
  gathered: Gathered<F>;
}

export interface ByRegimen<F extends Poolable> extends OfRegimen<F> {
  /** The other kind, if it has figures, too. */
  beside: OfRegimen<F> | null;
}

/** All cohorts together, as a published set pooled them. */
export function together<F extends Poolable>(
  cohorts: readonly ComputeCohort[],
  gather: (cohorts: readonly ComputeCohort[]) => Gathered<F>,
): ByRegimen<F> {
  return { regimen: null, cohorts, gathered: gather(cohorts), beside: null };
}

/** @param gather Collects the figures of some cohorts. */
export function byRegimen<F extends Poolable>(
  cohorts: readonly ComputeCohort[],
  gather: (cohorts: readonly ComputeCohort[]) => Gathered<F>,
): ByRegimen<F> {
  const groups = kindsOf(cohorts).map((kind) => ({ ...kind, gathered: gather(kind.cohorts) }));
  // The sort is stable: of equal numbers, monotherapy stays first.
  const [most, other] = groups
    .filter(({ gathered }) => gathered.entries.length > 0)
    .sort((a, b) => patients(b.gathered) - patients(a.gathered));
  if (most === undefined) {
    const notPooled = groups.flatMap(({ gathered }) => gathered.notPooled);
    return {
      regimen: null,
      cohorts,
      gathered: { entries: [], notPooled, dropped: [], settled: true },
      beside: null,
    };
  }
  // The other kind's cohorts without a figure are named here, too, so that none is missing.
  const others = groups
    .filter((group) => group !== most)
    .flatMap(({ gathered }) => gathered.notPooled);
  return {
    ...most,
    gathered: { ...most.gathered, notPooled: [...most.gathered.notPooled, ...others] },
    beside: other ?? null,
  };
}

type Kind = Pick<OfRegimen<Poolable>, "cohorts"> & { regimen: Regimen };

/** Cached, because the selected cohorts are the same for all rows of a question. */
const known = new WeakMap<readonly ComputeCohort[], readonly Kind[]>();

function kindsOf(cohorts: readonly ComputeCohort[]): readonly Kind[] {
  const before = known.get(cohorts);
  if (before) return before;
  const found = kinds
    .map((regimen) => ({ regimen, cohorts: cohorts.filter((one) => one.regimen === regimen) }))
    .filter((kind) => kind.cohorts.length > 0);
  known.set(cohorts, found);
  return found;
}

/** An unknown number of patients counts as none. */
function patients({ entries }: Gathered<Poolable>): number {
  return entries.reduce((sum, { n }) => sum + (n ?? 0), 0);
}
