/**
 * The published pools beside the rows of an answer that was computed on this device. The engine does
 * not carry them; they come with the part of the script that loads it, so no row changes later.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import type { FirstRow } from "#presentation/view/first-row.ts";
import { rowWithPublished, withPublished } from "#presentation/view/published.ts";
import { drawn } from "#words/drawn.ts";
import { published } from "#words/published.ts";

export function publishedHere() {
  const words = { published, numbers: drawn.numbers };
  return {
    whole: (comparison: Comparison) => withPublished(comparison, publishedRates, words),
    row: ({ row, query, cohorts }: FirstRow): FirstRow => ({
      row: rowWithPublished(row, query, publishedRates, words),
      query,
      cohorts,
    }),
  };
}
