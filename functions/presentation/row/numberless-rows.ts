/** Rows without any number, which are named in one line instead of being drawn. */

import type { Numberless } from "../words/numberless-rows.ts";
import { unreported } from "../words/numberless-rows.ts";
import { nameOf } from "../words/row-name.ts";
import type { RowStatement } from "./row-statement.ts";

export interface Folded<Row extends RowStatement = RowStatement> {
  /** The rows that are drawn. */
  rows: readonly Row[];
  /** The others, by the reason. */
  folded: Readonly<Record<Numberless, readonly Row[]>>;
}

export function foldedRows<Row extends RowStatement>(rows: readonly Row[]): Folded<Row> {
  const because = (reason: Numberless) => rows.filter(({ numberless }) => numberless === reason);
  return {
    rows: rows.filter(({ numberless }) => !numberless),
    folded: { silent: because("silent"), unpooled: because("unpooled") },
  };
}

/** "Not reported: partial response or better; MRD negative." for each reason, if any. */
export function foldedSentences(folded: Folded["folded"]): string[] {
  return (["silent", "unpooled"] as const)
    .filter((reason) => folded[reason].length > 0)
    .map((reason) => `${unreported[reason]} ${folded[reason].map(nameOf).join("; ")}.`);
}
