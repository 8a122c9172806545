/**
 * Makes what the screen shows of an answer. On our own pages the first view comes with the HTML, and
 * this part of the script right after it; on other pages it is part of the script.
 */

import type { Comparison } from "#core/comparison/answer.ts";
import {
  type FirstRow,
  firstRowStatement,
  type RowStatement,
} from "#presentation/statement/row.ts";
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
  row: (first, stated, drawn) => firstRowStatement(first, stated, { ...screen, ...drawn }),
};
