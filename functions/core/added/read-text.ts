/** Reads what a reader pastes or opens: a table in the columns of the template, or a file that was kept (JSON). */
import { checkAddedGroup, type DataOfRules, type FieldProblem, isPlainObject } from "./cohort.ts";
import type { AddedContent } from "./fields.ts";
import type { ReadTable } from "./table.ts";

/** More groups next to each other would be read as a ranking. */
export const mostAdded = 4;

/** Larger texts are no table of counts. */
const mostCharacters = 200_000;

export interface ReadText {
  readonly contents: readonly AddedContent[];
  /**
   * `problems` is empty if all groups may be added. The `field` of a problem is a line of the table, or the path in a
   * file.
   */
  readonly problems: readonly FieldProblem[];
}

/**
 * Returns the groups in a text, with the problems that must be solved before they may be added. If they are too many
 * together with those added already, it returns no group, and this as the only problem. Returns `null` if the text is
 * neither a table in the columns of the template nor JSON, or is too long.
 *
 * @param added The groups that are added already.
 * @param readTable Reads a table; the parser for tables is in the app on the device only, which passes it in.
 */
export function readAddedGroups(
  text: string,
  added: readonly AddedContent[],
  data: DataOfRules,
  readTable: (text: string) => ReadTable | null,
): ReadText | null {
  const trimmed = text.trimStart();
  if (trimmed.length > mostCharacters) return null;
  const found = /^[[{]/.test(trimmed)
    ? readJsonGroups(trimmed, added, data)
    : readTableGroups(readTable(trimmed), added, data);
  return found && refuseTooManyGroups(found, added.length);
}

function readTableGroups(
  table: ReadTable | null,
  added: readonly AddedContent[],
  data: DataOfRules,
): ReadText | null {
  if (table === null) return null;
  const contents = table.groups.map(({ content }) => content);
  const problems = table.groups.flatMap(({ content, places }, index) =>
    checkAddedGroup(content, [...added, ...contents.slice(0, index)], data).map(
      ({ field, message }) => ({
        field: places.get(field) ?? `${content.name}, ${field}`,
        message,
      }),
    ),
  );
  return { contents, problems: [...table.problems, ...problems] };
}

function readJsonGroups(
  text: string,
  added: readonly AddedContent[],
  data: DataOfRules,
): ReadText | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const all: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const problems = all.flatMap((content, index) =>
    checkAddedGroup(content, [...added, ...all.slice(0, index).filter(isPlainObject)], data).map(
      ({ field, message }) => ({
        field: [all.length > 1 && `group ${index + 1}`, field].filter(Boolean).join(", "),
        message,
      }),
    ),
  );
  return { contents: all.filter(isPlainObject), problems };
}

/**
 * Returns what was found; without groups and with a single problem if there would be more than `mostAdded` with those
 * added already.
 */
function refuseTooManyGroups(found: ReadText, addedCount: number): ReadText {
  const count = found.contents.length;
  if (count + addedCount <= mostAdded) return found;
  const groups = [`${count} groups`, ...(addedCount > 0 ? [`and ${addedCount} are added`] : [])];
  const message = `${groups.join(", ")}: at most ${mostAdded}`;
  return { contents: [], problems: [{ field: "", message }] };
}

/**
 * Returns the name of an earlier group with the same product, patients and counts, which may be the same patients;
 * `null` if there is none.
 */
export function findNameOfEarlierGroupWithSameCounts(
  contents: readonly AddedContent[],
  index: number,
): string | null {
  const counts = contents.map(makeCountsKey);
  const first = counts.indexOf(counts[index] ?? "");
  return first < index ? `${contents[first]?.name}` : null;
}

function makeCountsKey({ product, patients, outcomes }: AddedContent): string {
  const counts = (outcomes as readonly AddedContent[]).map(({ outcome, events, n = patients }) =>
    JSON.stringify([outcome, events, n]),
  );
  return JSON.stringify([product, patients, counts.sort()]);
}
