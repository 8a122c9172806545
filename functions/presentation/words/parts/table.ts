/** The words of the table for the clipboard. */
import { enTable } from "../english/table.ts";
import { partWords } from "../languages.ts";

export const tableWords = partWords("table", enTable);
