/** What tells cohorts that a reader added from those of the data. */
import type { ComputeCohort } from "#data/compute-set.ts";

/** Begins the ids of such cohorts. They hold no name, because a question may name ids. */
const prefix = "added-";

/** Ends their labels, so that every list of trials, table and file says whose counts these are. */
const byReader = " (added by the reader)";

/** Marks a cohort as added. @param place Its place among those that were added, from 1. */
export function asAdded(cohort: ComputeCohort, place: number): ComputeCohort {
  const id = `${prefix}${place}`;
  return { ...cohort, id, trial: id, label: cohort.label + byReader };
}

export function isAdded(id: string): boolean {
  return id.startsWith(prefix);
}

/** Returns the name as the reader typed it. */
export function nameOfAdded({ label }: Pick<ComputeCohort, "label">): string {
  return label.slice(0, -byReader.length);
}
