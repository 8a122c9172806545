/** When patients were enrolled, seen from the first COVID-19 vaccines: infections depend on it. */
import type { ComputeCohort } from "../compute-set.ts";
import type { Cohort } from "../schema.ts";

/** The first vaccines were authorised in December of this year. */
const lastYearBefore = "2020";

/** `null` if the dates that would decide it are not stated. */
export function covidVaccinesOf({
  enrolment,
}: Pick<Cohort, "enrolment">): ComputeCohort["covidVaccines"] {
  const from = enrolment?.from?.slice(0, 4);
  const to = enrolment?.to?.slice(0, 4);
  if (to && to <= lastYearBefore) return "before";
  if (from && from > lastYearBefore) return "after";
  return from && to ? "across" : null;
}
