/**
 * A label pool prints several of our cohorts as one. It stands in for an outcome that none of its
 * parts reports; beside a part it would count patients twice, and it may hold patients whom the
 * question leaves out.
 */
import type { ComputeCohort } from "#data/compute-set.ts";

/** The cohorts that a label pool holds; none for any other cohort. */
export function partsOf(
  pool: ComputeCohort,
  cohorts: readonly ComputeCohort[],
): readonly ComputeCohort[] {
  if (!pool.labelPool) return [];
  return cohorts.filter((cohort) => contains(pool, cohort));
}

function contains(pool: ComputeCohort, { id, labelPool }: ComputeCohort): boolean {
  return (
    !labelPool && pool.overlaps.some(({ with: part, kind }) => part === id && kind === "contained")
  );
}

interface OfCohort {
  cohort: ComputeCohort;
}

/** The label pools among the candidates that must not stand in, each with a part that reports. */
export function needless<C extends OfCohort>(
  candidates: readonly C[],
): { pool: C; part: ComputeCohort; reason: string }[] {
  return candidates.flatMap((pool) => {
    const [part] = partsOf(
      pool.cohort,
      candidates.map(({ cohort }) => cohort),
    );
    const edge = pool.cohort.overlaps.find((overlap) => overlap.with === part?.id);
    return part === undefined || edge === undefined ? [] : [{ pool, part, reason: edge.reason }];
  });
}
