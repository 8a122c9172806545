/**
 * Cohorts of one trial, such as two schedules of a drug, are no independent trials: what differs between them
 * says nothing of how another trial would differ. So their counts are added, because no patient is in two of them,
 * before anything is fitted, and every rule that asks for trials counts distinct ones. Survival at a month has no
 * counts that could be added.
 */

import { groupBy } from "#data/lists-and-objects.ts";
import type { CountedFigure } from "./choose.ts";
import type { Entry, Gathered, Poolable } from "./gather.ts";
import { groupByProduct, sumPatients } from "./grouping.ts";

/** Describes a cohort, or a study in an answer, by its trial. */
export interface PartOfTrial {
  readonly trial: string;
  /** `pooledTrials` lists the trials that a pooling holds; absent or empty for a cohort of one trial. */
  readonly pooledTrials?: readonly string[];
}

/** Returns the number of trials whose patients are counted, as {@link countTrialsIncludingPooled} does. */
export function countTrialsOfEntriesIncludingPooled(
  entries: readonly Pick<Entry, "cohort">[],
): number {
  return countTrialsIncludingPooled(entries.map(({ cohort }) => cohort));
}

/**
 * Returns the number of distinct trials that have a figure of their own, of which a comparison needs several. A pooling
 * is one figure, however many trials it holds, because nothing is known of how they differ.
 */
export function countTrialsWithPoolingAsOne(entries: readonly Pick<Entry, "cohort">[]): number {
  return new Set(entries.map(({ cohort }) => cohort.trial)).size;
}

/**
 * Returns whether figures are of one drug in two trials. Their mean describes neither trial, and its interval is wider
 * than that of a drug of one trial, so both are shown side by side, each with its exact interval.
 */
export function isTwoTrialDrug(entries: readonly Pick<Entry, "cohort">[]): boolean {
  return groupByProduct(entries).length === 1 && countTrialsWithPoolingAsOne(entries) === 2;
}

/**
 * Returns the number of trials whose patients are counted, of cohorts or of studies in an answer: cohorts of one
 * trial count once, a pooling as the trials that it holds.
 */
export function countTrialsIncludingPooled(parts: readonly PartOfTrial[]): number {
  const trials = new Set<string>();
  for (const { trial, pooledTrials = [] } of parts) {
    if (pooledTrials.length === 0) trials.add(trial);
    else for (const pooled of pooledTrials) trials.add(pooled);
  }
  return trials.size;
}

/** What follows the name of a trial in the label of one of its cohorts. */
const partOfTrial = /(,| \(| cohort\b| phase \d| prior\b| [\d.]+ mg\b).*$/;

/**
 * Returns the name of a trial by the labels of its cohorts: that of its only cohort, else the name that all share, as in
 * "CARTITUDE-2", else the labels of all, because a part must not stand for the whole.
 */
export function nameTrial(parts: readonly { readonly label: string }[]): string {
  const labels = [...new Set(parts.map(({ label }) => label))].sort();
  const [name, another] = new Set(labels.map((label) => label.replace(partOfTrial, "")));
  return labels.length > 1 && name !== undefined && another === undefined
    ? name
    : labels.join(", ");
}

/** Adds up the counts of the cohorts of each trial: returns one entry a trial, under its first cohort. */
export function mergeCohortsByTrial(
  entries: readonly Entry<CountedFigure>[],
): readonly Entry<CountedFigure>[] {
  return mergeEntries(entries, ({ trial }) => trial);
}

/** Adds up the counts of the cohorts with one key, such as their drug, under the first of them. */
export function mergeEntries(
  entries: readonly Entry<CountedFigure>[],
  keyOf: (cohort: Entry["cohort"]) => string,
): readonly Entry<CountedFigure>[] {
  return groupBy(entries, ({ cohort }) => keyOf(cohort)).map((parts) => {
    const [first, another] = parts;
    if (another === undefined) return first;
    const sum = sumEventsAndPatientsOfEntries(parts);
    return { ...first, figure: { ...first.figure, ...sum }, n: sum.n };
  });
}

export function sumEventsAndPatientsOfEntries(entries: readonly Entry<CountedFigure>[]): {
  events: number;
  n: number;
} {
  return {
    events: entries.reduce((sum, { figure }) => sum + figure.events, 0),
    n: entries.reduce((sum, { figure }) => sum + figure.n, 0),
  };
}

/** Returns the mean of the values, weighted by patients; `NaN` without any. */
export function averageWeightedByPatients(
  parts: readonly { readonly n: number; readonly value: number }[],
): number {
  const [only, another] = parts;
  // No arithmetic changes a single value.
  if (only && !another) return only.value;
  return parts.reduce((sum, { n, value }) => sum + n * value, 0) / sumPatients(parts);
}

// Trials of fewer than 30 patients give counts, not rates. Pooled with one large trial they would widen its interval:
// a trial of 20 once widened that of a randomised arm from 79–89 to 63–97 %.

/** A trial of fewer patients gives a count, never a rate. */
export const leastPatients = 30;

/** Returns whether a figure has so few patients that it is shown as a count. */
export function hasFewPatients({ n }: { readonly n: number | null }): boolean {
  return n !== null && n < leastPatients;
}

/** Returns whether there are trials, and each of them has fewer than 30 patients. */
export function areAllTrialsSmall(entries: readonly Entry[]): boolean {
  return entries.length > 0 && listLargeTrials(entries).length === 0;
}

/** Returns the trials with 30 patients or more; parts of one trial count together. */
function listLargeTrials(entries: readonly Entry[]): string[] {
  return groupBy(entries, ({ cohort }) => cohort.trial)
    .filter((parts) => sumPatients(parts) >= leastPatients)
    .map(([{ cohort }]) => cohort.trial);
}

/**
 * Returns the figures that the number of a group counts: of several trials of which exactly one has 30 patients or
 * more, those of this trial alone; else all of them.
 */
export function selectOnlyLargeTrialElseAll<F extends Poolable>(
  entries: readonly Entry<F>[],
): readonly Entry<F>[] {
  const [only, ...further] = listLargeTrials(entries);
  if (only === undefined || further.length > 0) return entries;
  return entries.filter(({ cohort }) => cohort.trial === only);
}

/** Returns the same figures, with those of the small trials separately if one large trial is counted alone. */
export function separateSmallTrialsFromOneLarge<F extends Poolable>(
  gathered: Gathered<F>,
): Gathered<F> {
  const entries = selectOnlyLargeTrialElseAll(gathered.entries);
  if (entries.length === gathered.entries.length) return gathered;
  const smallTrials = gathered.entries.filter((entry) => !entries.includes(entry));
  const notPooled = smallTrials.map(({ cohort, figure }) => ({
    cohort,
    reason: { code: "small-trial" as const },
    figure,
  }));
  return { ...gathered, entries, smallTrials, notPooled: [...gathered.notPooled, ...notPooled] };
}
