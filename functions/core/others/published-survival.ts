/**
 * Checks published survival at a month against our trials. A trial that prints that month gives its value. Else
 * the interval of its median bounds it: at most half from the upper limit on, at least half up to the lower limit;
 * where the median was not reached, at least half up to its follow-up. Weighted by their patients, the trials of a
 * class allow a range, and a printed rate outside of it contradicts them.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { parseLandmarkMonth, parseSurvivalFamily } from "#data/landmarks.ts";
import type { Pool } from "../answer/answer.ts";
import { groupBy } from "../evidence/group-by.ts";
import { selectWithoutOverlap } from "../evidence/overlap.ts";

/** Adds medians that were not reached, with `months` as `null`. */
type MedianOfPool = Omit<Pool["medians"][number], "months"> & { readonly months: number | null };

/** Holds the bounds of a trial's survival at a month, 0 to 1; `median` is the median from which they follow. */
export interface Bounds {
  readonly n: number;
  readonly least: number;
  readonly most: number;
  readonly median?: MedianOfPool | undefined;
}

/**
 * Returns the bounds that the trials of a class set at the month of an outcome.
 *
 * @param cohortsOf Cohorts by their ids, for their patients.
 * @returns Empty for duration of response, whose responders are not counted here.
 */
export function listSurvivalBounds(
  outcome: string,
  { medians, notReached = [], studies }: Pick<Pool, "medians" | "notReached" | "studies">,
  cohortsOf: (entries: readonly { readonly cohort: string }[]) => readonly ComputeCohort[],
): Bounds[] {
  const family = parseSurvivalFamily(outcome);
  if (family === null || family === "dor") return [];
  const printed: MedianOfPool[] = [
    ...medians,
    ...notReached.map((median) => ({ ...median, months: null })),
  ];
  const firstOfEach = groupBy([...studies, ...printed], ({ cohort }) => cohort).map(
    ([first]) => first,
  );
  const withPatients = cohortsOf(firstOfEach).map((cohort) => ({
    cohort,
    n: cohort.n,
    followUpMonths: null,
  }));
  // A pooling of trials is not counted where its parts are.
  return selectWithoutOverlap(withPatients).selection.flatMap(({ cohort: { id }, n }) => {
    const at = studies.find(({ cohort }) => cohort === id)?.estimate;
    const median = printed.find(({ cohort }) => cohort === id);
    if (n === null) return [];
    if (at !== undefined) return [{ n, least: at, most: at }];
    return median
      ? [{ n, ...boundSurvivalAtMonth(parseLandmarkMonth(outcome), median), median }]
      : [];
  });
}

function boundSurvivalAtMonth(month: number, { months, interval, followUpMonths }: MedianOfPool) {
  const [lower, upper] = interval ?? [months === null ? followUpMonths : null, null];
  if (upper !== null && upper <= month) return { least: 0, most: 0.5 };
  return { least: lower !== null && lower >= month ? 0.5 : 0, most: 1 };
}

/**
 * Returns how a published rate contradicts two trials or more, and the medians that show it; `null` if it does
 * not.
 */
export function findRateContradiction(rate: number, trials: readonly Bounds[]) {
  const n = trials.reduce((sum, trial) => sum + trial.n, 0);
  const mean = (of: (trial: Bounds) => number) =>
    trials.reduce((sum, trial) => sum + trial.n * of(trial), 0) / n;
  const isHigher = rate > mean(({ most }) => most);
  if (trials.length < 2 || (!isHigher && rate >= mean(({ least }) => least))) return null;
  const contradicting = trials
    .filter(({ least, most }) => (isHigher ? most < 1 : least > 0))
    .flatMap(({ median }) => median ?? []);
  return contradicting.length > 0 ? { isHigher, trials: contradicting } : null;
}
