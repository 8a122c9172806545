/** What differs between two states of the data, by the JSON only: schemas may have changed. */
import type { DataFile } from "#data/evidence.ts";

type Json = Readonly<Record<string, unknown>>;

const cohortPath = /^data\/cohorts\/(.+)\.json$/;

export function dataChanges(before: readonly DataFile[], after: readonly DataFile[]): string[] {
  const old = cohortsIn(before);
  const now = cohortsIn(after);
  const removed = [...old.keys()].filter((id) => !now.has(id));
  const added = [...now.keys()].filter((id) => !old.has(id));
  const renamed = new Map<string, string>();
  for (const id of added) {
    const former = removed.find(
      (one) => ![...renamed.values()].includes(one) && isRenamed(old.get(one), now.get(id)),
    );
    if (former !== undefined) renamed.set(id, former);
  }
  const formers = new Set(renamed.values());
  return [
    ...removed.filter((id) => !formers.has(id)).map((id) => `removed cohort ${id}`),
    ...[...now].flatMap(([id, cohort]) => {
      const former = renamed.get(id) ?? id;
      const earlier = old.get(former);
      if (!earlier) return [`added cohort ${id}: ${contents(cohort)}`];
      const lines = cohortLines(earlier, cohort).map((line) => `  ${line}`);
      if (former !== id) return [`renamed cohort ${former} → ${id}`, ...lines];
      return lines.length === 0 ? [] : [id, ...lines];
    }),
    ...otherFiles(before, after),
  ];
}

function cohortsIn(files: readonly DataFile[]): Map<string, Json> {
  return new Map(
    files.flatMap(({ path, content }) => {
      const id = cohortPath.exec(path)?.[1];
      return id === undefined ? [] : [[id, recordOf(content)] as const];
    }),
  );
}

/** The same name, or the same figures, under another id. */
function isRenamed(old: Json | undefined, now: Json | undefined): boolean {
  if (!old || !now) return false;
  const hasFigures = listOf(old.figures).length > 0;
  return old.label === now.label || (hasFigures && isSame(old.figures, now.figures));
}

function contents({ label, figures, landmarks, medians }: Json): string {
  const [counts, months, middles] = [figures, landmarks, medians].map((one) => listOf(one).length);
  return `${text(label)}, ${counts} figures, ${months} landmarks, ${middles} medians`;
}

const lists = {
  figures: { name: "figure", key: ["outcome", "cut"] },
  landmarks: { name: "landmark", key: ["family", "month", "cut"] },
  medians: { name: "median", key: ["family", "cut"] },
} as const;

/** A source is named by its reference: its number changes with the order of the sources. */
function cohortLines(old: Json, now: Json): string[] {
  const own = (cohort: Json): Json => {
    const { figures, landmarks, medians, baseline, sources, ...rest } = cohort;
    return { ...rest, sources: listOf(sources).map(({ reference }) => reference) };
  };
  return [
    ...fieldLines(own(old), own(now)),
    ...fieldLines(recordOf(old.baseline), recordOf(now.baseline)).map((line) => `baseline ${line}`),
    ...Object.entries(lists).flatMap(([field, { name, key }]) =>
      itemLines(itemsOf(old, field, key), itemsOf(now, field, key)).map(
        (line) => `${name} ${line}`,
      ),
    ),
  ];
}

/** By a key of their own; the second with the same key is `… #2`. */
function itemsOf(cohort: Json, field: string, key: readonly string[]): Map<string, Json> {
  const sources = listOf(cohort.sources);
  const items = new Map<string, Json>();
  for (const item of listOf(cohort[field])) {
    const source = sources[Number(item.source)]?.reference ?? item.source;
    const name = key.map((part) => item[part] ?? "–").join(" ");
    let unique = name;
    for (let count = 2; items.has(unique); count++) unique = `${name} #${count}`;
    items.set(unique, { ...item, source });
  }
  return items;
}

function itemLines(old: ReadonlyMap<string, Json>, now: ReadonlyMap<string, Json>): string[] {
  const removed = [...old].filter(([key]) => !now.has(key));
  return [
    ...removed.map(([key, item]) => `${key}: removed ${printed(item)}`),
    ...[...now].flatMap(([key, item]) => {
      const earlier = old.get(key);
      if (!earlier) return [`${key}: added ${printed(item)}`];
      const fields = fieldLines(earlier, item);
      return fields.length === 0 ? [] : [`${key}: ${fields.join("; ")}`];
    }),
  ];
}

/** `73/100`, or what is printed where there is no count. */
function printed({ events, n, percentPrinted, survival, months }: Json): string {
  if (events !== undefined && events !== null) return `${text(events)}/${text(n)}`;
  if (survival !== undefined) return `${text(survival)} of ${text(n)}`;
  if (months !== undefined) return `${text(months)} months`;
  return `${text(percentPrinted)} % of ${text(n)}`;
}

function fieldLines(old: Json, now: Json): string[] {
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields
    .filter((field) => !isSame(old[field], now[field]))
    .map((field) => `${field} ${text(old[field])} → ${text(now[field])}`);
}

/** Files of other kinds are only named. */
function otherFiles(before: readonly DataFile[], after: readonly DataFile[]): string[] {
  const others = (files: readonly DataFile[]) =>
    new Map(
      files
        .filter(({ path }) => !cohortPath.test(path) && path !== "data/changes.json")
        .map(({ path, content }) => [path, content]),
    );
  const old = others(before);
  const now = others(after);
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((path) => {
    if (!old.has(path)) return [`added ${path}`];
    if (!now.has(path)) return [`removed ${path}`];
    return isSame(old.get(path), now.get(path)) ? [] : [`changed ${path}`];
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

function recordOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}
