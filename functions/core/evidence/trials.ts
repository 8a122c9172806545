/**
 * Cohorts of one trial, such as two schedules of a drug, are no independent trials: what differs between them
 * says nothing of how another trial would differ. So every rule that asks for trials counts distinct ones, and a
 * side whose cohorts all belong to one trial is this trial: their counts added, because no patient is in two of
 * them, with the exact interval. Where there are other trials each cohort remains a figure of its own.
 */
import type { CountedFigure } from "./choose.ts";
import type { Entry } from "./gather.ts";

/** Returns the number of distinct trials; the cohorts of one trial count once. */
export function trialsIn(entries: readonly Pick<Entry, "cohort">[]): number {
  return distinctTrials(entries.map(({ cohort }) => cohort));
}

/** Returns the number of distinct trials of cohorts, or of studies in an answer. */
export function distinctTrials(parts: readonly { readonly trial: string }[]): number {
  return new Set(parts.map(({ trial }) => trial)).size;
}

/**
 * Adds up the counts of the cohorts of one trial: returns one entry under its first cohort. Entries of several trials
 * are returned unchanged.
 */
export function withOneTrialAdded(
  entries: readonly Entry<CountedFigure>[],
): readonly Entry<CountedFigure>[] {
  const [first] = entries;
  if (first === undefined || trialsIn(entries) > 1) return entries;
  const events = entries.reduce((sum, { figure }) => sum + figure.events, 0);
  const n = entries.reduce((sum, { figure }) => sum + figure.n, 0);
  return [{ ...first, figure: { ...first.figure, events, n }, n }];
}

/** Returns the sum of patients; an unknown number counts as 0. */
export function sumOfPatients(entries: readonly { readonly n: number | null }[]): number {
  return entries.reduce((sum, { n }) => sum + (n ?? 0), 0);
}
