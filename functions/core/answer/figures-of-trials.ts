/** Tells what a pool was made from: one figure a trial, of all patients of its cohorts. */
import { groupBy } from "#data/lists-and-objects.ts";
import { countTrialsIncludingPooled, nameTrial, type PartOfTrial } from "../evidence/trials.ts";
import type { Interval, Pool, Study, StudyResult } from "./answer.ts";
import { makeRateWithExactInterval } from "./outcome-types.ts";

/** Holds a figure of a pool; that of survival at a month has no events. */
export type FigureOfTrial = Pick<StudyResult, "events" | "n" | "estimate" | "product">;

export interface PoolOfStudies {
  readonly k: number;
  readonly studies: readonly (FigureOfTrial & PartOfTrial)[];
}

/**
 * Returns the figure of each trial of a pool, in the order of its cohorts. Survival has no counts that could be
 * added, so each cohort is a figure, and so it is in a published set.
 */
export function listFiguresByTrial({ k, studies }: PoolOfStudies): readonly FigureOfTrial[] {
  // A published set counts its cohorts, also those of one trial.
  if (k !== countTrialsIncludingPooled(studies)) return studies;
  return groupBy(studies, ({ trial }) => trial).flatMap((parts): readonly FigureOfTrial[] => {
    const [first, another] = parts;
    const events = sumUnlessUnknown(parts.map((part) => part.events));
    const n = sumUnlessUnknown(parts.map((part) => part.n));
    if (another === undefined || events === null || n === null) return parts;
    return [{ events, n, estimate: events / n, product: first.product }];
  });
}

function sumUnlessUnknown(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (sum, number) => (sum === null || number === null ? null : sum + number),
    0,
  );
}

/** Holds the count of a trial over all its cohorts, with the exact interval. */
export interface TrialCount extends Pick<Study, "label" | "product" | "estimate" | "interval"> {
  readonly events: number;
  readonly n: number;
  /** `months` lists the median follow-up of each cohort, each length once; `null` where it is not known. */
  readonly months: readonly (number | null)[];
}

/** Adds up the counts of the cohorts of each trial, in their order; a study without a count is left out. */
export function sumTrials(studies: readonly Study[]): TrialCount[] {
  const counted = studies.flatMap((study) => {
    const { events, n } = study;
    return events === null || n === null ? [] : [{ ...study, events, n }];
  });
  return groupBy(counted, ({ trial }) => trial).map((parts) => {
    const events = parts.reduce((sum, part) => sum + part.events, 0);
    const n = parts.reduce((sum, part) => sum + part.n, 0);
    const { product } = parts[0];
    return {
      ...{ label: nameTrial(parts), product, events, n },
      months: [...new Set(parts.map(({ followUpMonths }) => followUpMonths))],
      ...makeRateWithExactInterval(events, n),
    };
  });
}

/** Returns both trials of the only drug of a pool, which have no common number; empty for any other pool. */
export function listApartTrials({
  status,
  events,
  studies,
}: Pick<Pool, "status" | "events" | "studies">): TrialCount[] {
  return status === "by-trial" && events !== null ? sumTrials(studies) : [];
}

// The functions below compute positions for drawing: the rates of the trials of a class on its bar, and the range of
// another trial.

/** More ticks than these cannot be told apart on a bar. */
const mostTicks = 12;

/**
 * Returns the rates, 0 to 1 and ascending, of the pooled trials and of the small trials that are not counted. Of
 * more than twelve rates it returns the smallest, the quartiles and the largest. A single trial is its own mark;
 * the other kind of regimen has a bar of its own.
 */
export function listTrialRatesToDraw(
  pool: PoolOfStudies & Pick<Pool, "smallTrials">,
): readonly number[] {
  const { smallTrials = [] } = pool;
  const ofTrials = listRatesByTrial(pool);
  const rates = [
    ...(ofTrials.length > 1 ? ofTrials : []),
    ...smallTrials.map(({ estimate }) => estimate),
  ].sort((a, b) => a - b);
  return rates.length <= mostTicks
    ? rates
    : [0, 0.25, 0.5, 0.75, 1].map((share) => interpolateQuantile(rates, share));
}

/** Returns the rate of each trial, 0 to 1, over all its patients if several cohorts are parts of the trial. */
export function listRatesByTrial(pool: PoolOfStudies): readonly number[] {
  return listFiguresByTrial(pool).map(({ estimate }) => estimate);
}

/**
 * Returns a quantile of ascending numbers by linear interpolation (type 7 of R).
 *
 * @param share from 0 to 1
 */
function interpolateQuantile(ascending: readonly number[], share: number): number {
  const place = (ascending.length - 1) * share;
  const before = Math.floor(place);
  const low = ascending[before] ?? Number.NaN;
  const high = ascending[before + 1] ?? low;
  return low + (place - before) * (high - low);
}

/** The fewest trials for a prediction: the spread of two says too little about a third. */
const leastOfPrediction = 3;

/** Returns the range of the rate of another trial with 95 % probability; `null` with fewer than three trials. */
export function readPredictionIntervalIfThreeTrials({
  predictionInterval,
  ...pool
}: PoolOfStudies & Pick<Pool, "predictionInterval">): Interval | null {
  return listFiguresByTrial(pool).length >= leastOfPrediction ? predictionInterval : null;
}
