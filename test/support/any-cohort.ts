/** Two cohorts of the default question, whichever they are: no test depends on one of the data. */
import { dataset } from "#core/dataset.ts";
import { selectCohorts } from "#core/evidence/select.ts";
import { queryOf } from "./queries.ts";

/** Both cohorts have a response rate, which nearly every page shows. */
const [first, second] = selectCohorts(queryOf("", dataset), dataset).included.filter(
  ({ figures }) => figures.some(({ outcome, events }) => outcome === "orr" && events !== null),
);
if (!first || !second) throw new Error("the default question has fewer than two cohorts");

export const anyCohort = first;
export const otherCohort = second;
