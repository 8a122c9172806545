/** Tables for spreadsheets, written by a library that also defuses cells a spreadsheet would take for formulae. */
import Papa from "papaparse";

export type Cell = string | number | null;

/** `columns` in this order; a line leaves empty what it does not have. */
export function csvText<Column extends string>(
  columns: readonly Column[],
  lines: readonly Partial<Record<Column, Cell>>[],
): string {
  return `${Papa.unparse(
    { fields: [...columns], data: [...lines] },
    { escapeFormulae: true, newline: "\r\n" },
  )}\r\n`;
}
