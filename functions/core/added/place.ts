/** Compares added counts with the published ones, which are pooled without them. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Interval, Pool, Row } from "../answer/answer.ts";
import { readPredictionIntervalIfThreeTrials } from "../answer/figures-of-trials.ts";
import { chooseFigure } from "../evidence/choose.ts";
import { canOutcomeOccurWithTargets, type Dataset } from "../evidence/dataset.ts";
import { listFailedFilters } from "../evidence/filters.ts";
import { hasFewPatients } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import { clopperPearson } from "../statistics/interval.ts";

/**
 * Tells where a rate lies relative to the prediction interval for the next trial: outside only if its whole
 * interval is.
 */
export type Place = "within" | "below" | "above";

export interface AddedFigure {
  readonly cohort: ComputeCohort;
  readonly group: TherapyClass;
  readonly outcome: string;
  readonly events: number;
  readonly n: number;
  /** `rate` is 0 to 1; `null` for fewer than 30 patients, who give a count only. */
  readonly rate: number | null;
  /** `interval` is the exact 95 % interval of the rate (Clopper and Pearson). */
  readonly interval: Interval;
  /**
   * `prediction` is the prediction interval of the published trials; `null` with fewer than three trials, and if the
   * cohort has the other kind of regimen.
   */
  readonly prediction: Interval | null;
  /** `place` is `null` without a rate or a prediction, and if the rate lies outside but its interval reaches inside. */
  readonly place: Place | null;
}

/**
 * Lists the filters by evidence, region and label. A cohort that only these filters exclude has patients like those
 * of the question, so it is listed.
 */
const listedFilters: readonly string[] = ["evidence", "availability", "labelled"];

/** Tells whether the numbers of a question count an added cohort, and which filters exclude it. */
export interface Standing {
  readonly cohort: ComputeCohort;
  /** `isEligible` is true if the numbers of this question would count the cohort. */
  readonly isEligible: boolean;
  /**
   * `isListed` is true if the counts of the cohort are listed under the rows, whether or not the numbers count them.
   */
  readonly isListed: boolean;
  readonly failedFilters: readonly string[];
}

/**
 * Returns whether the numbers of a question count a cohort, whether its counts are listed, and which filters exclude
 * it.
 */
export function judgeCohortByFilters(
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): Standing {
  const failed = listFailedFilters(cohort, query, dataset);
  return {
    cohort,
    isEligible: failed.length === 0,
    isListed: failed.every((name) => listedFilters.includes(name)),
    failedFilters: failed,
  };
}

/**
 * Returns the figures of added cohorts for a row.
 *
 * @param row The row of the published trials alone.
 * @param groupOf names the pool with which a cohort is compared: that of its class, or of its product
 */
export function gatherAddedFigures<Group extends string>(
  row: Pick<Row<Group>, "outcome" | "pools">,
  addedCohorts: readonly ComputeCohort[],
  query: Query,
  { outcomes }: Pick<Dataset, "outcomes">,
  groupOf: (cohort: ComputeCohort) => Group,
): AddedFigure[] {
  const outcome = outcomes.find(({ id }) => id === row.outcome);
  if (outcome?.kind !== "count") return [];
  return addedCohorts.flatMap((cohort) => {
    const { therapyClass: group, targets, regimen } = cohort;
    if (!outcome.appliesTo.includes(group) || !canOutcomeOccurWithTargets(outcome, targets))
      return [];
    const { figure } = chooseFigure(cohort, outcome, query);
    if (figure === null) return [];
    const { events, n } = figure;
    const pool: Pool | undefined = row.pools[groupOf(cohort)];
    const isSameRegimen = pool && (pool.regimen === null || pool.regimen === regimen);
    const prediction = isSameRegimen ? readPredictionIntervalIfThreeTrials(pool) : null;
    const rate = hasFewPatients(figure) ? null : events / n;
    const interval = clopperPearson(events, n);
    return {
      ...{ cohort, group, outcome: row.outcome, events, n, rate, interval, prediction },
      place:
        rate === null || prediction === null
          ? null
          : judgePlaceInPrediction(rate, interval, prediction),
    };
  });
}

/**
 * Returns whether a rate lies below, within or above a prediction interval; `null` if the few patients leave it open.
 */
export function judgePlaceInPrediction(
  rate: number,
  interval: Interval,
  prediction: Interval,
): Place | null {
  const [lower, upper] = prediction;
  if (interval[1] < lower) return "below";
  if (interval[0] > upper) return "above";
  return rate >= lower && rate <= upper ? "within" : null;
}
