/** All with cells collected beside the infused, in English. */
import type { CollectedWords } from "../../contract/brief.ts";

export const collected: CollectedWords = {
  said: ({
    trials,
    of,
    areTrials,
    infused,
    collected: all,
    phrase,
    events,
    n,
    derived,
    assumed,
  }) => {
    const known = derived ? "where it is known" : `that print${trials === 1 ? "s" : ""} it`;
    const mark = derived === null ? "" : derived === "all" ? ", derived" : ", in part derived";
    const doubt =
      assumed.length === 0
        ? ""
        : `; that all enrolled in ${assumed.join(" and ")} had cells collected is assumed`;
    return `In the ${trials} of ${of} ${areTrials ? "trials" : "cohorts"} ${known}, ${infused} of 100 infused and ${all} of 100 collected ${phrase} (${events} of ${n}${mark}${doubt}).`;
  },
  cohort: ({ events, n }, infused, assumed) =>
    infused === null
      ? `${events} of ${n}, as printed`
      : `${events} of ${n}, derived: the ${infused.events} of ${infused.n} infused over the ${n} ${assumed ? "enrolled, assumed to be those " : ""}with cells collected`,
};
