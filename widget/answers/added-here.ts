/**
 * What the engine leaves out of an answer and this part of the script holds: published pools, and
 * medians of survival. It is added before anything is shown, so no row changes later.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import type { FirstRow } from "#presentation/view/first-row.ts";
import { rowWithMedians, withPrintedMedians } from "./printed-medians.ts";
import { publishedHere } from "./published-here.ts";

export function addedHere() {
  const published = publishedHere();
  return {
    whole: (comparison: Comparison) => withPrintedMedians(published.whole(comparison)),
    row: (one: FirstRow): FirstRow => {
      const first = published.row(one);
      return { ...first, row: rowWithMedians(first.row, first.query) };
    },
  };
}
