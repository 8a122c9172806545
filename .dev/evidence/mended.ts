/** Makes a file of earlier data fit the schema: fields added since are empty, others left out. */
import * as v from "valibot";
import type { DataFile, Evidence } from "#data/evidence.ts";
import { folders, singles } from "#data/files.ts";
import { parseFiles } from "#data/rules/parse.ts";

/** The files that pooled numbers depend on. */
const schemas: readonly (readonly [string, v.GenericSchema])[] = [
  ...(["cohorts", "products", "published"] as const).map(
    (name) => [`data/${name}/`, folders[name]] as const,
  ),
  ...(["outcomes", "presets", "review"] as const).map(
    (name) => [`data/${name}.json`, singles[name]] as const,
  ),
];

export interface Mended {
  evidence: Evidence;
  /** Files with something that the present schema does not know, and one such field. */
  left: ReadonlyMap<string, string>;
}

export function mendedEvidence(files: readonly DataFile[]): Mended {
  const needed = files.flatMap((file) => {
    const schema = schemas.find(([path]) => file.path.startsWith(path))?.[1];
    return schema ? [{ ...file, content: mended(schema, file.content) }] : [];
  });
  const { evidence, problems } = parseFiles(needed);
  const left = new Map(
    problems
      .filter(({ file }) => needed.some(({ path }) => path === file))
      .map(({ file, field, message }) => [file, `${field}: ${message}`]),
  );
  return { evidence, left };
}

/** Values for a field that is not there, in the order in which they are tried. */
const fillings: readonly unknown[] = [null, [], {}, false, "unknown"];

function mended(schema: v.GenericSchema, content: unknown): unknown {
  const copy: unknown = structuredClone(content);
  const tried = new Map<string, number>();
  // Each round mends what the round before made visible; it ends when nothing can be done.
  for (let again = true; again; ) {
    again = false;
    const { issues = [] } = v.safeParse(schema, copy);
    for (const issue of issues) if (mend(copy, issue, tried)) again = true;
  }
  return copy;
}

/** @param tried How many fillings each added field has had. */
function mend(copy: unknown, issue: v.BaseIssue<unknown>, tried: Map<string, number>): boolean {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const parent = keys.slice(0, -1).reduce(inside, copy);
  const key = keys.at(-1);
  if (!isRecord(parent) || typeof key !== "string") return false;
  if (issue.type === "strict_object" && issue.expected === "never") {
    delete parent[key];
    return true;
  }
  const at = keys.join(".");
  const isAdded = !(key in parent) || tried.has(at);
  const next = tried.get(at) ?? 0;
  if (!isAdded || next >= fillings.length) return false;
  tried.set(at, next + 1);
  parent[key] = structuredClone(fillings[next]);
  return true;
}

function inside(value: unknown, key: unknown): unknown {
  return isRecord(value) ? value[String(key)] : undefined;
}

/** Lists, too: their indices are keys. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
