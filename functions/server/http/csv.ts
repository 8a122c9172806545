/** CSV for spreadsheets; the library escapes cells that would be read as formulae. */
import Papa from "papaparse";

/** The value of a line in a column; it may be empty. */
type CsvCell = string | number | null | undefined;

/** Each column in its place, by name. */
export type Columns<Line> = Readonly<Record<string, (line: Line) => CsvCell>>;

/** Spreadsheets read a table as UTF-8 only if it begins with this mark. */
const byteOrderMark = "\uFEFF";

export function csvText<Line>(columns: Columns<Line>, lines: readonly Line[]): string {
  const cells = Object.values(columns);
  return `${byteOrderMark}${Papa.unparse(
    { fields: Object.keys(columns), data: lines.map((line) => cells.map((cell) => cell(line))) },
    { escapeFormulae: true, newline: "\r\n" },
  )}\r\n`;
}
