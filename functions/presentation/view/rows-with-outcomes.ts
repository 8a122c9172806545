import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import type { RowView } from "./compare-view.ts";

/** Each row of the view with the outcome of the answer that it shows. */
export function rowsWithOutcomes(
  rows: readonly RowView[],
  { outcomes }: Pick<Comparison, "outcomes">,
): { row: RowView; outcome: OutcomeComparison }[] {
  return rows.flatMap((row) => {
    const outcome = outcomes.find((one) => one.outcome === row.outcome);
    return outcome ? [{ row, outcome }] : [];
  });
}
