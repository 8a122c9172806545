/** Ways to violate a rule in a copy of the files. */
import { parseAndCheckData } from "#data/build/validate.ts";
import type { DataFile, Problem } from "#data/evidence.ts";
import type { Cohort, Figure, ReviewEntry, SourceEntry } from "#data/schema.ts";
import { cohortPath, contentOf, entryWith, figureOf } from "./files.ts";
import { filesWithSamples, sampleTrial } from "./samples.ts";

/** Violates one rule in a copy of the files and returns where that should be reported. */
export type Breakage = (files: DataFile[]) => Pick<Problem, "file" | "field">;

type Node = Record<string, unknown>;

/**
 * Returns the keys along a path, and the path as a problem names it. A step into a list is an index, `+`, or the
 * outcome, id or cohort of an item.
 */
function walked(content: unknown, path: string): { keys: string[]; field: string } {
  let node = content as Node | undefined;
  let field = "";
  const keys = (path.match(/[^.[\]]+/g) ?? []).map((step) => {
    const isList = Array.isArray(node);
    const key = isList ? indexOf(node as unknown as Node[], step) : step;
    field += isList || /^\d+$/.test(step) ? `[${key}]` : `${field && "."}${key}`;
    node = node?.[key] as Node | undefined;
    return key;
  });
  return { keys, field };
}

function indexOf(list: readonly Node[], step: string): string {
  if (step === "+") return `${list.length}`;
  if (/^\d+$/.test(step)) return step;
  const index = list.findIndex(({ outcome, id, cohort }) => [outcome, id, cohort].includes(step));
  return entryWith(index < 0 ? undefined : `${index}`, step);
}

/**
 * Puts a value, or what is made of the content of the file, into a place: `figures[orr].events`, or
 * `figures[+]` for one more in the list. An item is named by its index, its id, its outcome or its cohort.
 *
 * @param reported where the rule reports it, if elsewhere
 */
export function puts<T>(
  file: string,
  path: string,
  value: unknown | ((content: T) => unknown),
  reported = path,
): Breakage {
  return (files) => {
    const content = contentOf<T>(files, file);
    const { field } = walked(content, reported);
    const { keys } = walked(content, path);
    const last = entryWith(keys.pop(), path);
    const target = keys.reduce((node, key) => entryWith(node[key] as Node, path), content as Node);
    target[last] = structuredClone(typeof value === "function" ? value(content) : value);
    return { file, field };
  };
}

/** Puts a value into the file of the made-up trial. */
export const inTrial = <T>(path: string, value: unknown | ((of: T) => unknown), at?: string) =>
  puts<T>(cohortPath(sampleTrial), path, value, at);

/** Adds a figure to the made-up trial: that of an outcome, with these changes. */
export const addsFigure = (outcome: string, over: Partial<Figure> = {}, at = "figures[+]") =>
  inTrial("figures[+]", (trial: Cohort) => ({ ...figureOf(trial, outcome), ...over }), at);

/** Adds a source of the made-up trial that is not its publication. */
export const addsSource = (over: Partial<SourceEntry>) =>
  inTrial("sources[+]", ({ sources: [paper] }: Cohort) => ({
    ...{ ...paper, doi: null, pmid: null, ...over },
  }));

/** Makes one change after the other; the problem is expected where the last change was made. */
export function several(first: Breakage, ...more: Breakage[]): Breakage {
  return (files) => more.reduce((_, change) => change(files), first(files));
}

/** The fields and rules that are reported after such changes, each in the file that was changed. */
export function brokenBy(...changes: readonly Breakage[]): string[] {
  const files = filesWithSamples();
  const changed = new Set(changes.map((change) => change(files).file));
  return parseAndCheckData(files).problems.map(({ file, field, rule }) =>
    changed.has(file) ? `${field} ${rule}` : `${file} ${field} ${rule}`,
  );
}

export const productPath = (slug: string) => `data/products/${slug}.json`;
export const outcomesPath = "data/outcomes.json";
export const discrepanciesPath = "data/known-discrepancies.json";
export const approvalsPath = "data/approvals.json";
/** Names a published pool of both classes, and of single products of one of them. */
export const publishedPath = "data/published/liu-2024.json";
export const reviewPath = "data/review.json";

export const aReview: ReviewEntry = {
  part: "labels us",
  when: "2026-11-21",
  role: "made-up role",
  version: "2026-11-20-00000000",
  checked: "made up",
  content: "0123456789abcdef",
};
