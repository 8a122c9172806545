/** CSV for spreadsheets; the library escapes cells that would be read as formulae. */
import Papa from "papaparse";

export type Cell = string | number | null;

/** Spreadsheets read a table as UTF-8 only if it begins with this mark. */
const byteOrderMark = "\uFEFF";

/** Writes `columns` in this order. A line leaves empty what it does not have. */
export function csvText<Column extends string>(
  columns: readonly Column[],
  lines: readonly Partial<Record<Column, Cell>>[],
): string {
  return `${byteOrderMark}${Papa.unparse(
    { fields: [...columns], data: [...lines] },
    { escapeFormulae: true, newline: "\r\n" },
  )}\r\n`;
}
