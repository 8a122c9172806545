/** Reads what a reader pastes or opens: a table in the columns of the template, or a file that was kept (JSON). */
import { type DataOfRules, type FieldProblem, readCohort } from "./cohort.ts";
import type { AddedContent } from "./fields.ts";
import type { ReadTable } from "./table.ts";

/** More groups next to each other would be read as a ranking. */
export const mostAdded = 4;

/** Larger texts are no table of counts. */
const mostCharacters = 200_000;

export interface ReadText {
  readonly contents: readonly AddedContent[];
  /** `field` says where: a line of the table, or the path in a file. Empty if all groups may be added. */
  readonly problems: readonly FieldProblem[];
}

/**
 * Returns `null` if the text is neither a table in the columns of the template nor JSON.
 *
 * @param readTable Reads a table; the app on the device has the code for tables.
 */
export function readText(
  text: string,
  data: DataOfRules,
  readTable: (text: string) => ReadTable | null,
): ReadText | null {
  const trimmed = text.trimStart();
  if (trimmed.length > mostCharacters) return null;
  return /^[[{]/.test(trimmed) ? readFile(trimmed, data) : readRows(readTable(trimmed), data);
}

function readRows(table: ReadTable | null, data: DataOfRules): ReadText | null {
  if (table === null) return null;
  const { groups, problems } = table;
  const found = groups.flatMap(({ content, places }) =>
    readCohort(content, data).problems.map(({ field, message }) => ({
      field: places.get(field) ?? `${content.name}, ${field}`,
      message,
    })),
  );
  return limitGroups(
    groups.map(({ content }) => content),
    [...problems, ...found],
  );
}

function readFile(text: string, data: DataOfRules): ReadText | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const all: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const problems = all.flatMap((content, index) =>
    readCohort(content, data).problems.map(({ field, message }) => ({
      field: [all.length > 1 && `group ${index + 1}`, field].filter(Boolean).join(", "),
      message,
    })),
  );
  return limitGroups(all.filter(isContent), problems);
}

function isContent(content: unknown): content is AddedContent {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}

function limitGroups(contents: ReadText["contents"], problems: readonly FieldProblem[]): ReadText {
  if (contents.length <= mostAdded) return { contents, problems };
  const message = `${contents.length} groups: at most ${mostAdded} at a time`;
  return { contents: [], problems: [{ field: "", message }] };
}
