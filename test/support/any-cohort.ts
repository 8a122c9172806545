/** Two cohorts of the default question, whichever there are: no test depends on one of the data. */
import { dataset } from "#core/dataset.ts";
import { select } from "#core/evidence/select.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { asked } from "./queries.ts";

/** With a response rate, which nearly every page shows. */
const included = select(asked("", dataset), dataset).included.filter(({ figures }) =>
  figures.some(({ outcome, events }) => outcome === "orr" && events !== null),
);

function at(index: number): ComputeCohort {
  const cohort = included[index];
  if (!cohort) throw new Error("the default question has fewer than two cohorts");
  return cohort;
}

export const anyCohort = at(0);
export const otherCohort = at(1);
