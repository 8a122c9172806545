import type { RowStatement } from "./row.ts";
import type { Statement } from "./statement.ts";

/**
 * What all differences of these rows are with: "with CAR-T", or with its only product. `null` if
 * they do not agree, or if there is none.
 */
export function columnOf(rows: readonly RowStatement[]): string | null {
  const [first, ...others] = new Set(rows.flatMap(({ difference }) => difference?.withWhat ?? []));
  return others.length === 0 ? (first ?? null) : null;
}

/** The row whose counts stand below the verdict, because no benefit can be compared. */
export function countsFirst({ told }: Pick<Statement, "told">, rows: readonly RowStatement[]) {
  const benefits = rows.filter(({ section }) => section === "benefit");
  const isTold = told !== null || benefits.some(({ difference }) => difference);
  return isTold || rows[0] !== benefits[0] ? undefined : benefits[0];
}
