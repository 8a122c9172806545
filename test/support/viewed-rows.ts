/** Rows as a screen states them, from a made row of an answer, for tests. */

import type { RowStatement } from "#presentation/statement/row.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import type { ApiComparison, ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import { screen } from "#words/screen.ts";
import { comparison, noPool, pool } from "./answers.ts";

/** @throws Error if the answer has no row. */
export function viewed(one: ApiRow, over: Partial<ApiComparison> = {}): RowStatement {
  const [view] = statementOf(comparison({ outcomes: [one], ...over }), screen).rows;
  if (!view) throw new Error("no row");
  return view;
}

/** The pools of a row; `null` for a class without one. */
export function sides(carT: Partial<ApiPool> | null, bsab: Partial<ApiPool> | null) {
  return {
    pools: {
      "car-t": carT === null ? noPool : pool(carT),
      bsab: bsab === null ? noPool : pool(bsab),
    },
  };
}
