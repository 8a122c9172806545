import type { Problem, RuleName } from "../evidence.ts";
import type { Folder } from "../files.ts";

type Named = "cohort" | "outcome" | "side" | "drug";

/** Describes anything that tells whether it holds an id, such as a set. */
interface IdSet {
  has(id: string): boolean;
}

/** Collects the problems of one file. */
export class ProblemList {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #seen = new Set<string>();

  constructor(file: string) {
    this.#file = file;
  }

  /** @param unknown A name without an entry. */
  add(field: string, rule: RuleName, message: string, unknown?: string): void {
    const problem = { file: this.#file, field, rule, message };
    this.problems.push(unknown === undefined ? problem : { ...problem, unknown });
  }

  /** Reports a problem unless an entry with this id exists. */
  expect(field: string, kind: Named, id: string, existing: IdSet): void {
    if (!existing.has(id)) this.add(field, `${kind}-exists`, `no ${kind} "${id}"`, id);
  }

  /** Reports a problem for every id of a list that does not exist. */
  expectEach(field: string, kind: Named, ids: readonly string[], existing: IdSet): void {
    for (const [at, id] of listItemsWithPaths(field, ids)) this.expect(at, kind, id, existing);
  }

  /** Reports a problem if the file has used the same key for this rule before. */
  expectOnce(field: string, rule: RuleName, key: string, message: string): void {
    const entryKey = JSON.stringify([rule, key]);
    if (this.#seen.has(entryKey)) this.add(field, rule, message);
    this.#seen.add(entryKey);
  }

  expectSource(field: string, source: number, { length }: readonly unknown[]): void {
    if (source < length) return;
    this.add(field, "source-exists", `no source ${source}; they count from 0 to ${length - 1}`);
  }

  /** Reports a problem if a fact has no sources, or if one of them is not in the list of the file. */
  expectSources(at: string, indices: readonly number[], sources: readonly unknown[]): void {
    if (indices.length === 0) this.add(`${at}.sources`, "fact-sourced", "a fact needs a source");
    for (const index of indices) this.expectSource(`${at}.sources`, index, sources);
  }
}

/** Returns the path of an entry's file, which is named by the id or slug of the entry. */
export function makeEntryFilePath(
  folder: Folder,
  entry: { id: string } | { slug: string },
): string {
  return `data/${folder}/${"slug" in entry ? entry.slug : entry.id}.json`;
}

/** Returns the problems of all entries of a folder; `check` gets a list for the file of each entry. */
export function checkEntriesOfFolder<Entry extends { id: string } | { slug: string }>(
  folder: Folder,
  entries: readonly Entry[],
  check: (entry: Entry, list: ProblemList) => void,
): Problem[] {
  return entries.flatMap((entry) => {
    const list = new ProblemList(makeEntryFilePath(folder, entry));
    check(entry, list);
    return list.problems;
  });
}

/** Returns each value of a list with its place in the file: `figures[3]`. */
export function listItemsWithPaths<Value>(
  field: string,
  values: readonly Value[],
): [at: string, Value][] {
  return values.map((value, index) => [`${field}[${index}]`, value]);
}

export function collectIds(entries: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

/** Returns whether a value lies outside its interval, whose open ends are `null`. */
export function isOutsideInterval(
  value: number,
  [low, high]: readonly [number | null, number | null],
): boolean {
  return (low !== null && value < low) || (high !== null && value > high);
}
