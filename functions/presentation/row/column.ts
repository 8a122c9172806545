import type { RowStatement } from "./row-statement.ts";

/**
 * What all differences of these rows are with: "with CAR-T", or with its only product. `null` if
 * they do not agree, or if there is none.
 */
export function columnOf(rows: readonly RowStatement[]): string | null {
  const [first, ...others] = new Set(rows.flatMap(({ difference }) => difference?.withWhat ?? []));
  return others.length === 0 ? (first ?? null) : null;
}
