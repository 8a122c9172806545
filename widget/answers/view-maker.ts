/** Makes what the screen shows; on our own pages it comes after the HTML of the first view. */
import type { Comparison } from "#core/comparison/answer.ts";
import { type FirstRow, type RowStatement, rowStatement } from "#presentation/statement/row.ts";
import { type Statement, statementOf } from "#presentation/statement/statement.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { screen } from "#words/screen.ts";

export interface ViewMaker {
  /** @param drawn The words that are on screen already, with their format of dates. */
  view: (comparison: Comparison, drawn: DrawnWords) => Statement;
  /** A single row, beside the certainty that the previous answer has below its headline. */
  row: (first: FirstRow, stated: Statement["stated"], drawn: DrawnWords) => RowStatement;
}

export const viewMaker: ViewMaker = {
  view: (comparison, drawn) => statementOf(comparison, { ...screen, ...drawn }),
  row: ({ row, query, cohorts: selected }, stated, drawn) =>
    rowStatement(row, { strings: { ...screen, ...drawn }, query, selected, stated }),
};
