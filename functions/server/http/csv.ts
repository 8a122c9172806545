/** Writes CSV for spreadsheets. The library escapes cells that would be read as formulae. */
import Papa from "papaparse";

type CsvCell = string | number | null | undefined;

/** Maps the name of each column to its value in a line, in the order of the columns. */
export type Columns<Line> = Readonly<Record<string, (line: Line) => CsvCell>>;

/** Spreadsheets read a table as UTF-8 only if it begins with this mark. */
const byteOrderMark = "\uFEFF";

export function renderCsv<Line>(columns: Columns<Line>, lines: readonly Line[]): string {
  const cells = Object.values(columns);
  return `${byteOrderMark}${Papa.unparse(
    { fields: Object.keys(columns), data: lines.map((line) => cells.map((cell) => cell(line))) },
    { escapeFormulae: true, newline: "\r\n" },
  )}\r\n`;
}
