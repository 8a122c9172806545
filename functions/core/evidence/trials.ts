/**
 * Cohorts of one trial, such as two schedules of a drug, are no independent trials: what differs between them
 * says nothing of how another trial would differ. So their counts are added, because no patient is in two of them,
 * before anything is fitted, and every rule that asks for trials counts distinct ones. Survival at a month has no
 * counts that could be added.
 */
import type { CountedFigure } from "./choose.ts";
import type { Entry } from "./gather.ts";
import { groupBy } from "./group-by.ts";
import { sumPatients } from "./patients.ts";

/** Belongs to a trial: a cohort, or a study in an answer. */
export interface PartOfTrial {
  readonly trial: string;
  /** The trials that a pooling holds; absent or empty for a cohort of one trial. */
  readonly pooledTrials?: readonly string[];
}

/** Returns the number of trials whose patients are counted, as {@link countDistinctTrials} does. */
export function countTrialsOfEntries(entries: readonly Pick<Entry, "cohort">[]): number {
  return countDistinctTrials(entries.map(({ cohort }) => cohort));
}

/**
 * Returns the number of distinct trials that have a figure of their own, of which a comparison needs several. A pooling
 * is one figure, however many trials it holds, because nothing is known of how they differ.
 */
export function countSeparateTrials(entries: readonly Pick<Entry, "cohort">[]): number {
  return new Set(entries.map(({ cohort }) => cohort.trial)).size;
}

/**
 * Returns the number of trials whose patients are counted, of cohorts or of studies in an answer: cohorts of one
 * trial count once, a pooling as the trials that it holds.
 */
export function countDistinctTrials(parts: readonly PartOfTrial[]): number {
  return new Set(
    parts.flatMap(({ trial, pooledTrials = [] }) =>
      pooledTrials.length > 0 ? pooledTrials : [trial],
    ),
  ).size;
}

/** Returns the name of a trial: that of its cohort whose name comes first, whatever the order of the cohorts. */
export function chooseTrialLabel(
  parts: readonly [{ label: string }, ...{ label: string }[]],
): string {
  return parts.reduce((first, { label }) => (label < first ? label : first), parts[0].label);
}

/** Adds up the counts of the cohorts of each trial: returns one entry a trial, under its first cohort. */
export function mergeCohortsByTrial(
  entries: readonly Entry<CountedFigure>[],
): readonly Entry<CountedFigure>[] {
  return groupBy(entries, ({ cohort }) => cohort.trial).map((parts) => {
    const [first, another] = parts;
    if (another === undefined) return first;
    const sum = sumCounts(parts);
    return { ...first, figure: { ...first.figure, ...sum }, n: sum.n };
  });
}

export function sumCounts(entries: readonly Entry<CountedFigure>[]): { events: number; n: number } {
  return {
    events: entries.reduce((sum, { figure }) => sum + figure.events, 0),
    n: entries.reduce((sum, { figure }) => sum + figure.n, 0),
  };
}

export function averageOverPatients(
  parts: readonly { readonly n: number; readonly value: number }[],
): number {
  const [only, another] = parts;
  // No arithmetic changes a single value.
  if (only && !another) return only.value;
  return parts.reduce((sum, { n, value }) => sum + n * value, 0) / sumPatients(parts);
}
