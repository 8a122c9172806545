/** The figures that only together would let the classes of a row be compared. */

import type { CodedOutcome } from "#core/comparison/coded-answer.ts";
import type { Models } from "#core/comparison/models.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { isCompared } from "./ranking.ts";
import { rowWith, type Tried } from "./try-figures.ts";

export interface Together {
  tried: readonly Tried[];
  after: CodedOutcome;
}

/**
 * The largest cohorts first, until the row is compared; then without those that are not needed.
 *
 * @param tried All figures that were tried in one row.
 * @returns `null` if the row is compared now or with one figure, or not even with all of them.
 */
export function togetherIn(
  tried: readonly Tried[],
  dataset: Dataset,
  models: Models,
): Together | null {
  if (tried.some(({ before, after }) => isCompared(before) || isCompared(after))) return null;
  const rowOf = (some: readonly Tried[]) => rowWith(some, dataset, models);
  const opens = (some: readonly Tried[]) => {
    const row = rowOf(some);
    return row !== null && isCompared(row);
  };
  const largestFirst = [...tried].sort((a, b) => b.figure.n - a.figure.n);
  const enough = largestFirst.findIndex((_, index) => opens(largestFirst.slice(0, index + 1)));
  if (enough < 0) return null;
  let needed = largestFirst.slice(0, enough + 1);
  for (const one of [...needed].reverse()) {
    const without = needed.filter((other) => other !== one);
    if (opens(without)) needed = without;
  }
  const after = rowOf(needed);
  return after && { tried: needed, after };
}
