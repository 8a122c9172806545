/** Finds the cohorts behind what a row shows of a class. */
import type { Pool, Row } from "#core/answer/answer.ts";
import { evidenceByProduct } from "#core/answer/evidence.ts";
import { dataset } from "#core/dataset.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { therapyClasses } from "#data/vocabulary.ts";

/** Returns the cohorts in the number of a class or, without a number, those of the figures that stand in for it. */
export function cohortsOfClass(pool: Pool): ComputeCohort[] {
  const figures =
    pool.estimate === null
      ? evidenceByProduct(pool).flatMap(({ evidence }) => evidence)
      : pool.studies;
  const ids = new Set(figures.map(({ cohort }) => cohort));
  return dataset.cohorts.filter(({ id }) => ids.has(id));
}

/** Tells whether the two classes of a row have no trial in common. */
export function areTrialsSeparate({ pools }: Pick<Row, "pools">): boolean {
  const [carT = [], bsab = []] = therapyClasses.map((group) => cohortsOfClass(pools[group]));
  return distinctTrials([...carT, ...bsab]) === distinctTrials(carT) + distinctTrials(bsab);
}
