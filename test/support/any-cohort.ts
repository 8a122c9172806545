/** A cohort of the default question, whichever it is: no test depends on one of the data. */
import { dataset } from "#core/dataset.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { queryOf } from "./queries.ts";

/** It has a response rate, which nearly every page shows. */
const first = splitIncludedAndExcludedCohorts(queryOf("", dataset), dataset).included.find(
  ({ figures }) => figures.some(({ outcome, events }) => outcome === "orr" && events !== null),
);
if (!first) throw new Error("the default question has no cohort with a response rate");

export const anyCohort = first;
