/** Two cohorts of the default question, whichever there are: no test depends on one of the data. */
import { dataset } from "#core/dataset.ts";
import { select } from "#core/evidence/select.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { asked } from "./queries.ts";

const { included } = select(asked("", dataset), dataset);

function at(index: number): ComputeCohort {
  const cohort = included[index];
  if (!cohort) throw new Error("the default question has fewer than two cohorts");
  return cohort;
}

export const anyCohort = at(0);
export const otherCohort = at(1);
