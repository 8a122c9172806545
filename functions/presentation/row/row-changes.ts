/** Which rows of an answer say something else than those of the answer before. */
import type { RowView } from "./row-view.ts";

/** @returns The outcomes, in the order of the new answer; those that were not there are no change. */
export function changedRows(before: readonly RowView[], after: readonly RowView[]): string[] {
  return after.flatMap((row) => {
    const old = before.find(({ outcome }) => outcome === row.outcome);
    return old && old.heard !== row.heard ? row.outcome : [];
  });
}
