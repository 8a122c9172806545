/** Gives each trial one value of a property that its cohorts print, such as their median age. */
import type { ComputeCohort } from "#data/compute-set.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import type { Entry } from "../evidence/gather.ts";
import { averageWeightedByPatients, sumEventsAndPatientsOfEntries } from "../evidence/trials.ts";
import { hasNoPublishedSet } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";

/** Describes a cohort that prints the property. */
export interface CohortWithValue {
  readonly entry: Entry<CountedFigure>;
  readonly value: number;
}

export interface TrialWithValue {
  readonly cohorts: readonly [CohortWithValue, ...CohortWithValue[]];
  /** `events` and `n` are the sums of the counts of the cohorts. */
  readonly events: number;
  readonly n: number;
  /** `value` is the mean of what the cohorts print, weighted by their patients. */
  readonly value: number;
}

/**
 * Returns the trials of which a cohort prints the property; cohorts that do not print it are left out. In a question
 * about a published set each cohort is a trial.
 */
export function listTrialsWithValue(
  entries: readonly Entry<CountedFigure>[],
  valueIn: (cohort: ComputeCohort) => number | null,
  query: Pick<Query, "set">,
): TrialWithValue[] {
  const printing = entries.flatMap((entry): CohortWithValue[] => {
    const value = valueIn(entry.cohort);
    return value === null ? [] : [{ entry, value }];
  });
  const trialOf = ({ entry: { cohort } }: CohortWithValue) =>
    hasNoPublishedSet(query) ? cohort.trial : cohort.id;
  return groupBy(printing, trialOf).map((cohorts) => ({
    cohorts,
    ...sumEventsAndPatientsOfEntries(cohorts.map(({ entry }) => entry)),
    value: averageWeightedByPatients(cohorts.map(({ entry: { n }, value }) => ({ n, value }))),
  }));
}
