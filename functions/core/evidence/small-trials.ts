/**
 * Trials of fewer than 30 patients give counts, not rates. Pooled with one large trial they would blur it:
 * a trial of 20 once widened a randomised arm from 79–89 to 63–97.
 */
import type { Entry, Gathered, Poolable } from "./gather.ts";
import { groupBy } from "./group-by.ts";
import { sumPatients } from "./patients.ts";

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
export function chooseCountedEntries<F extends Poolable>(
  entries: readonly Entry<F>[],
): readonly Entry<F>[] {
  const [only, ...further] = listLargeTrials(entries);
  if (only === undefined || further.length > 0) return entries;
  return entries.filter(({ cohort }) => cohort.trial === only);
}

/** Returns the same figures, with those of the small trials separately if one large trial is counted alone. */
export function separateSmallTrials<F extends Poolable>(gathered: Gathered<F>): Gathered<F> {
  const entries = chooseCountedEntries(gathered.entries);
  const smallTrials = gathered.entries.filter((entry) => !entries.includes(entry));
  if (smallTrials.length === 0) return gathered;
  const notPooled = smallTrials.map(({ cohort, figure }) => ({
    cohort,
    reason: { code: "small-trial" as const },
    figure,
  }));
  return { ...gathered, entries, smallTrials, notPooled: [...gathered.notPooled, ...notPooled] };
}
