/** What the row of an outcome is called. */
import type { RowStatement } from "./row.ts";

/** The outcome with what it counts: "Infection, grade ≥ 3". */
export function nameOf({ label, detail }: Pick<RowStatement, "label" | "detail">): string {
  return [label, detail].filter(Boolean).join(", ");
}
