/** The rows that are not compared, each reason said once. */
import type { RowStatement } from "./row.ts";

export function apartOf(rows: readonly RowStatement[]) {
  const apart = rows.filter(({ difference }) => !difference);
  return [...new Set(apart.map(({ missing }) => missing))].map((reason) => ({
    reason,
    rows: apart.filter(({ missing }) => missing === reason).map((row) => ({ ...row, missing: "" })),
  }));
}
