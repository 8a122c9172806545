/** What the row of an outcome is called. */

import type { Screen } from "../views/screen.ts";
import type { RowStatement } from "./row.ts";

/** The outcome with what it counts: "Infection, grade ≥ 3". */
export function nameOf({ label, detail }: Pick<RowStatement, "label" | "detail">): string {
  return [label, detail].filter(Boolean).join(", ");
}

/** Of a row on a screen; `undefined` where no such row can be opened. */
export function rowName(view: Screen, outcome: string): string | undefined {
  const row =
    view.kind === "products"
      ? view.byProduct.groups
          .flatMap(({ rows }) => rows)
          .find(({ id, opens }) => opens && id === outcome)
      : view.rows.find((one) => one.outcome === outcome);
  return row && nameOf(row);
}
