/** Returns the lines of a table that the service sends, by the names of its columns; the table has to be well formed. */
import Papa from "papaparse";

export function csvLinesOf(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
  return data;
}
