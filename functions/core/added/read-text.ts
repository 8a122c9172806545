/** Reads what a reader pastes or opens: the file of a cohort, a list of them, or a spreadsheet. */
import { columnOf } from "./allowed.ts";
import { type DataOfRules, type FieldProblem, readCohort } from "./cohort.ts";
import type { ReadSheet } from "./spreadsheet.ts";

/** More groups next to each other would be read as a ranking. */
export const mostAdded = 4;

/** Larger texts are no table of counts. */
const mostCharacters = 200_000;

/** Holds the content of a cohort's file, as it is typed, opened and kept. */
export type AddedContent = Readonly<Record<string, unknown>>;

export interface ReadText {
  /** `contents` may have problems, which the form then shows. */
  readonly contents: readonly AddedContent[];
  /** `field` says where: a line of a spreadsheet, or the path in a file. Empty if everything may be added. */
  readonly problems: readonly FieldProblem[];
}

/** @param readSheet Reads a spreadsheet; the app on the device has the code for tables. */
export function readText(
  text: string,
  data: DataOfRules,
  readSheet: (text: string) => ReadSheet,
): ReadText {
  const trimmed = text.replace(/^\ufeff/, "").trim();
  if (trimmed === "") return nothing("nothing was pasted");
  if (trimmed.startsWith("PK")) return nothing("a workbook: save it as CSV, then open that");
  if (trimmed.includes("\0")) return nothing("no text: not a table (CSV)");
  if (trimmed.includes("\ufffd")) {
    return nothing("not UTF-8: save the table as CSV in UTF-8");
  }
  if (trimmed.length > mostCharacters) return nothing("too long for a table of counts");
  if (/^[[{]/.test(trimmed)) return readFile(trimmed, data);
  const { cohorts, problems } = readSheet(trimmed);
  const cohortProblems = cohorts.flatMap(({ content, places }, index) =>
    readCohort(content, data).problems.map(({ field, message }) => ({
      field:
        places.get(field) ??
        [nameOf(content, index, cohorts), columnOf(field)].filter(Boolean).join(", "),
      message,
    })),
  );
  return withinLimit(
    cohorts.map(({ content }) => content),
    [...problems, ...cohortProblems],
  );
}

function readFile(text: string, data: DataOfRules): ReadText {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return nothing("not JSON: the file is damaged, or of another kind");
  }
  const all: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const problems = all.flatMap((content, index) =>
    readCohort(content, data).problems.map(({ field, message }) => ({
      field: [all.length > 1 ? nameOf(content, index, all) : "", field].filter(Boolean).join(", "),
      message,
    })),
  );
  const contents = all.filter(
    (content): content is AddedContent =>
      typeof content === "object" && content !== null && !Array.isArray(content),
  );
  return withinLimit(contents, problems);
}

function withinLimit(contents: ReadText["contents"], problems: readonly FieldProblem[]): ReadText {
  if (contents.length <= mostAdded) return { contents, problems };
  return nothing(`${contents.length} groups: at most ${mostAdded} at a time`);
}

function nothing(message: string): ReadText {
  return { contents: [], problems: [{ field: "", message }] };
}

/** Returns the name of a group if there are several; the empty text for a single group. */
function nameOf(content: unknown, index: number, all: readonly unknown[]): string {
  if (all.length < 2) return "";
  const label = (content as { label?: unknown } | null)?.label;
  return typeof label === "string" ? label : `group ${index + 1}`;
}
