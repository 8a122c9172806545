/** What the row of an outcome is called on a screen. */
import type { Screen } from "./screen.ts";

/** "Response, ≥ partial response"; `undefined` where no such row can be opened. */
export function rowName(view: Screen, outcome: string): string | undefined {
  const rows =
    view.kind === "products"
      ? view.byProduct.groups
          .flatMap(({ rows: own }) => own)
          .flatMap(({ id, opens, ...row }) => (opens ? { ...row, outcome: id } : []))
      : view.rows;
  const row = rows.find((one) => one.outcome === outcome);
  return row && [row.label, row.detail].filter(Boolean).join(", ");
}
