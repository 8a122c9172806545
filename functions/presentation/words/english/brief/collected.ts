/** All with cells collected beside the infused, in English. */

interface Count {
  readonly events: number;
  readonly n: number;
}

interface CollectedTold extends Count {
  readonly trials: number;
  /** Cohorts of the pool. */
  readonly of: number;
  /** Whether all of these are trials. */
  readonly areTrials: boolean;
  readonly infused: string;
  readonly collected: string;
  readonly phrase: string;
  /** Whether counts are derived; `null`: all are printed. */
  readonly derived: "all" | "some" | null;
  /** Where it is assumed that all who were enrolled had cells collected. */
  readonly assumed: readonly string[];
}

export const collected = {
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
  }: CollectedTold) => {
    const known = derived ? "where it is known" : `that print${trials === 1 ? "s" : ""} it`;
    const mark = derived === null ? "" : derived === "all" ? ", derived" : ", in part derived";
    const doubt =
      assumed.length === 0
        ? ""
        : `; that all enrolled in ${assumed.join(" and ")} had cells collected is assumed`;
    return `In the ${trials} of ${of} ${areTrials ? "trials" : "cohorts"} ${known}, ${infused} of 100 infused and ${all} of 100 collected ${phrase} (${events} of ${n}${mark}${doubt}).`;
  },
  /** @param infused what the count is derived from; `null` if it is printed. */
  cohort: ({ events, n }: Count, infused: Count | null, assumed: boolean) =>
    infused === null
      ? `${events} of ${n}, as printed`
      : `${events} of ${n}, derived: the ${infused.events} of ${infused.n} infused over the ${n} ${assumed ? "enrolled, assumed to be those " : ""}with cells collected`,
};
