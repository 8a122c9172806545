/** Finds the cohorts behind what a row shows of a class. */
import type { Pool } from "#core/answer/answer.ts";
import { listEvidenceByProduct } from "#core/answer/evidence.ts";
import { dataset } from "#core/dataset.ts";
import type { ComputeCohort } from "#data/compute-set.ts";

/** Returns the cohorts in the number of a class or, without a number, those of the figures that stand in for it. */
export function listCohortsOfClass(pool: Pool): ComputeCohort[] {
  const figures =
    pool.estimate === null
      ? listEvidenceByProduct(pool).flatMap(({ evidence }) => evidence)
      : pool.studies;
  const ids = new Set(figures.map(({ cohort }) => cohort));
  return dataset.cohorts.filter(({ id }) => ids.has(id));
}
