/** Rows without any number, which are named in one line instead of being drawn. */

import { familyOf } from "#data/landmarks.ts";
import type { RowStatement } from "../statement/row.ts";
import type { Catalogue, Numberless } from "../words/catalogue.ts";
import { hasGrid } from "./survival-grid.ts";

export interface Folded {
  /** The rows that are drawn. */
  rows: readonly RowStatement[];
  /** The others, by the reason. */
  folded: Readonly<Record<Numberless, readonly RowStatement[]>>;
}

/** A grid of survival names its own months without a number. */
export function foldedRows(rows: readonly RowStatement[]): Folded {
  const isFolded = ({ outcome, numberless }: RowStatement) =>
    numberless && !isInGrid(outcome, rows);
  const because = (reason: Numberless) =>
    rows.filter((row) => row.numberless === reason && isFolded(row));
  return {
    rows: rows.filter((row) => !isFolded(row)),
    folded: { silent: because("silent"), unpooled: because("unpooled") },
  };
}

/** "Not reported: partial response or better; MRD negative." for each reason, if any. */
export function foldedSentences(
  folded: Folded["folded"],
  words: Catalogue["unreported"],
): string[] {
  return (["silent", "unpooled"] as const)
    .filter((reason) => folded[reason].length > 0)
    .map((reason) => `${words[reason]} ${folded[reason].map(nameOf).join("; ")}.`);
}

/** The outcome with what it counts: "Infection, grade ≥ 3". */
export function nameOf({ label, detail }: Pick<RowStatement, "label" | "detail">): string {
  return [label, detail].filter(Boolean).join(", ");
}

function isInGrid(outcome: string, rows: readonly RowStatement[]): boolean {
  const family = familyOf(outcome);
  return family !== null && hasGrid(rows.filter((row) => familyOf(row.outcome) === family));
}
