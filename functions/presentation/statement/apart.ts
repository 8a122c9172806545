/** The rows that cannot be compared, each reason said once. */
import type { RowStatement } from "./row.ts";
import type { Statement } from "./statement.ts";

/**
 * A summary names them: their numbers, which must not be read against each other, are in the opened
 * row. A question of its own or of products has them, and an answer where nothing else is to be read.
 */
export function apartOf({ canonical, rows: all }: Statement, rows: readonly RowStatement[]) {
  const compares = all.some(({ difference }) => difference);
  const named = compares && !/outcome=|product=/.test(canonical);
  const apart = rows.filter(({ difference }) => !difference);
  return [...new Set(apart.map(({ missing }) => missing))].map((reason) => ({
    reason,
    rows: apart
      .filter(({ missing }) => missing === reason)
      .map((row) => ({ ...row, missing: "", named })),
  }));
}
