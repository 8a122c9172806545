/** Which rows of an answer say something else than those of the answer before. */
import { therapyClasses } from "#data/vocabulary.ts";
import type { RowStatement } from "./row.ts";

/** @returns The outcomes, in the order of the new answer; those that were not there are no change. */
export function changedRows(
  before: readonly RowStatement[],
  after: readonly RowStatement[],
): string[] {
  return after.flatMap((row) => {
    const old = before.find(({ outcome }) => outcome === row.outcome);
    return old && numbersOf(old) !== numbersOf(row) ? row.outcome : [];
  });
}

function numbersOf({ sides, difference, missing }: RowStatement): string {
  return JSON.stringify([
    therapyClasses.map((group) => [sides[group].rate, sides[group].range, sides[group].evidence]),
    difference?.amount,
    difference?.range,
    difference?.strength,
    missing,
  ]);
}
